import { chinese } from './chinese';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { italian } from './italian';
import { japanese } from './japanese';
import { korean } from './korean';
import type { LanguageData, Script } from './language-data';
import { portuguese } from './portuguese';
import { russian } from './russian';
import { spanish } from './spanish';

const languages: readonly LanguageData[] = [
  ...[english, german, french, spanish, italian, portuguese],
  ...[russian, chinese, japanese, korean],
];
/** Tags of languages that are written as another one here. */
const sameAs: ReadonlyMap<string, string> = new Map([
  ['yue', 'zh'],
  ['cmn', 'zh'],
  ['wuu', 'zh'],
]);

/** What may stand before a full stop that ends no sentence. */
export type AbbreviationKind =
  | 'name-follows'
  | 'word-follows'
  | 'number-follows'
  | 'after-number'
  | 'within';

/** The words of a language, ready to be looked up in lower case. */
export interface LanguageRules {
  readonly script: Script;
  readonly abbreviations: ReadonlyMap<string, readonly AbbreviationKind[]>;
  readonly alsoWords: ReadonlySet<string>;
  readonly starters: ReadonlySet<string>;
  readonly bound: ReadonlySet<string>;
  readonly leaders: ReadonlySet<string>;
  readonly clauseStarters: ReadonlySet<string>;
  readonly linker: string | undefined;
  readonly linked: ReadonlySet<string>;
  readonly trailing: ReadonlySet<string>;
  readonly closers: ReadonlySet<string>;
  readonly letters: ReadonlySet<string>;
  readonly hasDottedOrdinals: boolean;
}

const compiled = new Map<string, LanguageRules>();

/** The rules of a language by its BCP 47 tag; undefined where nothing is known of it. */
export function findLanguageRules(language: string): LanguageRules | undefined {
  const primary = language.toLowerCase().split(/[-_]/u)[0] ?? '';
  const tag = sameAs.get(primary) ?? primary;
  const data = languages.find((each) => each.tag === tag);
  if (data === undefined) return undefined;
  // Most texts are in one language: of the others nothing is ever looked up.
  const rules = compiled.get(tag) ?? compile(data);
  compiled.set(tag, rules);
  return rules;
}

/** Tags of the languages of a script that are told apart by their words. */
export function listLanguages(script: Script): readonly string[] {
  return languages.filter((each) => each.script === script).map(({ tag }) => tag);
}

function compile(data: LanguageData): LanguageRules {
  const abbreviations = new Map<string, AbbreviationKind[]>();
  const add = (words: string | undefined, kind: AbbreviationKind): void => {
    for (const word of listWords(words)) {
      abbreviations.set(word, [...(abbreviations.get(word) ?? []), kind]);
    }
  };
  add(data.titles, 'name-follows');
  add(data.ranks, 'name-follows');
  add(data.leaning, 'word-follows');
  add(data.beforeNumber, 'number-follows');
  add(data.calendar, 'number-follows');
  add(data.units, 'after-number');
  add(data.within, 'within');
  return {
    script: data.script,
    abbreviations,
    alsoWords: new Set(listWords(data.alsoWords)),
    starters: new Set(listWords(data.starters)),
    bound: new Set(listWords(data.bound)),
    leaders: new Set(listWords(data.leaders)),
    clauseStarters: new Set(listWords(data.clauseStarters)),
    linker: data.linker,
    linked: new Set(listWords(data.linked)),
    trailing: new Set(listWords(data.trailing)),
    closers: new Set(listWords(data.closers)),
    letters: new Set(listWords(data.letters)),
    hasDottedOrdinals: data.hasDottedOrdinals === true,
  };
}

function listWords(words = ''): string[] {
  return words.split(' ').filter((word) => word !== '');
}
