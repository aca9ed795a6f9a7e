import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { expandInputs } from '../../../electron/cli/expand-inputs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-inputs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const place = (...names: string[]): void => {
  for (const name of names) writeFileSync(join(folder, name), '');
};
const expand = async (...words: string[]): Promise<readonly string[]> =>
  (await expandInputs(words, folder)).map((path) => relative(folder, path));

it('takes of a folder the files of text in time, but none that is hidden or belongs to another', async () => {
  mkdirSync(join(folder, 'all'));
  mkdirSync(join(folder, 'all', 'folder.srt'));
  for (const name of ['b.srt', 'a.vtt', '._b.srt', '.c.srt', 'note.pdf']) place(join('all', name));
  place(join('all', 'b.srt.words.json'), join('all', 'lone.srt.words.json'));
  expect(await expand('all')).toEqual(
    ['a.vtt', 'b.srt', 'lone.srt.words.json'].map((name) => join('all', name)),
  );
});

it('fits classes of characters, and brackets that fit nothing as they stand', async () => {
  const raws = ['[Snow-Raws] A - 01.srt', '[Snow-Raws] A - 02.srt'];
  place(...raws, 'x-1.srt', 'a1.srt', 'a2.srt', 'b1.srt', '😀.srt');
  expect(await expand('[ab]1.srt')).toEqual(['a1.srt', 'b1.srt']);
  expect(await expand('[!a]1.srt')).toEqual(['b1.srt']);
  expect(await expand('a[2-3].srt')).toEqual(['a2.srt']);
  expect(await expand('x-*.srt')).toEqual(['x-1.srt']);
  expect(await expand('?.srt')).toEqual(['😀.srt']);
  expect(await expand('[Snow-Raws] A - *.srt')).toEqual(raws);
  expect(await expand('[Snow-Raws] A - 01.srt')).toEqual(raws.slice(0, 1));
  // For whoever reads it to tell.
  expect(await expand('[Snow-Raws] B - *.srt', '[z-a].srt')).toEqual([
    '[Snow-Raws] B - *.srt',
    '[z-a].srt',
  ]);
});
