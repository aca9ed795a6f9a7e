import { app } from 'electron';
import { parseSentFiles } from './file-arguments';

/** Files from outside of the window: the command line, a second start, the file manager. */
export interface OutsideFiles {
  /** Hears of them from now on; a Mac sends the first one before the application is ready. */
  listen(): void;
  open(paths: readonly string[]): void;
  /** Who opens them; what came earlier comes to it now. Told of a second start without files, too. */
  handle(opener: (paths: readonly string[]) => void): void;
}

/** Files that come before there is a studio wait for it. */
export function createOutsideFiles(): OutsideFiles {
  let waiting: string[] = [];
  let opener = (paths: readonly string[]): void => {
    waiting = [...waiting, ...paths];
  };
  return {
    listen: () => {
      app.on('open-file', (event, path) => {
        event.preventDefault();
        opener([path]);
      });
      app.on('second-instance', (_event, _words, _folder, data) => opener(parseSentFiles(data)));
    },
    open: (paths) => opener(paths),
    handle: (chosen) => {
      opener = chosen;
      const early = waiting;
      waiting = [];
      if (early.length > 0) opener(early);
    },
  };
}
