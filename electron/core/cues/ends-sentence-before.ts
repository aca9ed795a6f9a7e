import { tokenise } from '../transcript/tokenise';
import type { BreakRules } from './break-rules';
import { findBreaks } from './find-breaks';

/** So much on either side of a place tells what the full stop there means. */
const sightLength = 80;

/** Whether a sentence ends with a text where another one goes on [CU3]: not with "Mr." */
export function endsSentenceBefore(text: string, next: string, rules: BreakRules): boolean {
  const before = text.slice(-sightLength).trimEnd();
  const after = next.slice(0, sightLength).trimStart();
  const left = tokenise(`${before} `);
  const isCaseless = !/\p{Lu}/u.test(before + after);
  const tokens = [...left, ...tokenise(after)].map((token) => ({ ...token, isCaseless }));
  return left.length > 0 && findBreaks(tokens, rules).endsSentence(left.length - 1);
}
