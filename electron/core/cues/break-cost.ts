/**
 * What it costs to break between two pieces of text, for lines and cues alike: 0 after a sentence,
 * more the closer the pieces belong together. Only the proportions matter.
 */
export const breakCosts = {
  sentence: 0,
  clause: 15,
  /** Before a conjunction or preposition, the next best place after marks (Netflix, general). */
  phrase: 35,
  plain: 60,
  /** After an article, preposition, pronoun or auxiliary, or before a Chinese particle. */
  bound: 110,
} as const;

const closingMarks = /[\p{Pe}\p{Pf}"'’”»\s]*$/u;
const clauseEnd = /[,;:،、，：;—–…-]$|[)\]」』）】》"”]$/u;
const wideSentenceEnd = /[。！？；｡！？⋯]$/u;
const sentenceEnd = /(?:[.!?…]|\.\.\.)$/u;
const opening = /^[\p{Ps}\p{Pi}"¿¡—–]/u;

const leadsPhrase = new Set(
  (
    'and but or nor so because although though while when where whereas if unless until since that ' +
    'which who whom whose than then in on at by for from with without about into onto over under ' +
    'after before between through during against toward towards of to as'
  ).split(' '),
);

/** Words that lean on the next one; a line or cue should not end with them. */
const leansOnNext = new Set(
  (
    'a an the this these those my your his her its our their no every each some any and but or nor ' +
    'if because that which who of to in on at by for from with without about into onto over under ' +
    'as than i he she we they is are was were am be been being do does did have has had will ' +
    "would can could shall should may might must not very so i'm you're he's she's it's we're " +
    "they're i've we've they've i'll you'll we'll they'll"
  ).split(' '),
);

/** The same in Chinese: adverbs, prepositions, conjunctions, demonstratives. */
const leansOnNextChinese = new Set(
  '很 非常 最 不 没 没有 也 都 就 还 更 太 再 在 把 被 对 从 向 给 和 与 跟 或 或者 及 是 这 那 每 各 一'.split(
    ' ',
  ),
);

/** Particles that belong to what stands before them. */
const leansOnPrevious = /^[的了着过吗呢吧啊嘛呀啦地得们けがをにはのでもとへや]$/u;

/** Abbreviations whose full stop never ends a sentence, as a name or a number follows. */
const titles = new Set(
  'mr mrs ms mx dr prof st sr jr rev hon gen col capt lt sgt maj gov sen rep pres fr messrs mt'.split(
    ' ',
  ),
);
const beforeNumber = new Set([
  'no',
  'nos',
  'fig',
  'figs',
  'vol',
  'p',
  'pp',
  'ch',
  'sec',
  'ca',
  'art',
]);
const withinSentence = new Set([
  'vs',
  'etc',
  'inc',
  'ltd',
  'co',
  'corp',
  'approx',
  'dept',
  'est',
  'al',
]);
/** Words that begin sentences and not names: they tell "at 5 p.m. The …" from "the U.S. Senate". */
const sentenceStarters = new Set(
  (
    'the a an i he she it we they you this that these those there here and but so or then now if ' +
    'when what why how who where in on at as after before because my your his her our their no yes ' +
    'well ok okay'
  ).split(' '),
);

/** The marks and words on both sides of a place where text could be broken. */
export interface BreakContext {
  /** The token before the place, without marks, and its marks without blanks at the end. */
  readonly text: string;
  readonly after: string;
  readonly nextBefore: string;
  readonly nextText: string;
}

export type BreakKind = keyof typeof breakCosts;

/**
 * Whether a sentence ends before the place [CU3]: after `. ! ? …` and `。！？；`, closing quotes and
 * brackets included; not after a title ("Mr."), an initial, an abbreviation with inner dots, a
 * number sign before a figure ("No. 5"), and not where the next word goes on in lower case.
 */
export function endsSentence(context: BreakContext): boolean {
  const marks = context.after.replace(closingMarks, '');
  if (wideSentenceEnd.test(marks)) return true;
  if (!sentenceEnd.test(marks)) return false;
  if (/^\p{Ll}/u.test(context.nextText) && !/^\p{Ll}\p{Lu}/u.test(context.nextText)) return false;
  if (!marks.endsWith('.') || marks.endsWith('..')) return true;
  const word = context.text.toLowerCase();
  const starts = sentenceStarters.has(context.nextText.toLowerCase());
  if (titles.has(word)) return false;
  if (beforeNumber.has(word)) return !/^\p{N}/u.test(context.nextText);
  if (withinSentence.has(word)) return starts;
  const isInitial = /^\p{Lu}$/u.test(context.text) && context.text !== 'I';
  const isDotted = /^(?:\p{L}\.)+\p{L}$/u.test(context.text);
  return isInitial || isDotted ? starts : true;
}

/** How good a place for a break is, by marks and by the words on both sides [CU4]. */
export function findBreakKind(context: BreakContext): BreakKind {
  if (endsSentence(context)) return 'sentence';
  const marks = context.after.trimEnd();
  if (clauseEnd.test(marks) || sentenceEnd.test(marks) || opening.test(context.nextBefore)) {
    return 'clause';
  }
  if (leansOnPrevious.test(context.nextText)) return 'bound';
  const word = context.text.toLowerCase().replaceAll('’', "'");
  if (leansOnNext.has(word) || leansOnNextChinese.has(word)) return 'bound';
  if (isNumberOrName(context)) return 'bound';
  return leadsPhrase.has(context.nextText.toLowerCase()) ? 'phrase' : 'plain';
}

/** Between a figure and what it counts, within a name, after a title or an initial. */
function isNumberOrName({ text, after, nextText }: BreakContext): boolean {
  if (/^\p{N}/u.test(text) && after.trim() === '') return true;
  if (titles.has(text.toLowerCase()) || /^\p{Lu}$/u.test(text)) return true;
  const isCapital = /^\p{Lu}/u.test(text) && after.trim() === '';
  return isCapital && /^[\p{Lu}\p{N}]/u.test(nextText);
}
