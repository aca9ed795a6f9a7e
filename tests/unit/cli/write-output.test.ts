import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPartialPath, prepareOutput, writeOutput } from '../../../electron/cli/write-output';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-output-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a result', () => {
  it('does not take the place of a file that appeared meanwhile', async () => {
    const path = join(folder, 'talk.srt');
    await prepareOutput(path, { force: false });
    writeFileSync(path, 'somebody else');
    await expect(writeOutput(path, 'mine', { force: false })).rejects.toMatchObject({
      code: 'output/exists',
    });
    expect(readFileSync(path, 'utf8')).toBe('somebody else');
    expect(readdirSync(folder)).toEqual(['talk.srt']);
  });

  it('takes it with force', async () => {
    const path = join(folder, 'talk.srt');
    writeFileSync(path, 'old');
    await prepareOutput(path, { force: true });
    await writeOutput(path, 'new', { force: true });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['talk.srt']);
  });

  it('is written beside another of nearly the same long name at the same time', async () => {
    const paths = ['a', 'b'].map((end) => join(folder, `${'采'.repeat(80)}${end}.srt`));
    await Promise.all(
      paths.map(async (path) => {
        await prepareOutput(path, { force: false });
        await writeOutput(path, path, { force: false });
      }),
    );
    for (const path of paths) expect(readFileSync(path, 'utf8')).toBe(path);
  });

  it('leaves nothing behind when it only was prepared', async () => {
    await prepareOutput(join(folder, 'new', 'talk.srt'), { force: false });
    expect(existsSync(join(folder, 'new'))).toBe(true);
    expect(readdirSync(join(folder, 'new'))).toEqual([]);
  });
});

describe('a partial result', () => {
  it('lies beside the target under a name nobody has', async () => {
    const path = join(folder, 'talk.srt');
    expect(await findPartialPath(path)).toBe(join(folder, 'talk.partial.srt'));
    writeFileSync(join(folder, 'talk.partial.srt'), '');
    expect(await findPartialPath(path)).toBe(join(folder, 'talk.2.partial.srt'));
    expect(await findPartialPath(join(folder, 'talk'))).toBe(join(folder, 'talk.partial'));
  });
});
