import fc from 'fast-check';
import type { Edit } from '@core/edits/edit';
import { importModes } from '@core/edits/kinds/import-text';
import { blankProject, type Project } from '@core/project-file/project';
import { sortSentences } from '@core/transcript/sort-sentences';
import type { Sentence } from '@core/transcript/sentence';
import { anyTranscript, makeSentence } from '../transcript/build-transcript';

export function makeProject(
  sentences: readonly Sentence[],
  fields: Partial<Project> = {},
): Project {
  return {
    ...blankProject,
    id: 'p1',
    title: 'Talk',
    language: 'en',
    engine: 'local',
    media: {
      path: '/recordings/talk.wav',
      name: 'talk.wav',
      sizeBytes: 1_000_000,
      durationMs: 60_000,
      hasVideo: false,
    },
    sentences: sortSentences(sentences),
    ...fields,
  };
}

/** Any sound project of up to a dozen sentences. */
export const anyProject: fc.Arbitrary<Project> = anyTranscript.map(({ sentences }) =>
  makeProject(sentences),
);

/** An edit before it is known which sentences there are: numbers choose among them. */
export type EditPlan = (project: Project) => Edit | undefined;

const anyText = fc
  .array(fc.constantFrom('word ', 'other', ' ', 'end. ', '你好', '，', '世界', '\n', '👍', '-'), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));
const anyNumber = fc.nat(1_000_000);
const anyNumbers = fc.array(anyNumber, { minLength: 1, maxLength: 4 });
const anySpan = fc
  .tuple(fc.nat(20_000), fc.nat(5000))
  .map(([beginMs, lengthMs]) => ({ beginMs, endMs: beginMs + lengthMs }));

function choose(project: Project, number: number): Sentence | undefined {
  return project.sentences[number % Math.max(1, project.sentences.length)];
}

function chooseIds(project: Project, numbers: readonly number[]): readonly string[] {
  return numbers.flatMap((number) => choose(project, number)?.id ?? []);
}

/** Plans of edits of every kind; most of them fit most projects. */
export const anyEditPlan: fc.Arbitrary<EditPlan> = fc.oneof(
  fc.tuple(anyNumber, anyText).map(([number, text]): EditPlan => (project) => {
    const sentence = choose(project, number);
    // Half of the texts are changes of what was there.
    const kept = number % 2 === 0 ? (sentence?.text.slice(0, number % 20) ?? '') : '';
    return sentence && { kind: 'setText', sentenceId: sentence.id, text: kept + text };
  }),
  fc.tuple(anyNumber, anySpan).map(([number, span]): EditPlan => (project) => {
    const sentence = choose(project, number);
    return sentence && { kind: 'setTimes', sentenceId: sentence.id, ...span };
  }),
  fc
    .tuple(anyNumber, fc.integer({ min: -800, max: 800 }), fc.nat(900))
    .map(([number, movedMs, lengthMs]): EditPlan => (project) => {
      const sentence = choose(project, number);
      const wordIndex = number % Math.max(1, sentence?.words.length ?? 0);
      const word = sentence?.words[wordIndex];
      if (sentence === undefined || word === undefined) return undefined;
      const beginMs = Math.max(0, word.beginMs + movedMs);
      const times = { beginMs, endMs: beginMs + lengthMs };
      return { kind: 'setWordTimes', sentenceId: sentence.id, wordIndex, ...times };
    }),
  anyNumber.map((number): EditPlan => (project) => {
    const sentence = choose(project, number);
    if (sentence === undefined || sentence.words.length < 2) return undefined;
    const wordIndex = 1 + (number % (sentence.words.length - 1));
    return { kind: 'split', sentenceId: sentence.id, wordIndex };
  }),
  fc
    .tuple(anyNumber, fc.integer({ min: 2, max: 4 }))
    .map(([number, count]): EditPlan => (project) => {
      const first = number % Math.max(1, project.sentences.length);
      const neighbours = project.sentences.slice(first, first + count);
      if (neighbours.length < 2) return undefined;
      return { kind: 'merge', sentenceIds: neighbours.map(({ id }) => id) };
    }),
  anyNumbers.map((numbers): EditPlan => (project) => ({
    kind: 'remove',
    sentenceIds: chooseIds(project, numbers),
  })),
  fc
    .tuple(anySpan, anyText, fc.nat(1))
    .map(([span, text, channel]): EditPlan => () => ({ kind: 'insert', ...span, text, channel })),
  fc
    .tuple(anyNumbers, fc.constantFrom('Ana', 'Bo', '', undefined))
    .map(([numbers, speaker]): EditPlan => (project) => ({
      kind: 'setSpeaker',
      sentenceIds: chooseIds(project, numbers),
      speaker,
    })),
  fc
    .tuple(anyNumbers, fc.integer({ min: -5000, max: 5000 }))
    .map(([numbers, byMs]): EditPlan => (project) => ({
      kind: 'shift',
      sentenceIds: chooseIds(project, numbers),
      byMs,
    })),
  fc.tuple(fc.uuid(), anySpan, anyText).map(([id, { beginMs, endMs }, text]): EditPlan => () => ({
    kind: 'addSentences',
    sentences: [makeSentence(text, beginMs, endMs, { id })],
  })),
  fc
    .tuple(fc.constantFrom(...importModes), anyTranscript)
    .map(([mode, { sentences, language }]): EditPlan => () => ({
      kind: 'importText',
      mode,
      sentences,
      language,
    })),
  fc
    .record(
      { title: fc.constantFrom('Talk', 'Walk'), language: fc.constantFrom('en', 'zh') },
      { requiredKeys: [] },
    )
    .map((properties): EditPlan => () => ({ kind: 'setProperties', properties })),
);

/** Gives ids `n1`, `n2`, … */
export function countIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `n${count}`;
  };
}
