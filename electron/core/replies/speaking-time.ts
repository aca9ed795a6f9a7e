import { countCharacters } from '../transcript/graphemes';
import { isUnspaced } from '../transcript/tokenise';

/** Slow speech: 150 Chinese characters, or about 80 words of a script with letters, in a minute. */
const characterMs = 400;
const letterMs = 150;
const leastMs = 500;

/** The longest that somebody takes to say a text; what is silent around it is none of it. */
export function findLongestSpeakingMs(text: string): number {
  const unitMs = isUnspaced(text) ? characterMs : letterMs;
  return Math.max(leastMs, countCharacters(text) * unitMs);
}
