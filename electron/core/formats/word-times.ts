import { z } from 'zod';
import { retimeWords } from '../alignment/retime-words';
import { timeMs } from '../records/fields';
import { stripMarkup } from '../transcript/markup';
import type { Sentence } from '../transcript/sentence';
import type { Word } from '../transcript/word';
import type { FormatDocument } from './format-document';

/** What a file is called that has the times of words beside a file of text [FM84]. */
export function nameWordTimes(fileName: string): string {
  return `${fileName}.words.json`;
}

const version = 1;

/** Times in ms; `e` and `m` for times that are estimated or a person's, else they were measured. */
const wordSchema = z.union([
  z.tuple([z.string(), timeMs, timeMs]),
  z.tuple([z.string(), timeMs, timeMs, z.enum(['e', 'm'])]),
]);
const fileSchema = z.looseObject({
  version: z.literal(version),
  cues: z.array(z.looseObject({ beginMs: timeMs, endMs: timeMs, words: z.array(wordSchema) })),
});

type WordRow = z.infer<typeof wordSchema>;
type CueRow = z.infer<typeof fileSchema>['cues'][number];

const marks = { measured: undefined, estimated: 'e', manual: 'm' } as const;

/** The times of all words of a document, one line for each cue; cues without text are left out. */
export function formatWordTimes({ sentences }: FormatDocument): string {
  const cues = sentences
    .filter(({ text }) => text.trim() !== '')
    .map(({ beginMs, endMs, words }) =>
      JSON.stringify({ beginMs, endMs, words: words.map(toRow) }),
    );
  return `{"version": ${version}, "cues": [\n${cues.join(',\n')}\n]}\n`;
}

function toRow({ text, beginMs, endMs, timing }: Word): WordRow {
  const mark = marks[timing];
  return mark === undefined ? [text, beginMs, endMs] : [text, beginMs, endMs, mark];
}

/**
 * Gives the words of a document the times that were written beside its file, as long as its cues still
 * say the same: a cue whose words are others keeps what its own file tells.
 * @param text of the file beside; anything else than one of ours changes nothing
 */
export function addWordTimes(document: FormatDocument, text: string): FormatDocument {
  const cues = parseCues(text);
  if (cues === undefined) return document;
  const byKey = new Map<string, CueRow[]>();
  for (const cue of cues.toSorted((left, right) => left.beginMs - right.beginMs)) {
    const key = toKey(cue.words.map(([word]) => word).join(''));
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [cue]);
    else same.push(cue);
  }
  const sentences = document.sentences.map((sentence): Sentence => {
    const found = findNearest(byKey.get(toKey(sentence.text)) ?? [], sentence);
    if (found === undefined) return sentence;
    return { ...sentence, words: retimeWords(found.words.map(toWord), sentence.text, sentence) };
  });
  return { ...document, sentences };
}

/**
 * Of cues that say the same, the one that begins nearest to a sentence and shares its time: lines are
 * sung again, and one may begin where the one before it ends.
 * @param cues in order of begin
 */
function findNearest(cues: readonly CueRow[], { beginMs, endMs }: Sentence): CueRow | undefined {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle]!.beginMs < beginMs) low = middle + 1;
    else high = middle;
  }
  const until = Math.max(endMs, beginMs + 1);
  const [nearest] = [cues[low - 1], cues[low]]
    .filter((cue) => cue !== undefined)
    .filter((cue) => cue.beginMs < until && cue.endMs >= beginMs)
    .toSorted((left, right) => distance(left, beginMs) - distance(right, beginMs));
  return nearest;
}

function distance(cue: CueRow, beginMs: number): number {
  return Math.abs(cue.beginMs - beginMs);
}

/** Letters and digits alone: how a format writes marks and lines makes no other words. */
function toKey(text: string): string {
  return stripMarkup(text)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
    .toLowerCase();
}

function toWord([text, beginMs, endMs, mark]: WordRow): Word {
  const timing = mark === 'e' ? 'estimated' : mark === 'm' ? 'manual' : 'measured';
  return { before: '', text, after: ' ', beginMs, endMs: Math.max(beginMs, endMs), timing };
}

function parseCues(text: string): readonly CueRow[] | undefined {
  try {
    return fileSchema.parse(JSON.parse(text)).cues;
  } catch {
    return undefined;
  }
}
