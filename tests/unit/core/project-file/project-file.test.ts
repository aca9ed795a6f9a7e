import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toStudioError } from '@core/errors/studio-error';
import { migrateProject, migrations } from '@core/project-file/migrations';
import { type Project, projectVersion } from '@core/project-file/project';
import { formatProject, formatProjectLines, parseProject } from '@core/project-file/project-file';
import { makeSentence } from '../transcript/build-transcript';
import { anyProject, makeProject } from '../edits/any-project';

const anyFile: fc.Arbitrary<Project> = fc
  .tuple(
    anyProject,
    fc.record({
      title: fc.string({ unit: 'binary' }),
      path: fc.string({ minLength: 1 }),
      hasVideo: fc.boolean(),
      frameRate: fc.option(fc.constant({ numerator: 30_000, denominator: 1001 }), {
        nil: undefined,
      }),
      confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    }),
  )
  .map(([project, { title, path, hasVideo, frameRate, confidence }]) => ({
    ...project,
    title,
    media: { ...project.media, path, hasVideo, ...(frameRate === undefined ? {} : { frameRate }) },
    sentences: project.sentences.map((sentence) => ({
      ...sentence,
      words: sentence.words.map((word) => ({
        ...word,
        ...(confidence === undefined ? {} : { confidence: Math.abs(confidence) }),
      })),
    })),
  }));

function refuse(text: string): unknown {
  try {
    parseProject(text, '/talk.zimu');
  } catch (thrown) {
    const { code, data } = toStudioError(thrown);
    return [code, ...Object.values(data)];
  }
  return 'read';
}

const project = makeProject([
  makeSentence('Hello there.', 0, 1000, { id: 'a', speaker: 'Ana' }),
  makeSentence('你好。', 2000, 3000, { id: 'b' }),
]);
const changed = (fields: object): string => JSON.stringify({ ...project, ...fields });

describe('project file', () => {
  test('[PF1] what is written is read again, whatever it is', () => {
    fc.assert(
      fc.property(anyFile, (given) => {
        expect(parseProject(formatProject(given), 'x')).toEqual(given);
      }),
    );
  });

  test('[PF2] the same project is the same text, in whatever order its keys were', () => {
    const [first] = project.sentences;
    const { words, ...rest } = first!;
    const { sentences: _all, ...head } = project;
    const turned = { sentences: [{ words, ...rest }, ...project.sentences.slice(1)], ...head };
    expect(formatProject(turned)).toBe(formatProject(project));
    expect(_all).toBe(project.sentences);
  });

  test('[PF2] one line for each sentence', () => {
    expect(formatProject(makeProject([makeSentence('Hi.', 5, 10)]))).toBe(`{
  "version": 2,
  "minor": 0,
  "id": "p1",
  "title": "Talk",
  "language": "en",
  "engine": "local",
  "media": {"path":"/recordings/talk.wav","name":"talk.wav","sizeBytes":1000000,"durationMs":60000,"hasVideo":false},
  "sentences": [
    {"id":"s5","beginMs":5,"endMs":10,"text":"Hi.","channel":0,"words":[{"before":"","text":"Hi","after":".","beginMs":5,"endMs":10,"timing":"measured"}]}
  ]
}
`);
    expect([...formatProjectLines(project)]).toHaveLength(12);
    expect(parseProject(formatProject(makeProject([])), 'x').sentences).toEqual([]);
  });

  test.each<[string, string, unknown]>([
    ['no JSON', 'nonsense', ['project/unreadable', '/talk.zimu', 'it is not JSON']],
    [
      'a torn file',
      formatProject(project).slice(0, -30),
      ['project/unreadable', '/talk.zimu', 'it is not JSON'],
    ],
    ['no object', '[]', ['project/unreadable', '/talk.zimu', 'it has no version']],
    ['no version', '{}', ['project/unreadable', '/talk.zimu', 'it has no version']],
    [
      'a version that never was',
      changed({ version: 0 }),
      ['project/unreadable', '/talk.zimu', 'it has no version'],
    ],
    [
      'a version to come',
      changed({ version: 3, sentences: 'new' }),
      ['project/too-new', '/talk.zimu', 3],
    ],
    [
      'a field of another kind',
      changed({ title: 5 }),
      ['project/unreadable', '/talk.zimu', expect.stringMatching(/^title: /)],
    ],
    [
      'a text that is not its words',
      changed({ sentences: [{ ...project.sentences[0], text: 'Hi' }] }),
      ['project/unreadable', '/talk.zimu', expect.stringMatching(/\[TX1\]$/)],
    ],
    [
      'sentences out of order',
      changed({ sentences: project.sentences.toReversed() }),
      ['project/unreadable', '/talk.zimu', expect.stringMatching(/\[TX3\]$/)],
    ],
  ])('[PF3] refuses %s', (_name, text, expected) => {
    expect(refuse(text)).toEqual(expected);
  });

  test('[PF3] passes over a byte order mark', () => {
    expect(parseProject(`\ufeff${changed({})}`, 'x')).toEqual(project);
  });

  test('[PF4] there is a migration from every version before this one', () => {
    expect([...migrations.keys()]).toEqual(
      Array.from({ length: projectVersion - 1 }, (_, index) => index + 1),
    );
  });

  test('[PF4] migrations are made one after the other, up to the version that is asked for', () => {
    const steps = new Map(
      [1, 2, 3].map((from) => [from, (value: unknown) => `${String(value)}${from}`]),
    );
    expect(migrateProject('x', 2, 4, steps)).toBe('x23');
    expect(migrateProject('x', 4, 4, steps)).toBe('x');
    expect(() => migrateProject('x', 3, 5, steps)).toThrow('no migration from version 4');
  });
});
