import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { omitUndefined } from '@core/omit-undefined';
import { toStudioError } from '@core/errors/studio-error';
import { chineseSrt, tidySrt, untidySrt } from '../../helpers/subtitle-files';
import {
  codeOf,
  type OpenStore,
  readTexts,
  useProjectsFolder,
  write,
} from '../../helpers/use-projects-folder';

const { path, inFolder, placeMedia, open, openAfterCrash, begin } = useProjectsFolder();
const { signal } = new AbortController();

/** In windows-1252. */
const frenchSrt = Buffer.from(
  '1\n00:00:01,000 --> 00:00:02,000\nCaf\u00e9, na\u00efve, \u00fcber.\n',
  'latin1',
);

function place(name: string, content: string | Buffer = tidySrt): string {
  writeFileSync(inFolder(name), content);
  return inFolder(name);
}

describe('opening a subtitle file', () => {
  test('[PF9] without a recording makes a project that is there from the first second', async () => {
    const { projects } = open();
    const summary = await projects.openFile(place('talk.srt'), signal);
    expect(summary).toMatchObject({
      title: 'talk',
      mediaName: '',
      mediaPath: '',
      durationMs: 12_000,
      hasVideo: false,
      sentenceCount: 2,
    });
    expect(Object.keys(summary)).not.toContain('sourceIdentity');
    const revived = openAfterCrash().projects;
    expect(await revived.list()).toEqual([summary]);
    const { project, history } = await revived.open(summary.id);
    expect(project).toMatchObject({
      title: 'talk',
      engine: '',
      media: { path: '', name: '', durationMs: 0 },
      source: { format: 'srt', name: 'talk.srt', encoding: 'utf-8', hasByteOrderMark: false },
    });
    expect(project.sentences.map(({ text }) => text)).toEqual(['One two four.', 'New.']);
    expect(history).toEqual({});
  });

  test('in an encoding that a person names makes a project of its own where another was guessed', async () => {
    const { projects } = open();
    const file = place('cafe.srt', frenchSrt);
    const guessed = await projects.openFile(file, signal, { encoding: 'koi8-r' });
    const named = await projects.openFile(file, signal, { encoding: 'windows-1252' });
    expect(await readTexts(projects, named.id)).toEqual(['Café, naïve, über.']);
    expect(named.id).not.toBe(guessed.id);
    for (const { id } of [named, guessed]) {
      const { encoding } = (await projects.read(id)).source!;
      expect((await projects.openFile(file, signal, omitUndefined({ encoding }))).id).toBe(id);
    }
  });

  test('of another encoding and with repairs keeps what it was', async () => {
    const { projects } = open();
    const { id } = await projects.openFile(place('你好.srt', chineseSrt), signal);
    expect(await readTexts(projects, id)).toEqual(['你好']);
    expect(await projects.listImports(id)).toMatchObject([
      { name: '你好.srt', encoding: { label: 'gb18030', hasMark: false }, repairCount: 0 },
    ]);
    const untidy = await projects.openFile(place('untidy.srt', untidySrt), signal);
    const [file] = await projects.listImports(untidy.id);
    expect(file).toMatchObject({
      name: 'untidy.srt',
      format: 'srt',
      cueCount: 2,
      encoding: { label: 'utf-8', hasMark: true },
    });
    expect(file?.repairs.map(({ line }) => line)).toContain(5);
    expect(file?.repairCount).toBe(file?.repairs.length);
  });

  test.each(['talk.srt', 'talk.en.srt', 'talk.zh-Hans.forced.srt', 'talk.wav.srt', 'TALK.srt'])(
    '[PF5] %s finds the recording beside it, which nobody chose',
    async (name) => {
      const { projects } = open();
      placeMedia('other.wav');
      const media = placeMedia('talk.wav');
      const { id, mediaPath, durationMs } = await projects.openFile(place(name), signal);
      expect([mediaPath, durationMs]).toEqual([media, 5000]);
      expect(await projects.findRecording(id)).toEqual({ path: media, isFromProjectFile: true });
      expect(await projects.maySend({ projectId: id, path: media }, 'flash')).toBe(false);
      // Opened by the person, it is the same project, and now chosen.
      expect((await projects.openFile(media, signal)).id).toBe(id);
      expect(await projects.findRecording(id)).toMatchObject({ isFromProjectFile: false });
    },
  );

  test('[PF5] what is a link, no recording, or of another name does not lie beside it', async () => {
    const { projects } = open();
    mkdirSync(inFolder('elsewhere'));
    symlinkSync(placeMedia('elsewhere/real.wav'), inFolder('talk.mp3'));
    place('talk.txt');
    placeMedia('talk 2.wav');
    placeMedia('talk.v2.wav');
    expect((await projects.openFile(place('talk.srt'), signal)).mediaPath).toBe('');
  });

  test('[FM38] [FM54] counts the frames of its recording where it does not say of what rate', async () => {
    const { projects } = open();
    const sub = place('film.sub', '{24}{48}Hello\n');
    const table = place('film.csv', 'in,out,text\n00:00:01:12,00:00:02:00,Hello\n');
    const beginOf = async (id: string): Promise<number[]> =>
      (await projects.read(id)).sentences.map(({ beginMs }) => beginMs);
    const alone = await projects.openFile(sub, signal);
    expect(await beginOf(alone.id)).toEqual([1001]);
    placeMedia('film.mov');
    const { id } = await projects.openFile(table, signal);
    expect(await beginOf(id)).toEqual([1500]);
    await projects.importFile({ projectId: id, path: sub, mode: 'add' });
    expect(await beginOf(id)).toEqual([1000, 1500]);
    const kept = (await projects.listImports(id)).find(({ name }) => name === 'film.csv');
    const again = { projectId: id, importId: kept!.id, mode: 'replace' } as const;
    await projects.importFile(again);
    expect(await beginOf(id)).toEqual([1500]);
  });

  test('takes the recording given with it rather than the one beside it', async () => {
    const { projects } = open();
    placeMedia('talk.wav');
    const mediaPath = placeMedia('given.wav', 'given sound');
    const { id } = await projects.openFile(place('talk.srt'), signal, { mediaPath });
    expect(await projects.findRecording(id)).toEqual({ path: mediaPath, isFromProjectFile: false });
    const both = await projects.openFile(inFolder('talk.srt'), signal, { mediaPath });
    expect(both.id).toBe(id);
    const other = await projects.openFile(inFolder('talk.srt'), signal, {
      mediaPath: inFolder('talk.wav'),
    });
    expect(other.id).not.toBe(id);
    // Without one it goes on with what was chosen for it.
    const again = await projects.openFile(inFolder('talk.srt'), signal);
    expect([id, other.id]).toContain(again.id);
  });

  test('twice is one project, also at once, after a restart, and when its text has changed', async () => {
    const { projects } = open();
    const file = place('talk.srt');
    const opened = await Promise.all([1, 2].map(() => projects.openFile(file, signal)));
    const { id } = opened[0]!;
    expect(opened.map((summary) => summary.id)).toEqual([id, id]);
    const [first] = (await projects.read(id)).sentences;
    await write(projects, id, 'Changed.', first!.id);
    await projects.dispose();
    const later = open().projects;
    expect((await later.openFile(file, signal)).id).toBe(id);
    expect(await readTexts(later, id)).toEqual(['Changed.', 'New.']);
    expect(await later.listImports(id)).toHaveLength(1);
    // Another text under the same name is another one.
    expect((await later.openFile(place('talk.srt', untidySrt), signal)).id).not.toBe(id);
  });

  test('brings its text into the project that its recording has, where that is empty', async () => {
    const { projects, events } = open();
    const { id } = await projects.openFile(placeMedia('talk.wav'), signal);
    const summary = await projects.openFile(place('talk.srt'), signal);
    expect(summary).toMatchObject({ id, sentenceCount: 2 });
    expect(events.map(({ name }) => name)).toContain('project.changed');
    expect((await projects.open(id)).history).toEqual({ undo: 'importText' });
    expect((await projects.openFile(inFolder('talk.srt'), signal)).id).toBe(id);
    expect(await projects.listImports(id)).toHaveLength(1);
    // What has a text is not touched.
    const full = await begin(projects, 'full.wav');
    expect((await projects.openFile(place('full.srt'), signal)).id).not.toBe(full);
    expect(await readTexts(projects, full)).toHaveLength(2);
  });
});

describe('a project without a recording [PF9]', () => {
  test('is not one whose recording is missing', async () => {
    const { projects } = open();
    await projects.openFile(place('talk.srt'), signal);
    const { id } = await projects.openFile(
      place('talk.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nOne'),
      signal,
    );
    const listed = await projects.list();
    expect(listed).toHaveLength(2);
    expect(listed.filter(({ isMediaMissing }) => isMediaMissing)).toEqual([]);
    expect(await projects.findRecording(id)).toBeUndefined();
  });

  test('takes any recording that is chosen for it', async () => {
    const { projects } = open();
    const { id } = await projects.openFile(place('talk.srt'), signal);
    const media = placeMedia('hours.wav', 'x'.repeat(4000));
    await projects.relocate(id, media, { signal });
    expect(await projects.findRecording(id)).toEqual({ path: media, isFromProjectFile: false });
    expect((await projects.list())[0]).toMatchObject({ mediaPath: media, durationMs: 4_000_000 });
    const later = openAfterCrash().projects;
    expect((await later.openFile(media, signal)).id).toBe(id);
    expect((await later.openFile(inFolder('talk.srt'), signal)).id).toBe(id);
  });

  test('gets the recording that is given, or that has come to lie beside its file', async () => {
    const { projects } = open();
    const given = await projects.openFile(place('given.srt'), signal);
    const mediaPath = placeMedia('other name.wav');
    expect(await projects.openFile(inFolder('given.srt'), signal, { mediaPath })).toMatchObject({
      id: given.id,
      mediaPath,
    });
    const beside = await projects.openFile(place('beside.srt'), signal);
    const media = placeMedia('beside.wav', 'more sound');
    expect(await projects.openFile(inFolder('beside.srt'), signal)).toMatchObject({
      id: beside.id,
      mediaPath: media,
    });
    expect(await projects.findRecording(beside.id)).toMatchObject({ isFromProjectFile: true });
  });

  test('is copied and taken in again, without a recording of its own', async () => {
    const { projects } = open();
    const { id } = await projects.openFile(place('talk.srt'), signal);
    mkdirSync(inFolder('sent'));
    placeMedia('sent/talk.wav');
    writeFileSync(inFolder('sent/talk.zimu'), await projects.formatCopy(id));
    const copy = await projects.openFile(inFolder('sent/talk.zimu'), signal);
    expect(copy.id).not.toBe(id);
    expect(copy).toMatchObject({ mediaPath: '', sentenceCount: 2, durationMs: 12_000 });
    await projects.openFile(placeMedia('fresh.wav'), signal);
    expect(await projects.list()).toHaveLength(3);
  });
});

describe('a subtitle file that cannot be opened', () => {
  const listFolder = (): string[] => (existsSync(path()) ? readdirSync(path()) : []);

  test.each([
    ['of no format', 'talk.srt', 'Nothing of it has a time.', 'text/unreadable'],
    ['binary', 'talk.vtt', Buffer.from([0, 1, 2, 0, 255]), 'text/unreadable'],
    ['of JSON that is not ours', 'talk.json', '{"version":1}', 'text/unreadable'],
    ['larger than a text', 'talk.srt', Buffer.alloc(64_000_001, '1'), 'text/too-large'],
  ])('is %s', async (_what, name, content, code) => {
    const { projects } = open();
    const file = place(name, content);
    const error = toStudioError(
      await projects.openFile(file, signal).catch((thrown: unknown) => thrown),
    );
    expect([error.code, JSON.stringify(error.data)]).toEqual([code, expect.stringContaining(name)]);
    expect(await codeOf(projects.previewImport({ path: file }))).toBe(code);
    expect([await projects.list(), listFolder()]).toEqual([[], []]);
  });

  test('has gone, or is given with what is no recording', async () => {
    const { projects } = open();
    expect(await codeOf(projects.openFile(inFolder('gone.srt'), signal))).toBe('text/unreadable');
    const mediaPath = place('talk.txt');
    expect(await codeOf(projects.openFile(place('talk.srt'), signal, { mediaPath }))).toBe(
      'media/no-audio',
    );
    expect(
      await codeOf(
        projects.openFile(placeMedia('talk.wav'), signal, { mediaPath: inFolder('talk.wav') }),
      ),
    ).toBe('usage/invalid');
    expect([await projects.list(), listFolder()]).toEqual([[], []]);
  });

  test('[JN13] cannot be placed: nothing is listed and nothing left', async () => {
    const { projects } = open();
    await projects.list();
    // In the place of the second id: of the file that is kept.
    mkdirSync(join(path(), 'project-1', 'in the way'), { recursive: true });
    expect(await codeOf(projects.openFile(place('talk.srt'), signal))).toBe('project/unwritable');
    expect([await projects.list(), listFolder()]).toEqual([[], ['project-1']]);
    rmSync(join(path(), 'project-1'), { recursive: true });
    expect(
      await readTexts(projects, (await projects.openFile(inFolder('talk.srt'), signal)).id),
    ).toHaveLength(2);
  });

  test('[JN13] when the studio goes down in the middle: nothing is there, nothing left', async () => {
    let crashed: OpenStore | undefined;
    let timeMs = 0;
    const { projects } = open({
      now: () => {
        // Asked for the kept file as well, when the folder is there and not yet whole.
        if (readdirSync(inFolder('')).includes('projects') && listFolder().length > 0) {
          crashed ??= openAfterCrash();
        }
        return (timeMs += 1);
      },
    });
    const { id } = await projects.openFile(place('talk.srt'), signal);
    expect(id).toBe('project-1');
    expect(await crashed!.projects.list()).toEqual([]);
    const opened = await crashed!.projects.openFile(inFolder('talk.srt'), signal);
    expect(await readTexts(crashed!.projects, opened.id)).toHaveLength(2);
    const [folder] = readdirSync(inFolder('')).filter((name) => /^crashed-\d+$/u.test(name));
    expect(readdirSync(inFolder(folder!))).toEqual([opened.id]);
  });
});
