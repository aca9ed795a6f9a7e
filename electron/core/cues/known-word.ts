import type { LanguageRules } from './languages/language-rules';

/** What is known of a word wherever it stands, so that it is looked up once. */
export interface KnownWord {
  /** Of a language of its letters. */
  readonly rules: LanguageRules;
  /** As the lists of words are written. */
  readonly folded: string;
  readonly isBound: boolean;
  readonly isTrailing: boolean;
  readonly isCloser: boolean;
  readonly isLeader: boolean;
  readonly isClauseStarter: boolean;
  readonly isStarter: boolean;
  readonly isNumber: boolean;
  /** A capital alone. */
  readonly isInitial: boolean;
  readonly isCapital: boolean;
}

const number = /^[№#$€£¥]?\p{N}/u;
const initial = /^\p{Lu}$/u;
const capital = /^\p{Lu}/u;

/** Looks a word up in the lists of its language. */
export function describeWord(text: string, rules: LanguageRules): KnownWord {
  const folded = text.toLowerCase().replaceAll('’', "'");
  // Of "l'homme" the elided part counts as well.
  const elided = folded.slice(0, folded.indexOf("'") + 1);
  return {
    ...{ rules, folded },
    isBound: rules.bound.has(folded),
    isTrailing: rules.trailing.has(folded),
    isCloser: rules.closers.has(folded),
    isLeader: rules.leaders.has(folded) || rules.leaders.has(elided),
    isClauseStarter: rules.clauseStarters.has(folded),
    isStarter: rules.starters.has(folded) || rules.starters.has(elided),
    isNumber: number.test(text),
    isInitial: initial.test(text),
    isCapital: capital.test(text),
  };
}
