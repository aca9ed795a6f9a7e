import fc from 'fast-check';
import type { Edit } from '@core/edits/edit';
import type { EditKindName } from '@core/edits/edit-kinds';
import { withText } from '@core/formats/writing-rules/change-sentences';
import type { Project } from '@core/project-file/project';
import type { Sentence } from '@core/transcript/sentence';
import { importModes } from '@core/edits/kinds/import-text';
import { anyTranscript, makeSentence } from '../transcript/build-transcript';

/**
 * An edit before it is known which sentences there are: numbers choose among them. Undefined where
 * the project has nothing for it; the edit itself may be refused with `usage/invalid`.
 */
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

/** By kind, edits that fit most projects: the test plan of a kind, without which nothing compiles. */
export const editPlans: Readonly<Record<EditKindName, fc.Arbitrary<EditPlan>>> = {
  setText: fc.tuple(anyNumber, anyText).map(([number, text]): EditPlan => (project) => {
    const sentence = choose(project, number);
    // Half of the texts are changes of what was there.
    const kept = number % 2 === 0 ? (sentence?.text.slice(0, number % 20) ?? '') : '';
    return sentence && { kind: 'setText', sentenceId: sentence.id, text: kept + text };
  }),
  setTimes: fc.tuple(anyNumber, anySpan).map(([number, span]): EditPlan => (project) => {
    const sentence = choose(project, number);
    return sentence && { kind: 'setTimes', sentenceId: sentence.id, ...span };
  }),
  setWordTimes: fc
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
  split: anyNumber.map((number): EditPlan => (project) => {
    const sentence = choose(project, number);
    if (sentence === undefined || sentence.words.length < 2) return undefined;
    const offset = Math.floor(number / 3) % sentence.text.length;
    // A third of them between any two characters [ED11], where there may be no word on one side.
    if (number % 3 === 0) return { kind: 'split', sentenceId: sentence.id, offset };
    const wordIndex = 1 + (number % (sentence.words.length - 1));
    return { kind: 'split', sentenceId: sentence.id, wordIndex };
  }),
  merge: fc
    .tuple(anyNumber, fc.integer({ min: 2, max: 4 }))
    .map(([number, count]): EditPlan => (project) => {
      const first = number % Math.max(1, project.sentences.length);
      const neighbours = project.sentences.slice(first, first + count);
      if (neighbours.length < 2) return undefined;
      return { kind: 'merge', sentenceIds: neighbours.map(({ id }) => id) };
    }),
  remove: anyNumbers.map((numbers): EditPlan => (project) => ({
    kind: 'remove',
    sentenceIds: chooseIds(project, numbers),
  })),
  insert: fc.tuple(anySpan, anyText, fc.nat(1)).map(([span, text, channel]): EditPlan => () => ({
    kind: 'insert',
    ...span,
    text,
    channel,
  })),
  setSpeaker: fc
    .tuple(anyNumbers, fc.constantFrom('Ana', 'Bo', '', undefined))
    .map(([numbers, speaker]): EditPlan => (project) => ({
      kind: 'setSpeaker',
      sentenceIds: chooseIds(project, numbers),
      speaker,
    })),
  shift: fc
    .tuple(anyNumbers, fc.integer({ min: -5000, max: 5000 }))
    .map(([numbers, byMs]): EditPlan => (project) => ({
      kind: 'shift',
      sentenceIds: chooseIds(project, numbers),
      byMs,
    })),
  addSentences: fc
    .tuple(fc.uuid(), anySpan, anyText)
    .map(([id, { beginMs, endMs }, text]): EditPlan => () => ({
      kind: 'addSentences',
      sentences: [makeSentence(text, beginMs, endMs, { id })],
    })),
  realign: anyNumbers.map((numbers): EditPlan => (project) => ({
    kind: 'realign',
    sentences: [...new Set(chooseIds(project, numbers))].map((sentenceId) => {
      const { words } = project.sentences.find(({ id }) => id === sentenceId)!;
      return { sentenceId, words: words.map((word) => ({ ...word, timing: 'measured' })) };
    }),
  })),
  importText: fc
    .tuple(fc.constantFrom(...importModes), anyTranscript)
    .map(([mode, { sentences, language }]): EditPlan => () => ({
      kind: 'importText',
      mode,
      sentences,
      language,
    })),
  fixCues: fc
    .tuple(anyNumbers, anyText, anySpan, anyNumbers)
    .map(([numbers, text, span, gone]): EditPlan => (project) => {
      const removedIds = chooseIds(project, gone.slice(1));
      const ids = new Set(chooseIds(project, numbers));
      const changed = project.sentences.filter(({ id }) => ids.has(id) && !removedIds.includes(id));
      return {
        kind: 'fixCues',
        changed: changed.map((sentence) => ({
          ...withText(sentence, text),
          ...(sentence.words.length % 2 === 0 ? span : {}),
        })),
        removedIds,
      };
    }),
  setProperties: fc
    .record(
      { title: fc.constantFrom('Talk', 'Walk'), language: fc.constantFrom('en', 'zh') },
      { requiredKeys: [] },
    )
    .map((properties): EditPlan => () => ({ kind: 'setProperties', properties })),
};

/** Plans of edits of every kind. */
export const anyEditPlan: fc.Arbitrary<EditPlan> = fc.oneof(...Object.values(editPlans));
