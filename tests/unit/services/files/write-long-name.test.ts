import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeText } from '../../../../electron/services/files/write-text';
import { describeUnless, noUnix } from '../../../helpers/skip';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-long-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, text: string): Promise<void> =>
  writeText(path, text, 'output/unwritable', { isExport: true });

describeUnless(noUnix, '[FN2] an export', () => {
  it.each([`${'a'.repeat(251)}.srt`, `${'字'.repeat(83)}.srt`])(
    'has any name: %s',
    async (name) => {
      await write(join(folder, name), 'text');
      expect(readdirSync(folder)).toEqual([name]);
      expect(readFileSync(join(folder, name), 'utf8')).toBe('text');
    },
  );

  it('goes into a pipe, and takes nothing from its place', async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    const reader = openSync(path, constants.O_RDWR);
    await write(path, 'text');
    const bytes = Buffer.alloc(10);
    expect(bytes.toString('utf8', 0, readSync(reader, bytes))).toBe('text');
    closeSync(reader);
    expect(statSync(path).isFIFO()).toBe(true);
  });

  it('keeps the mode of what it replaces, and the link to it', async () => {
    const path = join(folder, 'talk.srt');
    writeFileSync(path, 'old');
    chmodSync(path, 0o640);
    symlinkSync(path, join(folder, 'link.srt'));
    await write(join(folder, 'link.srt'), 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(['link.srt', 'talk.srt']);
  });
});
