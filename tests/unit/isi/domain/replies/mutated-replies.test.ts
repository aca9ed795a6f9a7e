import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toStudioError } from '@core/errors/studio-error';
import { buildImportedTranscript } from '@isi/replies/build-imported-transcript';
import { readVendorReply } from '@isi/replies/import-reply';
import type { ImportedReply } from '@isi/replies/imported-reply';
import { findTranscriptProblems } from '@core/transcript/invariants';
import { findDisorder } from '../show-segments';
import {
  makeFlatWords,
  makeSentences,
  type ReplyForm,
  replyForms,
  spokenLines,
  writeReply,
} from './reply-forms';

type Path = readonly (string | number)[];

const nothing = Symbol('missing');
const anyOddity: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, nothing, true, false, '', 'NaN', 'soon', {}, [], [1], [null]),
  fc.constantFrom<unknown>({ text: 7 }, [{}], '[1', '{"a":1}', -1, 1e300, 86_400_001),
  fc.integer({ min: -10_000, max: 100_000_000 }),
  fc.double({ noNaN: true }),
  fc.string(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Every place of a value. */
function listPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const own = path.length === 0 ? [] : [path];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, held]) =>
      listPaths(held, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

/** The same with another value, or none, at a place. */
function replaceAt(value: unknown, [key, ...rest]: Path, oddity: unknown): unknown {
  if (key === undefined) return oddity;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    if (rest.length === 0 && oddity === nothing) return list.toSpliced(Number(key), 1);
    return list.map((item, index) => (index === key ? replaceAt(item, rest, oddity) : item));
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, held]: [string, unknown]) => {
      if (name !== key) return [[name, held]];
      const changed = replaceAt(held, rest, oddity);
      return changed === nothing ? [] : [[name, changed]];
    }),
  );
}

function read(json: string): ImportedReply | string {
  try {
    return readVendorReply(json, { hasMeasuredTimes: true });
  } catch (thrown) {
    return toStudioError(thrown).code;
  }
}

function textOfAll({ segments }: ImportedReply): string {
  return segments
    .flatMap(({ words }) => words)
    .map(({ before, text, after }) => before + text + after)
    .join('');
}

/** Texts of lines that still stand in a JSON value, as texts of sentences. */
function listKept(form: ReplyForm, sentences: unknown): string[] {
  const entries: readonly unknown[] = Array.isArray(sentences) ? sentences : [sentences];
  const texts = entries.flatMap((entry) =>
    typeof entry === 'object' && entry !== null
      ? Object.entries(entry).flatMap(([name, text]: [string, unknown]) =>
          name === form.sentence.text ? [text] : [],
        )
      : [],
  );
  return spokenLines.map(({ text }) => text).filter((text) => texts.includes(text));
}

describe('[IS17] whatever becomes of the lists of a reply', () => {
  const options = { timeout: 120_000 };
  test.each(replyForms)('$name: sound, with every text left alone', options, (form) => {
    const sentences = makeSentences(form);
    const words = makeFlatWords(form);
    const lists = { sentences, words };
    const paths = listPaths(lists);
    const anyMutation = fc.array(fc.tuple(fc.constantFrom(...paths), anyOddity), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(anyMutation, (mutations) => {
        const spoiled = mutations.reduce<unknown>(
          (value, [path, oddity]) => replaceAt(value, path, oddity),
          lists,
        ) as { sentences?: unknown; words?: unknown };
        const reply = read(writeReply(form, spoiled.sentences, spoiled.words));
        const kept = listKept(form, spoiled.sentences);
        if (typeof reply === 'string') {
          // Refused, by its code, only where nothing at all can be read.
          expect([reply, kept]).toEqual(['engine/reply-unreadable', []]);
          return;
        }
        const transcript = buildImportedTranscript(reply, { path: 'a.wav' });
        const all = textOfAll(reply);
        // All at once: each question costs as much as a reading.
        expect({
          problems: findTranscriptProblems(transcript),
          disorder: findDisorder(reply.segments),
          lost: kept.filter((text) => !all.includes(text)),
          reversed: reply.repairs.filter(({ beginMs, endMs }) => beginMs > endMs),
          beyond: reply.repairs.slice(8),
        }).toEqual({ problems: [], disorder: [], lost: [], reversed: [], beyond: [] });
      }),
      { numRuns: 300 },
    );
  });
});
