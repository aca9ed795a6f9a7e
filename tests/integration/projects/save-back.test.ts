import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeText } from '../../../electron/services/formats/encode-text';
import type { Projects } from '../../../electron/services/projects/projects';
import { codeOf, readTexts, useProjectsFolder, write } from '../../helpers/use-projects-folder';

const { path, inFolder, open, begin } = useProjectsFolder();
const { signal } = new AbortController();

const text =
  '\ufeff3\r\n00:00:01,000 --> 00:00:02,000 X1:10\r\n 市场开门 \r\n\r\n' +
  '7\r\n00:00:03,000 --> 00:00:04,000\r\n<i>好</i>\r\n';
const form = { label: 'utf-16le', hasMark: false };

function place(content: Uint8Array = encodeText(text, form)): string {
  writeFileSync(inFolder('talk.srt'), content);
  return inFolder('talk.srt');
}

async function correct(projects: Projects, id: string, said: string): Promise<void> {
  const sentenceId = (await projects.read(id)).sentences[1]!.id;
  await write(projects, id, said, sentenceId);
}

const cue = (said: string): string => `1\n00:00:01,000 --> 00:00:02,000\n${said}\n`;

const save = (projects: Projects, projectId: string, isConfirmed = false) =>
  projects.saveBack({ projectId, isConfirmed });

test('[FM87] what was not changed goes back byte for byte, and an edit in the file’s own form', async () => {
  const { projects } = open();
  const file = place();
  chmodSync(file, 0o640);
  const { id } = await projects.openFile(file, signal);
  expect(await projects.describeSource(id)).toMatchObject({
    ...{ name: 'talk.srt', path: file, format: 'srt', encoding: 'utf-16le' },
    ...{ hasByteOrderMark: true, lineEnding: 'crlf', isChanged: false, isMissing: false },
  });
  expect(await save(projects, id)).toEqual({ savedAs: file });
  expect(readFileSync(file)).toEqual(encodeText(text, form));
  await correct(projects, id, '不好');
  await save(projects, id);
  expect(readFileSync(file)).toEqual(encodeText(text.replace('<i>好</i>', '不好'), form));
  expect(statSync(file).mode & 0o777).toBe(0o640);
  // It is known by what was saved now, and the file as it came is still with the project.
  expect(await projects.describeSource(id)).toMatchObject({ isChanged: false });
  const kept = readdirSync(join(path(), id, 'sources')).find((name) => name.endsWith('.srt'))!;
  expect(readFileSync(join(path(), id, 'sources', kept))).toEqual(encodeText(text, form));
});

test('[FM87] a chosen encoding and line ending go before the file’s own', async () => {
  const { projects } = open();
  const file = place();
  const { id } = await projects.openFile(file, signal);
  const form = { encoding: { label: 'utf-8', hasMark: false }, lineEnding: 'lf' } as const;
  expect(await projects.describeSource(id, form)).toMatchObject({ isChanged: false });
  await projects.saveBack({ projectId: id, isConfirmed: false, form });
  const inForm = text.replace('\ufeff', '').replaceAll('\r\n', '\n');
  expect(readFileSync(file, 'utf8')).toBe(inForm);
  expect(await projects.describeSource(id)).toMatchObject({ isChanged: false });
  // What is lacking is told before, and refused.
  const narrow = { encoding: { label: 'windows-1252', hasMark: false } };
  const { lacks } = (await projects.describeSource(id, narrow))!;
  expect(lacks).toMatchObject({ encoding: 'Windows-1252', count: 5 });
  const refused = projects.saveBack({ projectId: id, isConfirmed: true, form: narrow });
  expect(await codeOf(refused)).toBe('text/encoding-lacks');
  expect(readFileSync(file, 'utf8')).toBe(inForm);
  await save(projects, id);
  expect(readFileSync(file)).toEqual(encodeText(text, { label: 'utf-16le', hasMark: false }));
});

test('[FM87] what somebody else changed is written only when confirmed, and kept', async () => {
  const { projects } = open();
  const file = place();
  const { id } = await projects.openFile(file, signal);
  await correct(projects, id, '不好');
  writeFileSync(file, 'other');
  expect(await projects.describeSource(id)).toMatchObject({ isChanged: true });
  expect(await codeOf(save(projects, id))).toBe('text/source-changed');
  expect(readFileSync(file, 'utf8')).toBe('other');
  await save(projects, id, true);
  expect(readFileSync(file)).toEqual(encodeText(text.replace('<i>好</i>', '不好'), form));
  const folder = join(path(), id, 'sources');
  const kept = readdirSync(folder).filter((name) => name.endsWith('.srt'));
  expect(kept.map((name) => readFileSync(join(folder, name), 'utf8'))).toContain('other');
  // It was no text; one that is can be read again as well.
  expect(await projects.listImports(id)).toMatchObject([{ cueCount: 0 }, { cueCount: 2 }]);
  writeFileSync(file, cue('别人的'));
  await save(projects, id, true);
  const [theirs] = await projects.listImports(id);
  expect(theirs).toMatchObject({ cueCount: 1, encoding: { label: 'utf-8' } });
  await projects.importFile({ projectId: id, mode: 'add', importId: theirs!.id }, signal);
  expect(await readTexts(projects, id)).toContain('别人的');
  await projects.undo(id);
  rmSync(file);
  expect(await projects.describeSource(id)).toMatchObject({ isMissing: true, isChanged: false });
  await save(projects, id);
  expect(readFileSync(file).length).toBeGreaterThan(10);
});

test('[FM87] an encoding that lacks a character, or no file, is refused and nothing is written', async () => {
  const { projects } = open();
  const old = encodeText(
    '1\n00:00:01,000 --> 00:00:02,000\ncafé\n\n2\n00:00:03,000 --> 00:00:04,000\nthé\n',
    {
      label: 'windows-1252',
      hasMark: false,
    },
  );
  const file = place(old);
  const { id } = await projects.openFile(file, signal);
  await correct(projects, id, '市场');
  expect(await projects.describeSource(id)).toMatchObject({ lacks: { characters: '市 场' } });
  expect(await codeOf(save(projects, id))).toBe('text/encoding-lacks');
  expect(readFileSync(file)).toEqual(Buffer.from(old));
  const none = await begin(projects);
  expect(await projects.describeSource(none)).toBeUndefined();
  expect(await codeOf(save(projects, none))).toBe('text/no-source');
});

test('[FM87] of several files of one name it goes to the one whose text it is, through undo and redo', async () => {
  const { projects } = open();
  const [first, second] = ['first', 'second'].map((name) => {
    mkdirSync(inFolder(name));
    writeFileSync(join(inFolder(name), 'talk.srt'), cue(name));
    return join(inFolder(name), 'talk.srt');
  }) as [string, string];
  const { id } = await projects.openFile(first, signal);
  await projects.importFile({ projectId: id, mode: 'replace', path: second }, signal);
  expect(await save(projects, id)).toEqual({ savedAs: second });
  await projects.undo(id);
  expect(await save(projects, id)).toEqual({ savedAs: first });
  expect([first, second].map((file) => readFileSync(file, 'utf8'))).toEqual([
    cue('first'),
    cue('second'),
  ]);
  await projects.redo(id);
  expect(await projects.describeSource(id)).toMatchObject({ path: second });
});

test('[FM87] whoever opens the file that was saved finds the project that has its text', async () => {
  const { projects } = open();
  const file = place();
  const { id } = await projects.openFile(file, signal);
  await correct(projects, id, '不好');
  await save(projects, id);
  expect((await projects.openFile(file, signal)).id).toBe(id);
  expect(await projects.list()).toHaveLength(1);
});

test('[FM87] of two savings at once the last one stands, and neither is taken for somebody else', async () => {
  const { projects } = open();
  const file = place();
  const { id } = await projects.openFile(file, signal);
  for (const round of [1, 2, 3, 4, 5, 6]) {
    await correct(projects, id, `早${round}`);
    const early = save(projects, id);
    await correct(projects, id, `晚${round}`);
    await Promise.all([early, save(projects, id)]);
    expect(readFileSync(file).toString('utf16le')).toContain(`晚${round}`);
    expect(await projects.describeSource(id)).toMatchObject({ isChanged: false });
  }
});

test('[FM87] a file whose place is no folder any more is missing, and one that is a folder is refused', async () => {
  const { projects } = open();
  mkdirSync(inFolder('series'));
  const file = join(inFolder('series'), 'talk.srt');
  writeFileSync(file, cue('好'));
  const { id } = await projects.openFile(file, signal);
  rmSync(inFolder('series'), { recursive: true });
  writeFileSync(inFolder('series'), 'a file');
  expect(await projects.describeSource(id)).toMatchObject({ isMissing: true });
  expect(await codeOf(save(projects, id))).toBe('output/unwritable');
  rmSync(inFolder('series'));
  mkdirSync(file, { recursive: true });
  expect(await codeOf(projects.describeSource(id))).toBe('media/not-a-file');
  expect(await codeOf(save(projects, id))).toBe('media/not-a-file');
});

test('[FM84] opening a file brings the word times beside it', async () => {
  const { projects } = open();
  const file = place();
  const words = { beginMs: 3000, endMs: 4000, words: [['好', 3100, 3300]] };
  writeFileSync(`${file}.words.json`, JSON.stringify({ version: 1, cues: [words] }));
  const { id } = await projects.openFile(file, signal);
  expect((await projects.read(id)).sentences[1]?.words).toMatchObject([
    { text: '好', beginMs: 3100, endMs: 3300, timing: 'measured' },
  ]);
});
