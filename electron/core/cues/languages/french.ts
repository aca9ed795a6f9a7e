import type { LanguageData } from './language-data';

/**
 * Sources: Unicode CLDR, sentence-break suppressions for French; Imprimerie nationale, Lexique des
 * règles typographiques (titles, ranks, dates); the closed word classes of the language, elided
 * forms with their apostrophe.
 */
export const french: LanguageData = {
  tag: 'fr',
  script: 'latin',
  titles: 'm mm mme mmes mlle mlles mgr dr drs pr prof st ste',
  ranks: 'gén col cdt cne lt sgt cal adj amiral',
  leaning: 'p.ex cf env av ap bd boul anc réf spéc notam c.-à-d vs',
  beforeNumber: 'n no nos nº fig p pp vol t chap art ch al tab tél ill pl',
  calendar: 'janv févr avr juil sept oct nov déc lun mar mer jeu ven sam dim',
  units: 'min sec mn h hab km kg cm',
  within: 'etc cie inc ltd édit éd coll dir jr ex ph.d s.a s.a.r.l',
  alsoWords: 'art mer jeu al',
  starters:
    "le la les l' un une des il elle on nous vous ils elles je j' tu ce cet cette ces c' cela ça et mais " +
    'ou or donc car puis alors ensuite enfin ici là si quand lorsque comme parce puisque que qui quoi où ' +
    'pourquoi comment dans en sur sous pour par avec sans chez vers depuis pendant après avant à au aux ' +
    'mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs oui non bien voilà voici tout tous ' +
    "toute toutes chaque aucun plusieurs certains beaucoup peut-être aujourd'hui hier demain maintenant",
  bound:
    'le la les un une des du de ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos ' +
    'leur leurs et ou mais ni car donc que qui dont où si comme quand lorsque puisque parce à au aux en ' +
    'dans sur sous par pour avec sans chez vers entre contre depuis pendant après avant dès selon malgré ' +
    "jusqu'à je tu il elle on ils elles ne se me te est sont était étaient suis sommes a ont ai avons " +
    'avez avait avaient sera seront serait va vont peut peuvent doit doivent très plus moins trop chaque ' +
    "quelque quelques plusieurs aucun aucune quel quelle quels quelles j'ai c'est c'était n'est n'a " +
    "qu'il qu'elle qu'on qu'un qu'une d'un d'une s'est n'ont n'était l'un l'une",
  leaders:
    'et ou mais ni car donc que qui dont où si comme quand lorsque puisque parce à au aux en dans sur ' +
    "sous par pour avec sans chez vers entre contre depuis pendant après avant dès jusqu'à selon malgré " +
    "afin qu'il qu'elle qu'on qu'un qu'une",
  trailing: 'jr etc pas',
};
