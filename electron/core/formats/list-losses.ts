import { stripMarkup } from '../transcript/markup';
import { hasWordTimes } from '../transcript/pending-words';
import type { Sentence } from '../transcript/sentence';
import { isMessageKey, type MessageKey, type Wording } from '../messages/catalogue';
import { hasForeignSettings } from './as-written';
import type { FormatDocument } from './format-document';

/** What a format can hold; what is not named here is lost in it. */
export interface Holdings {
  readonly times?: true;
  readonly speakers?: true;
  readonly wordTimes?: true;
  readonly channels?: true;
  /** Sentences without text. */
  readonly blanks?: true;
  /** Headers, styles, comments and other parts of the file a document was read from. */
  readonly sections?: true;
  readonly styles?: true;
  readonly regions?: true;
  readonly comments?: true;
  /** Texts beside those of sentences, as translations. */
  readonly secondTexts?: true;
  /** Marks of look within the text, as `<i>`. */
  readonly markup?: true;
  /** Other formats of whose cues it understands the settings. */
  readonly settingsOf?: readonly string[];
}

/** Something of a document that a file of the format does not have. */
export interface Loss {
  /** Of the catalogue (`loss.${code}`), or one of the format's own `lossTexts`. */
  readonly code: string;
  /** How many sentences, or parts of the source file, are concerned. */
  readonly count: number;
}

/** What every format may lose; the texts are `loss.${code}` of the catalogue. */
type SharedLossCode = MessageKey extends infer Key
  ? Key extends `loss.${infer Code}`
    ? Code
    : never
  : never;

/** What a person reads of a loss (`count`): a text of the format's own, or of the catalogue. */
export function describeLoss(
  { code }: Loss,
  { lossTexts }: { readonly lossTexts: Readonly<Record<string, Wording>> },
): Wording {
  const key = `loss.${code}`;
  return lossTexts[code] ?? (isMessageKey(key) ? key : [code, code]);
}

interface LossKind {
  readonly code: SharedLossCode;
  readonly holding: Exclude<keyof Holdings, 'settingsOf'>;
  readonly count: (document: FormatDocument) => number;
}

const kinds: readonly LossKind[] = [
  ofSentences('times', 'times', () => true),
  ofSentences('speakers', 'speakers', ({ speaker }) => speaker !== undefined),
  // Times that were only spread over the sentence are made again at any time.
  ofSentences('word-times', 'wordTimes', hasWordTimes),
  ofSentences('channels', 'channels', ({ channel }) => channel > 0),
  ofSentences('blanks', 'blanks', ({ text }) => text.trim() === ''),
  ofSentences('markup', 'markup', ({ text }) => stripMarkup(text) !== text),
  { code: 'sections', holding: 'sections', count: ({ source }) => source?.sections?.length ?? 0 },
  { code: 'styles', holding: 'styles', count: ({ styles }) => styles?.length ?? 0 },
  { code: 'regions', holding: 'regions', count: ({ regions }) => regions?.length ?? 0 },
  {
    code: 'second-texts',
    holding: 'secondTexts',
    count: ({ secondTexts }) => secondTexts?.length ?? 0,
  },
  { code: 'comments', holding: 'comments', count: ({ comments }) => comments?.length ?? 0 },
];

/** What a document has that a format cannot hold, each kind once, with how much of it [FM12]. */
export function listLosses(
  document: FormatDocument,
  holds: Holdings,
  format: string,
): readonly Loss[] {
  let settings = 0;
  for (const { source } of document.sentences) {
    const isForeign = source !== undefined && hasForeignSettings(source, format);
    if (isForeign && holds.settingsOf?.includes(source.format) !== true) settings++;
  }
  return [
    ...kinds
      .filter(({ holding }) => holds[holding] !== true)
      .map(({ code, count }) => ({ code, count: count(document) })),
    { code: 'cue-settings', count: settings } satisfies {
      code: SharedLossCode;
      count: number;
    },
  ].filter(({ count }) => count > 0);
}

function ofSentences(
  code: SharedLossCode,
  holding: LossKind['holding'],
  isLost: (sentence: Sentence) => boolean,
): LossKind {
  return { code, holding, count: ({ sentences }) => countSentences(sentences, isLost) };
}

/** How many sentences have something; without a list of them, as a file has tens of thousands. */
export function countSentences(
  sentences: readonly Sentence[],
  isCounted: (sentence: Sentence) => boolean,
): number {
  let count = 0;
  for (const sentence of sentences) if (isCounted(sentence)) count++;
  return count;
}
