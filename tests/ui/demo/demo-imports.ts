import type {
  ImportedFile,
  ImportPreview,
  MethodInput,
  SourceFile,
  SubtitleFacts,
} from '@contract/api';
import { nameEncoding } from '@core/encodings/name-encoding';
import { StudioError } from '@core/errors/studio-error';
import { noMedia, type Project } from '@core/project-file/project';
import { makeProject } from './make-project';

/** What every subtitle file of the demo page had wrong with it. */
const repairs: SubtitleFacts['repairs'] = [
  { code: 'number-added', line: 9 },
  {
    code: 'time-rewritten',
    line: 31,
    before: '00:00:24.120 --> 00:00:26.900',
    after: '00:00:24,120 --> 00:00:26,900',
  },
  { code: 'settings-dropped', line: 58, before: 'X1:100 X2:600 Y1:40 Y2:90' },
  { code: 'cue-sorted', line: 112, before: '00:01:02,400 --> 00:01:04,000' },
  { code: 'markup-dropped', line: 140, before: '<font color="#ffff00">', after: '' },
];

function describeFile(name: string, cueCount: number, label = 'gb18030'): SubtitleFacts {
  return {
    ...{ name, format: 'srt', cueCount, repairs, repairCount: repairs.length },
    ...{ encoding: { label, hasMark: false }, lineEnding: 'crlf' },
  };
}

/** A project that was made of a subtitle file: its text, and no recording. */
export function makeTextProject(id: string, fileName: string, sentenceCount: number): Project {
  const title = fileName.replace(/\.[^.]+$/u, '');
  const durationMs = sentenceCount * 4_000;
  const made = makeProject({ id, title, mediaName: '', sentenceCount, durationMs, seed: 4 });
  return { ...made, media: noMedia, source: demoSource(fileName) };
}

/** Where the text of a demo project came from. */
export function demoSource(name: string): NonNullable<Project['source']> {
  return { format: 'srt', name, encoding: 'gb18030', lineEnding: 'crlf', hasLines: true };
}

/** What saving back would do to it: somebody else changed the file, and GB18030 holds all of the text. */
export function describeDemoSource(
  name: string,
  form: MethodInput<'projects.describeSource'>['form'] = {},
): SourceFile {
  const label = form.encoding?.label ?? 'gb18030';
  const isLacking = !['gb18030', 'utf-8', 'utf-16le', 'utf-16be'].includes(label);
  const characters = '你 的 是 在 那 座 桥 天 亮 火 车 邻 居 开 门 …';
  return {
    ...{ name, path: `/home/mara/subtitles/${name}`, format: 'srt', encoding: 'gb18030' },
    ...{ hasByteOrderMark: false, lineEnding: 'crlf', isChanged: true, isMissing: false },
    losses: [{ code: 'speakers', count: 88 }],
    ...(isLacking && { lacks: { encoding: nameEncoding(label), characters, count: 212 } }),
  };
}

/** What a file would bring into a project; its sentences are those of another. */
export function previewDemoImport(
  name: string,
  project: Project | undefined,
  encoding?: string,
): ImportPreview {
  const { sentences } = makeTextProject('sample', name, 212);
  const count = project?.sentences.length ?? 0;
  return {
    file: describeFile(name, sentences.length, encoding),
    otherEncodings: ['big5', 'windows-1252'],
    sample: sentences.slice(0, 20).map(({ beginMs, endMs, text }) => ({ beginMs, endMs, text })),
    effects: {
      merge: { added: 12, changed: Math.min(200, count), removed: 0 },
      add: { added: sentences.length, changed: 0, removed: 0 },
      replace: { added: sentences.length, changed: 0, removed: count },
    },
  };
}

/** What is said of a file that only a person can tell the encoding of. */
export function encodingUnknown(name: string): StudioError {
  const data = { path: name, tried: 'GB18030, Big5, Windows-1252', likeliest: 'big5' };
  return new StudioError('text/encoding-unknown', 'no encoding makes text of it', { data });
}

/** What came into a project of the demo page. */
export function listDemoImports(name: string): readonly ImportedFile[] {
  return [
    { ...describeFile(name, 212), id: 'import-2', atMs: Date.parse('2026-05-14T08:12:00Z') },
    {
      ...{ id: 'import-1', name: 'first draft.vtt', format: 'vtt', cueCount: 208 },
      ...{ repairs: [], repairCount: 0, atMs: Date.parse('2026-05-12T16:40:00Z') },
      encoding: { label: 'utf-8', hasMark: true },
    },
  ];
}
