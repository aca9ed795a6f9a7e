import type { NoticeKind } from '../engine';
import type { Recognised } from './protocol';

/** What is known of one recognised stretch. */
export interface Hearing {
  readonly text: string;
  readonly meanLogProbability: number;
  readonly outcome: Recognised['outcome'];
  /** Time the voice activity model took for speech. */
  readonly speechMs: number;
}

/** Below this mean log probability of its tokens a text is not what was said. */
const doubtfulLogProbability = -0.5;
/** Stricter, once most of the recording so far was not English. */
const suspectLogProbability = -0.3;
/** English of this length never comes back empty; other languages often do. */
const emptySpeechMs = 2000;

/** Decides whether a stretch is English as far as it can be told, without looking at others. */
export function judgeHearing(
  hearing: Hearing,
  leastLogProbability: number = doubtfulLogProbability,
): NoticeKind | undefined {
  const { text, meanLogProbability, outcome, speechMs } = hearing;
  if (hasForeignLetters(text)) return 'other-language';
  if (text.trim() === '') return speechMs > emptySpeechMs ? 'other-language' : undefined;
  if (meanLogProbability < leastLogProbability) return 'other-language';
  if (outcome !== 'ended') return 'repetition';
  return undefined;
}

function hasForeignLetters(text: string): boolean {
  for (const letter of text.match(/\p{L}/gu) ?? []) {
    if (!/\p{Script=Latin}/u.test(letter)) return true;
  }
  return false;
}

/** Judges the stretches of one recording in order. */
export class LanguageGuard {
  #speechMs = 0;
  #flaggedMs = 0;
  #flaggedCount = 0;

  /** Why the next stretch must not be passed off as English; undefined where it may. */
  judge(hearing: Hearing): NoticeKind | undefined {
    const isSuspect = this.#flaggedCount >= 2 && this.#flaggedMs * 2 > this.#speechMs;
    const kind = judgeHearing(hearing, isSuspect ? suspectLogProbability : doubtfulLogProbability);
    this.#speechMs += hearing.speechMs;
    if (kind === undefined) return undefined;
    this.#flaggedMs += hearing.speechMs;
    this.#flaggedCount += 1;
    return kind === 'repetition' && isSuspect ? 'other-language' : kind;
  }
}
