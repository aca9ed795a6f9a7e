import { app, type Session, type WebContents } from 'electron';
import { isPage, type PageAddress, pageScheme } from './addresses';

/** The only rights a page of ours may have beyond those of any page: copying, and the full screen. */
const grantedPermissions: ReadonlySet<string> = new Set([
  'clipboard-sanitized-write',
  'fullscreen',
]);

/** Denies a session every permission but the two the studio uses [HG11]. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(grantedPermissions.has(permission)),
  );
  session.setPermissionCheckHandler((_contents, permission) => grantedPermissions.has(permission));
  session.setDevicePermissionHandler(() => false);
}

/**
 * Keeps the spell checker from fetching dictionaries. To be called before anything else touches the
 * session: Chromium begins to load them as soon as there is one, and looks for the address and the
 * switch (which it keeps for the next start) a moment later.
 */
export function silenceSpellChecker(session: Session): void {
  // For what the browser itself asks for, nobody answers under our own scheme.
  session.setSpellCheckerDictionaryDownloadURL(`${pageScheme}://no-dictionaries/`);
  session.setSpellCheckerEnabled(false);
}

/** Keeps every page there will ever be where it is: no other address, no window, no webview [HG10]. */
export function guardNavigation(page: PageAddress): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, page));
}

function guardContents(contents: WebContents, page: PageAddress): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isPage(page, event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isPage(page, event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
