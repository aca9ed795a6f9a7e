import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { showWindow } from '../../../electron/cli/show-window';
import type { Terminal } from '../../../electron/cli/terminal';
import type { TicketEnd } from '../../../electron/host/tickets';

const url = 'http://zimu-0.localhost:1/?token=a';
const folder = mkdtempSync(join(tmpdir(), 'zimu-show-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Situation {
  /** How what was laid down for the browser came to its end. */
  readonly end: TicketEnd;
  readonly hadPages?: boolean;
  readonly locale?: Terminal['locale'];
  /** Exit code of the program that shows the page. */
  readonly exitCode?: number;
}

/** What a person has been told by the time the way in is no more. */
async function show({ end, hadPages = false, locale = 'en', exitCode = 0 }: Situation) {
  const program = join(folder, 'xdg-open');
  writeFileSync(program, `#!/bin/sh\nexit ${exitCode}\n`, { mode: 0o755 });
  let told = '';
  let finish: (end: TicketEnd) => void = () => undefined;
  const ended = new Promise<TicketEnd>((fulfil) => (finish = fulfil));
  const studio = {
    url,
    pages: { hadAny: () => hadPages },
    layWayIn: () => Promise.resolve({ file: join(folder, '1.html'), ended }),
  };
  const terminal = makeTerminal(locale, (text) => (told += text));
  const window = await showWindow(studio, terminal, { home: folder, log: () => undefined });
  // A failed program has said so before the time is up.
  if (exitCode !== 0) await new Promise<void>((fulfil) => window?.onFailed(fulfil));
  finish(end);
  await ended;
  return told;
}

function makeTerminal(locale: Terminal['locale'], tell: (text: string) => void): Terminal {
  return {
    stdout: { write: () => undefined },
    stderr: { write: tell },
    env: { DISPLAY: ':0', PATH: folder },
    workingDirectory: '/',
    locale,
    signal: new AbortController().signal,
  };
}

it('gives the address to open where no browser came in time', async () => {
  const told = await show({ end: 'expired' });
  expect(told).toContain('No browser has opened the studio so far.');
  expect(told).toContain(url);
  expect(await show({ end: 'expired', locale: 'zh-CN' })).toContain(url);
});

it.each<Situation>([
  { end: 'used' },
  { end: 'closed' },
  // A person was quicker, with the address that was printed.
  { end: 'expired', hadPages: true },
])('is silent where it was opened, or is no more: %j', async (situation) => {
  expect(await show(situation)).toBe('');
});

it('says one thing only where the program failed', async () => {
  const told = await show({ end: 'expired', exitCode: 3 });
  expect(told).toBe('No window can be opened here; open the address above in a browser.\n');
});

it('says so where nothing can be laid down for a browser', async () => {
  let told = '';
  const logged: string[] = [];
  const studio = {
    url,
    pages: { hadAny: () => false },
    layWayIn: () => Promise.reject(new Error('ENOSPC: no space left')),
  };
  const terminal = makeTerminal('en', (text) => (told += text));
  const log = (line: string): void => void logged.push(line);
  expect(await showWindow(studio, terminal, { home: folder, log })).toBeUndefined();
  expect(told).toContain('No window can be opened here');
  expect(logged.join()).toContain('ENOSPC');
});
