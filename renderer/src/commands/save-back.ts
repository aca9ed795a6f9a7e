import type { SavedBack, SourceFile } from '@contract/api';
import { omitUndefined } from '@core/omit-undefined';
import { fromBase64 } from '../lib/base64';
import { downloadFile } from '../lib/download';
import type { NoticesStore } from '../state/notices-store';
import type { CommandContext } from './command';

/**
 * Saves the text back to the file that it came from, in the form that was chosen last: at once where
 * nothing is lost and nobody else changed it, else after a person was shown what would happen.
 */
export async function saveBack(
  { connection, document, notices, session }: CommandContext,
  projectId: string,
): Promise<void> {
  // What was typed a moment ago is to be in it.
  await document.getState().whenSent();
  const { client } = connection;
  const { saveBackForm: form } = session.getState();
  const asked = { projectId, ...omitUndefined({ form }) };
  const { file } = await client.call('projects.describeSource', asked);
  if (file === undefined) {
    notices.getState().tellProblem({ code: 'text/no-source', data: {} });
  } else if (isToBeAsked(file)) {
    session.getState().set({ dialog: 'saveBack' });
  } else {
    tellSavedBack(notices, await client.call('projects.saveBack', asked));
  }
}

function isToBeAsked({ isChanged, isMissing, lacks, losses }: SourceFile): boolean {
  return isChanged || isMissing || lacks !== undefined || losses.length > 0;
}

/** Says where a file was saved; a browser, which does not know its place, downloads it. */
export function tellSavedBack(notices: NoticesStore, saved: SavedBack): void {
  if ('savedAs' in saved) {
    notices.getState().tell('saveBack.done', { path: saved.savedAs });
    return;
  }
  const { name, base64 } = saved.copy;
  downloadFile(name, fromBase64(base64));
  notices.getState().tell('app.notice.downloaded', { name });
}
