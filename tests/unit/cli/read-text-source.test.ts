import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTextSource } from '../../../electron/cli/read-text-source';
import { noUnix } from '../../helpers/skip';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-source-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('readTextSource', () => {
  it('gives the bytes of a file as they are', async () => {
    const path = join(folder, 'talk.txt');
    writeFileSync(path, Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    const { signal } = new AbortController();
    expect(Buffer.from(await readTextSource(path, { signal }))).toEqual(
      Buffer.from([0xff, 0xfe, 0x41, 0x00]),
    );
  });

  it('says what is missing in the words of the system', async () => {
    const { signal } = new AbortController();
    await expect(readTextSource(join(folder, 'gone'), { signal })).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  it('reads nothing for a person who has stopped', async () => {
    const path = join(folder, 'talk.txt');
    writeFileSync(path, 'text');
    await expect(readTextSource(path, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'job/cancelled',
    });
  });

  it.for([
    ['nobody writes', false],
    ['who writes is silent', true],
  ] as const)('gives up a pipe into which %s', async ([_what, hasWriter], { skip }) => {
    skip(noUnix !== undefined, noUnix);
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    const { signal } = new AbortController();
    const reading = readTextSource(path, { signal, name: 'the pipe', idleMs: 1_000 });
    const descriptors: number[] = [];
    if (hasWriter) descriptors.push(openSync(path, constants.O_RDWR));
    await expect(reading).rejects.toMatchObject({
      code: 'text/no-data',
      data: { path: 'the pipe', seconds: 1 },
    });
    for (const descriptor of descriptors) closeSync(descriptor);
  });
});
