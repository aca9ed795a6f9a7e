import type { FileGrant, Publish, Reply, StudioMethods } from '@contract/api';
import { channels } from '@contract/channels';
import { dispatch } from '@contract/dispatch';
import { errorToJson, StudioError, toStudioError } from '@core/errors/studio-error';
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { isPage, type PageAddress } from './addresses';

/** Contents of the windows that are ours; a page elsewhere (devtools, a popup) is not among them. */
export type OurContents = ReadonlySet<WebContents>;

export interface CallAnswers {
  readonly page: PageAddress;
  readonly ours: OurContents;
  readonly handlers: StudioMethods;
  /** @throws StudioError `media/not-found`, `media/not-a-file`, `media/empty` */
  readonly grantFile: (path: string) => Promise<FileGrant>;
}

/** Answers the calls of the contract, and of no one but our own page [HG12]. */
export function answerCalls({ page, ours, handlers, grantFile }: CallAnswers): void {
  const answer = (channel: string, work: (...input: unknown[]) => Promise<Reply>): void => {
    ipcMain.handle(channel, (event, ...input: unknown[]) => {
      if (!isOurSender(event, ours, page)) throw new Error('unknown sender');
      return work(...input);
    });
  };
  answer(channels.invoke, (name, input) => dispatch(handlers, String(name), input));
  answer(channels.grantFiles, async (paths) => {
    try {
      return { ok: true, value: await Promise.all(parsePaths(paths).map(grantFile)) };
    } catch (thrown) {
      return { ok: false, error: errorToJson(toStudioError(thrown)) };
    }
  });
}

/** Tells every window of ours what happened. */
export const publishToWindows =
  (ours: OurContents): Publish =>
  (name, payload) => {
    for (const contents of ours) {
      if (!contents.isDestroyed()) contents.send(channels.event, name, payload);
    }
  };

/** The main frame of one of our windows, showing our page; any other frame may be anyone's. */
function isOurSender(event: IpcMainInvokeEvent, ours: OurContents, page: PageAddress): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null && frame.parent === null && ours.has(event.sender) && isPage(page, frame.url)
  );
}

/** @throws StudioError `usage/invalid`; `file/not-granted` for a file that is on no disk */
function parsePaths(paths: unknown): readonly string[] {
  if (!Array.isArray(paths) || !paths.every((path) => typeof path === 'string')) {
    throw new StudioError('usage/invalid', 'paths refused', { data: { problem: 'paths' } });
  }
  if (paths.includes('')) throw new StudioError('file/not-granted', 'a file is on no disk');
  return paths;
}
