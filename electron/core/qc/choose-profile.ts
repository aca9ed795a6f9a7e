import { guessTextLanguage } from '../cues/break-rules';
import { isLanguageKnown } from '../cues/guess-language';
import type { Sentence } from '../transcript/sentence';
import type { RuleProfile } from './rule-profile';

/** Enough of a text to tell its language by. */
const guessedSentences = 200;
/**
 * The profile of a text for which nobody chose one: the usual one of its language, else the usual one
 * of any.
 * @param language BCP 47 tag; where it is not known the text tells
 * @throws RangeError for an empty list
 */
export function chooseProfile(
  profiles: readonly RuleProfile[],
  language: string,
  { sentences }: { readonly sentences: readonly Sentence[] },
): RuleProfile {
  const text = sentences
    .slice(0, guessedSentences)
    .map((sentence) => sentence.text)
    .join('\n');
  const tag = (
    isLanguageKnown(language) ? language : (guessTextLanguage(text) ?? 'und')
  ).toLowerCase();
  const usual = profiles.filter(({ isUsual }) => isUsual === true);
  const primaryOf = (language: string): string => language.toLowerCase().split(/[-_]/u)[0] ?? '';
  const chosen =
    usual.find((profile) => profile.language.toLowerCase() === tag) ??
    usual.find((profile) => primaryOf(profile.language) === primaryOf(tag)) ??
    usual.find((profile) => !isLanguageKnown(profile.language)) ??
    profiles[0];
  if (chosen === undefined) throw new RangeError('no profile');
  return chosen;
}
