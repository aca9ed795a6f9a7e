import type { NoticeKind } from '@core/jobs/notice-kinds';
import { defaultRecogniser, type RecogniserName } from './models/catalogue';
import type { Recognised } from './protocol';

/** What is known of one recognised stretch. */
export interface Hearing {
  readonly text: string;
  readonly meanLogProbability: number;
  /** Share of its tokens that were less likely than 1 / e; where nobody knows, all count as such. */
  readonly improbableShare?: number;
  readonly outcome: Recognised['outcome'];
  /** Time the voice activity model took for speech. */
  readonly speechMs: number;
  /** From the beginning of the first word to the end of the last; after a loop, of those kept. */
  readonly textMs: number;
}

/** What becomes of one stretch. */
export interface Judgement {
  /** What to tell about it; undefined where there is nothing to tell. */
  readonly kind: NoticeKind | undefined;
  /** Whether its text may be passed off as English. */
  readonly keepsText: boolean;
}

interface LeastLogProbability {
  readonly usual: number;
  /** Of a short stretch the mean says less: all other English below the usual was shorter. */
  readonly short: number;
  /** Where most so far was not English. Other languages were seen up to -0.37. */
  readonly suspect: number;
  /** Where all but a little so far was: a hard passage, not another language. */
  readonly trusted: number;
}

/**
 * Mean log probabilities of its tokens below which a text is not what was said. Measured on read
 * speech, real and synthetic, cut by the recipe. Base: of 76 English recordings the least sure lay at
 * -0.46, with a wrong text; of other languages one Italian sentence came up to -0.50, all others
 * stayed below -0.56. Tiny is less sure of everything: English went down to -0.51, other languages
 * began at -0.61. Chosen on the recordings they were counted on.
 */
const leastLogProbability: Readonly<Record<RecogniserName, LeastLogProbability>> = {
  base: { usual: -0.48, short: -0.6, suspect: -0.3, trusted: -0.65 },
  tiny: { usual: -0.57, short: -0.6, suspect: -0.3, trusted: -0.7 },
};
/**
 * In another language many tokens are improbable: of such texts below the usual bound, of either model,
 * 22 % and more. English that is a little unsure all through, without a token that stands out, had none; it
 * is told from them by this alone. Of a recording that was mostly another language it is not asked.
 */
const leastImprobableShare = 0.17;
const shortSpeechMs = 2000;
/**
 * English of this length never came back empty; other languages often do. Music and noise do too,
 * but the voice activity model took none of what was tried for speech, so none came this far.
 */
const emptySpeechMs = 2000;
/** Low, because one Chinese character stands for as much as several Latin letters. */
const foreignLetterShare = 0.1;
/** Stretches before a recording counts as suspect or trusted. */
const suspectCount = 2;
const trustedCount = 4;

/** English heard before a text that did not end by itself is believed, and its share of the time. */
const englishBeforeMs = 10_000;
const leastTextShare = 0.5;

type Expectation = 'usual' | 'suspect' | 'trusted';

/**
 * Decides about one stretch.
 * @param expectation what the recording showed so far
 */
export function judgeHearing(
  { text, meanLogProbability, improbableShare = 1, outcome, speechMs }: Hearing,
  expectation: Expectation = 'usual',
  model: RecogniserName = defaultRecogniser,
): NoticeKind | undefined {
  if (hasForeignLetters(text)) return 'other-language';
  if (text.trim() === '') return speechMs > emptySpeechMs ? 'other-language' : undefined;
  const isShort = expectation === 'usual' && speechMs < shortSpeechMs;
  const least = leastLogProbability[model][isShort ? 'short' : expectation];
  const isUnsureAllThrough = expectation === 'usual' && improbableShare < leastImprobableShare;
  if (meanLogProbability < least && !isUnsureAllThrough) return 'other-language';
  if (outcome === 'ended') return undefined;
  return expectation === 'suspect' ? 'other-language' : 'repetition';
}

/** What the stretches of a recording have shown so far. */
export interface GuardState {
  speechMs: number;
  englishMs: number;
  flaggedMs: number;
  count: number;
  flaggedCount: number;
}

/**
 * Judges the stretches of one recording in order. Chinese can drive the decoder into circles it is
 * sure of, so the text before a circle is kept only in a recording that was English so far, where
 * it is likely even by the strictest bound and lasts for half of the speech.
 */
export class LanguageGuard {
  readonly #model: RecogniserName;
  readonly #seen: GuardState;

  /** @param seen what a guard knew that judged the stretches before */
  constructor(model: RecogniserName = defaultRecogniser, seen?: Readonly<GuardState>) {
    this.#model = model;
    this.#seen =
      seen === undefined
        ? { speechMs: 0, englishMs: 0, flaggedMs: 0, count: 0, flaggedCount: 0 }
        : { ...seen };
  }

  /** What it knows of the stretches so far. */
  get state(): Readonly<GuardState> {
    return { ...this.#seen };
  }

  /** What becomes of the next stretch. */
  judge(hearing: Hearing): Judgement {
    const kind = judgeHearing(hearing, this.#expectation, this.#model);
    const keepsText =
      kind === undefined || (kind === 'repetition' && this.#isTrustworthyStart(hearing));
    this.#seen.speechMs += hearing.speechMs;
    this.#seen.count += 1;
    if (kind === undefined && hearing.text.trim() !== '') this.#seen.englishMs += hearing.speechMs;
    if (!keepsText) {
      this.#seen.flaggedMs += hearing.speechMs;
      this.#seen.flaggedCount += 1;
    }
    return { kind, keepsText };
  }

  get #flaggedShare(): number {
    return this.#seen.flaggedMs / Math.max(1, this.#seen.speechMs);
  }

  get #expectation(): Expectation {
    const share = this.#flaggedShare;
    if (this.#seen.flaggedCount >= suspectCount && share > 0.5) return 'suspect';
    return this.#seen.count >= trustedCount && share < 0.1 ? 'trusted' : 'usual';
  }

  #isTrustworthyStart({ meanLogProbability, speechMs, textMs }: Hearing): boolean {
    return (
      this.#seen.englishMs >= englishBeforeMs &&
      this.#flaggedShare < 0.1 &&
      meanLogProbability >= leastLogProbability[this.#model].suspect &&
      textMs >= leastTextShare * speechMs
    );
  }
}

/**
 * Whether more than a stray letter is not Latin. A Greek letter alone is a symbol, as is the micro
 * sign, which belongs to no script.
 */
function hasForeignLetters(text: string): boolean {
  const spelled = text.replace(/(?<!\p{L})\p{Script=Greek}(?!\p{L})/gu, '');
  const letters = (spelled.match(/\p{L}/gu) ?? []).filter(
    (letter) => !/\p{Script=Common}/u.test(letter),
  );
  const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
  return foreign.length > foreignLetterShare * letters.length;
}
