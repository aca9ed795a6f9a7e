import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { layWayIn } from '../../../electron/host/way-in';
import { useBrowserHost } from '../../helpers/use-browser-host';

/** What the host would do when the time of its tickets is up. */
const due: (() => void)[] = [];
const fixture = useBrowserHost({
  startTimer: (delayMs, run) => {
    expect(delayMs).toBe(30_000);
    due.push(run);
    return () => undefined;
  },
});
const { askBare } = fixture;
const home = mkdtempSync(join(tmpdir(), 'zimu-way-in-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Where a page on the disk leads. */
function readTarget(file: string): URL {
  const [, url = ''] = /content="0;url=([^"]+)"/.exec(readFileSync(file, 'utf8')) ?? [];
  return new URL(url);
}
/** Goes there as a browser does that does not say from where. */
async function follow({ pathname, search }: URL): Promise<number> {
  return (await askBare(pathname + search)).status;
}

it('[HG4] is for nobody else to read', async () => {
  const { file } = await layWayIn(home, fixture.host());
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
  expect(dirname(dirname(file))).toBe(home);
});

it('[HG4] leads in once, and is gone by then', async () => {
  const { file, ended } = await layWayIn(home, fixture.host());
  const target = readTarget(file);
  expect(target.host).toBe(fixture.authority());
  // What opens the host for good is not in it.
  expect(readFileSync(file, 'utf8')).not.toContain(fixture.token());
  expect(await follow(target)).toBe(200);
  expect(await ended).toBe('used');
  expect(readdirSync(dirname(file))).not.toContain(basename(file));
  expect(() => readFileSync(file)).toThrow('ENOENT');
  expect(await follow(target)).toBe(401);
});

it('is used up by whoever comes first, so that a replay is never let in', async () => {
  const target = readTarget((await layWayIn(home, fixture.host())).file);
  const statuses = await Promise.all([1, 2, 3, 4].map(() => follow(target)));
  expect(statuses.toSorted()).toEqual([200, 401, 401, 401]);
});

it('[HG4] leads nowhere after 30 seconds, and is gone', async () => {
  const { file, ended } = await layWayIn(home, fixture.host());
  const target = readTarget(file);
  for (const run of due.splice(0)) run();
  expect(await ended).toBe('expired');
  expect(() => readFileSync(file)).toThrow('ENOENT');
  expect(await follow(target)).toBe(401);
  // The printed address is good until the studio ends.
  expect((await askBare(`/?token=${fixture.token()}`)).status).toBe(303);
});

it('leaves the others alone', async () => {
  const [first, second] = await Promise.all([
    layWayIn(home, fixture.host()),
    layWayIn(home, fixture.host()),
  ]);
  expect(await follow(readTarget(first.file))).toBe(200);
  await first.ended;
  expect(await follow(readTarget(second.file))).toBe(200);
});

it('tells no page where it came from', async () => {
  const { file } = await layWayIn(home, fixture.host());
  expect(readFileSync(file, 'utf8')).toContain('<meta name="referrer" content="no-referrer">');
  const { pathname, search } = readTarget(file);
  const opened = await askBare(pathname + search);
  expect(opened.headers['referrer-policy']).toBe('no-referrer');
  expect(opened.text).toContain('content="0;url=/"');
  expect(opened.text).not.toContain('ticket');
});
