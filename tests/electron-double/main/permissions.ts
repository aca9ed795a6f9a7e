import type { DevtoolsSession } from './devtools-connection';
import { decidePermission } from './system';

/** Electron's names, and Chromium's for the same right where it has one for pages. */
const permissions = {
  'clipboard-sanitized-write': ['clipboard-write'],
  'clipboard-read': ['clipboard-read'],
  geolocation: ['geolocation'],
  media: ['camera', 'microphone'],
  notifications: ['notifications'],
} as const;

/**
 * Asks the program once for each right; Chromium tells nobody when a page asks for one.
 * @param cdp the answers hold as long as this session
 */
export async function grantPermissions(cdp: DevtoolsSession, url: string): Promise<void> {
  for (const [permission, names] of Object.entries(permissions)) {
    const { request, check } = decidePermission(permission);
    for (const name of names) {
      await cdp.send('Browser.setPermission', {
        permission: { name },
        setting: request && check ? 'granted' : 'denied',
        origin: new URL(url).origin,
      });
    }
  }
}
