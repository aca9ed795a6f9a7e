import fc from 'fast-check';
import { diffRecords } from '@core/edits/make-diff';
import type { ProjectDiff } from '@core/edits/project-diff';
import type { DocumentProperties } from '@core/records/document-properties';
import { makeSecondTextId } from '@core/records/kinds/second-text-kind';
import type { StoredRecord } from '@core/records/record-kind';
import type { RecordKindName, RecordOf } from '@core/records/record-kinds';
import { anyTranscript } from '../transcript/build-transcript';

const anyId = fc.uuid();
const anyMs = fc.nat(10_000_000);
const anyText = fc.string({ unit: 'binary', maxLength: 20 });
const anyName = fc.string({ minLength: 1, maxLength: 8 });
const anySettings = fc.dictionary(
  fc.constantFrom('Fontname', 'tts:color', 'width', 'lines'),
  fc.string(),
);
const anyOfFormat = fc.record({
  id: anyId,
  place: fc.nat(9),
  format: fc.constantFrom('ass', 'vtt'),
  settings: anySettings,
});

/** Fields as a newer minor version may have, at any depth a record bears. */
export const anyUnknownFields = fc.dictionary(
  fc.constantFrom('later', 'laterStill', 'z'),
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown),
  { maxKeys: 2 },
);

/** Sound records of every kind; a kind without any does not compile. */
export const anyRecordOf: {
  readonly [Name in RecordKindName]: fc.Arbitrary<RecordOf<Name>>;
} = {
  sentences: fc
    .tuple(
      anyTranscript.filter(({ sentences }) => sentences.length > 0),
      anyId,
      anyUnknownFields,
    )
    .map(([{ sentences }, id, unknown]) => {
      const [first] = sentences;
      const words = first!.words.map((word) => ({ ...word, ...unknown }));
      return { ...first!, id, words };
    }),
  speakers: fc.record(
    { id: anyName, hue: fc.nat(20), digit: fc.integer({ min: 1, max: 9 }) },
    { requiredKeys: ['id'] },
  ),
  styles: anyOfFormat,
  regions: anyOfFormat,
  comments: fc.record(
    {
      id: anyId,
      atMs: anyMs,
      sentenceId: anyId,
      text: anyText,
      author: anyText,
      madeAtMs: anyMs,
      isDone: fc.boolean(),
    },
    { requiredKeys: ['id', 'atMs', 'text'] },
  ),
  shotChanges: fc.record(
    {
      id: anyId,
      atMs: anyMs,
      timing: fc.constantFrom('measured' as const, 'manual' as const),
      score: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    },
    { requiredKeys: ['id', 'atMs', 'timing'] },
  ),
  secondTexts: fc
    .record(
      {
        sentenceId: anyId,
        language: fc.constantFrom('en', 'zh-Hans'),
        text: anyText,
        isDoubtful: fc.boolean(),
      },
      { requiredKeys: ['sentenceId', 'language', 'text'] },
    )
    .map((fields) => ({ id: makeSecondTextId(fields.sentenceId, fields.language), ...fields })),
  reviews: fc.record(
    {
      id: anyId,
      state: fc.constantFrom('accepted' as const, 'doubtful' as const),
      text: anyText,
      madeAtMs: anyMs,
    },
    { requiredKeys: ['id', 'state', 'text'] },
  ),
  personalWords: fc.record(
    {
      id: anyId,
      text: anyText.map((text) => text.trim()).filter((text) => text !== ''),
      language: fc.constantFrom('en', 'zh'),
      mayBreak: fc.boolean(),
    },
    { requiredKeys: ['id', 'text'] },
  ),
  namedVersions: fc.record({
    id: anyId,
    name: anyText,
    madeAtMs: anyMs,
    contentHash: fc
      .array(fc.constantFrom('0', '1', '9', 'a', 'f'), {
        minLength: 64,
        maxLength: 64,
      })
      .map((digits) => digits.join('')),
  }),
};

/** Some of the properties that edits change. */
export const anyProperties: fc.Arbitrary<Partial<DocumentProperties>> = fc.record(
  {
    title: anyText,
    language: anyName,
    engine: anyName,
    audioTrack: fc.nat(5),
    frameRate: fc.constantFrom(
      { numerator: 24_000, denominator: 1001 },
      { numerator: 25, denominator: 1 },
    ),
    rulesProfile: anyName,
    source: fc.record(
      {
        format: anyName,
        name: anyText,
        encoding: anyName,
        hasByteOrderMark: fc.boolean(),
        lineEnding: fc.constantFrom('lf' as const, 'crlf' as const, 'cr' as const),
        headers: fc.array(fc.record({ name: anyText, value: anyText }), { maxLength: 3 }),
        sections: fc.array(fc.record({ name: anyText, text: anyText }), { maxLength: 3 }),
      },
      { requiredKeys: ['format'] },
    ),
  },
  { requiredKeys: [] },
);

/** A diff of records whose kind is known by name alone. */
export function diffOf(
  name: RecordKindName,
  changes: Partial<Record<'added' | 'removed', readonly StoredRecord[]>> & {
    readonly updated?: readonly { readonly before: StoredRecord; readonly after: StoredRecord }[];
  },
): ProjectDiff {
  return diffRecords(name, changes as Parameters<typeof diffRecords<RecordKindName>>[1]);
}
