import { energyPerMs } from './find-quiet';

/**
 * Behind the first quiet measure, whose window reaches so far. One half of LibriSpeech's words with known
 * times would have 25 ms (by 1 ms in the mean of its edges); with 15 no other set has more errors either.
 */
const restMs = 15;
/** How long the sound that follows a word may go on. */
const reachMs = 150;
/**
 * A closure is no longer: what sounds behind it is the word's last consonant. With 80 ms one word more of
 * the sample gets its end, and with the small model three get the begin of the next one.
 */
const closureMs = 70;
/** From the end of the word as attention has it to that of such a consonant. */
const consonantReachMs = 160;

/**
 * Where the sound of a word dies away that a pause follows [SO8].
 * @param quiet which measures of loudness are quiet
 * @param fromMs where the decoder stopped to look at the word
 * @param limitMs where the next word begins
 * @returns undefined where it goes on, into the next word or for too long
 */
export function findSoundEnd(
  quiet: Uint8Array,
  fromMs: number,
  limitMs: number,
): number | undefined {
  const limit = Math.min(quiet.length, Math.floor(limitMs * energyPerMs));
  const from = Math.min(limit, Math.round(fromMs * energyPerMs));
  const skip = (at: number, value: 0 | 1): number => {
    let next = at;
    while (next < limit && quiet[next] === value) next += 1;
    return next;
  };
  let end = skip(from, 0);
  if (end === limit || end > from + reachMs * energyPerMs) return undefined;
  for (;;) {
    const begin = skip(end, 1);
    const stop = skip(begin, 0);
    const isNear = begin <= end + closureMs * energyPerMs;
    const isBrief = stop < limit && stop <= from + consonantReachMs * energyPerMs;
    if (begin === limit || !isNear || !isBrief) break;
    end = stop;
  }
  return Math.round(end / energyPerMs) + restMs;
}
