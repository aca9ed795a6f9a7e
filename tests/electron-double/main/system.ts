import { EventEmitter } from 'node:events';
import type { Dialog, NativeTheme, Rectangle, Screen, Session, Shell } from 'electron';
import { requireReady } from './lifecycle';
import { protocol } from './protocol';
import { record } from './records';
import { createEvent, type Part, strict } from './strict';

const unanswered = (name: string) => (): never => {
  throw new Error(`electron double: nobody answers dialog.${name}; set it in the test`);
};

/** Dialogs wait for a person; a test puts its answer in the place of the function. */
export const dialog = strict('dialog', {
  showOpenDialog: unanswered('showOpenDialog'),
  showSaveDialog: unanswered('showSaveDialog'),
  showMessageBox: unanswered('showMessageBox'),
  showErrorBox: (title: string, content: string) => {
    record('dialog.showErrorBox', { title, content });
    process.stderr.write(`${title}\n${content}\n`);
  },
} satisfies Part<Dialog>);

export const shell = strict('shell', {
  showItemInFolder: (path: string) => record('shell.showItemInFolder', path),
} satisfies Part<Shell>);

export class DoubleTheme extends EventEmitter implements Part<NativeTheme> {
  private source: NativeTheme['themeSource'] = 'system';
  get themeSource(): NativeTheme['themeSource'] {
    return this.source;
  }
  set themeSource(source: NativeTheme['themeSource']) {
    if (source === this.source) return;
    this.source = source;
    this.emit('updated', createEvent({}));
  }
  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }
}

export const nativeTheme: DoubleTheme = strict('nativeTheme', new DoubleTheme());

/** Displays as `x,y,width,height` of their work areas, the main one first. */
const displays = (process.env['ELECTRON_DOUBLE_DISPLAYS'] ?? '0,0,1920,1040')
  .split(' ')
  .map((text, id) => {
    const [x = 0, y = 0, width = 0, height = 0] = text.split(',').map(Number);
    const workArea: Rectangle = { x, y, width, height };
    return strict('Display', { id, workArea });
  });

export const screen = strict('screen', {
  getPrimaryDisplay: () => {
    requireReady('screen');
    return displays[0]!;
  },
  getAllDisplays: () => {
    requireReady('screen');
    return displays;
  },
} satisfies Partial<Record<keyof Screen, unknown>>);

type RequestHandler = (
  contents: undefined,
  permission: string,
  answer: (is: boolean) => void,
) => void;
type CheckHandler = (contents: undefined, permission: string) => boolean;

let decideRequest: RequestHandler | undefined;
let decideCheck: CheckHandler | undefined;

const defaultSession = strict('session', {
  protocol: protocol as unknown as Session['protocol'],
  setPermissionRequestHandler: (handler: unknown) => {
    record('session.setPermissionRequestHandler');
    decideRequest = handler as RequestHandler;
  },
  setPermissionCheckHandler: (handler: unknown) => {
    decideCheck = handler as CheckHandler;
  },
  setDevicePermissionHandler: () => record('session.setDevicePermissionHandler'),
  resolveProxy: (url: string) => {
    record('session.resolveProxy', url);
    return Promise.resolve('DIRECT');
  },
  setSpellCheckerDictionaryDownloadURL: (url: string) =>
    record('session.setSpellCheckerDictionaryDownloadURL', url),
  setSpellCheckerEnabled: (isEnabled: boolean) =>
    record('session.setSpellCheckerEnabled', isEnabled),
} satisfies Part<Session>);

export const session = strict('session', {
  get defaultSession() {
    requireReady('session');
    return defaultSession;
  },
});

/** What the program says to a permission, asked for and checked; Electron grants what nobody denies. */
export function decidePermission(permission: string): { request: boolean; check: boolean } {
  let request = true;
  decideRequest?.(undefined, permission, (isGranted) => {
    request = isGranted;
  });
  return { request, check: decideCheck?.(undefined, permission) ?? true };
}
