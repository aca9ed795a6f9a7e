import { toStudioError } from '@core/errors/studio-error';
import { tellFailure } from './bring-files';
import type { ImportState, ImportStore } from './import-store';
import type { NoticesStore } from './notices-store';

/**
 * Asks for the encoding of a file that was opened and is plausible text in none.
 * @param about `isAlone`: at once; else by a notice, since others are opened with it
 */
export async function askEncoding(
  { importing, notices }: { readonly importing: ImportStore; readonly notices: NoticesStore },
  asked: Parameters<ImportState['askEncoding']>[0],
  about: { readonly name: string; readonly thrown: unknown; readonly isAlone: boolean },
): Promise<void> {
  const { name, thrown, isAlone } = about;
  const ask = (): Promise<void> =>
    importing
      .getState()
      .askEncoding(asked)
      // What the likeliest encoding makes nothing of is told as it came.
      .catch(() => tellFailure(notices, thrown, name));
  if (isAlone) {
    await ask();
    return;
  }
  const act = { key: 'import.encoding.choose', run: () => void ask() } as const;
  notices.getState().tellProblem(toStudioError(thrown), name, act);
}
