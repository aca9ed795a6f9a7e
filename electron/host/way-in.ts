import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { translate } from '@core/messages/catalogue';
import type { BrowserHost } from './start-browser-host';
import type { TicketEnd } from './tickets';

/** A page on the disk that leads whoever can read it into the studio, once. */
export interface WayIn {
  /** Absolute. */
  readonly file: string;
  /** Its end, when the file is gone; never rejects. */
  readonly ended: Promise<TicketEnd>;
}

/** The folder of such pages in a data folder. */
function findWayInFolder(home: string): string {
  return join(home, 'way-in');
}

/**
 * Lays down a page for a browser that is about to be started. Everybody on the computer can read
 * the command line of a program; this file only its owner, and it is gone as soon as it was used [HG4].
 * @param home data folder
 * @throws Error the system's, when it cannot be written
 */
export async function layWayIn(
  home: string,
  host: Pick<BrowserHost, 'makeAddressForOnce'>,
): Promise<WayIn> {
  const folder = findWayInFolder(home);
  await mkdir(folder, { mode: 0o700 }).catch((thrown: unknown) => {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
  });
  const file = resolve(folder, `${randomBytes(8).toString('hex')}.html`);
  let tell: (end: TicketEnd) => void = () => undefined;
  const ended = new Promise<TicketEnd>((fulfil) => (tell = fulfil));
  const url = host.makeAddressForOnce((end) => tell(end));
  await writeFile(file, formatPage(url), { flag: 'wx', mode: 0o600 });
  return { file, ended: ended.then((end) => remove(file).then(() => end)) };
}

/** Takes away what lies there of this start, or of one that was killed. */
export async function clearWayIn(home: string): Promise<void> {
  await remove(findWayInFolder(home));
}

/** What cannot be removed, as a file that a browser still reads on Windows, opens nothing any more. */
async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
}

/** Seen for an instant; the link is for a browser that follows no redirections of files. */
function formatPage(url: string): string {
  const label = (['en', 'zh-CN'] as const).map((locale) => translate(locale, 'cli.serve.enter'));
  return [
    '<!doctype html>',
    '<meta charset="utf-8">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<meta http-equiv="refresh" content="0;url=${url}">`,
    '<title>Zimu Studio</title>',
    `<p><a href="${url}">${label.join(' · ')}</a></p>`,
    '',
  ].join('\n');
}
