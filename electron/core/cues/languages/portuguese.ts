import type { LanguageData } from './language-data';

/**
 * Sources: Unicode CLDR, sentence-break suppressions for Portuguese; Vocabulário Ortográfico da Língua
 * Portuguesa, list of abbreviations; the closed word classes of the language.
 */
export const portuguese: LanguageData = {
  tag: 'pt',
  script: 'latin',
  titles:
    'sr sra srs sras srta dr dra drs dras prof profa d eng arq exmo exma ilmo ilma rev pe fr st sto sta ' +
    'mons des dep sen gov pres',
  ranks: 'gen cel ten cap maj sgt cb sd alm brig',
  leaning: 'p.ex ex cf aprox vs v av r pça trav rod',
  beforeNumber: 'n nº núm pág págs p pp art arts caps fig figs vol vols séc tel tab ap fl fls',
  calendar: 'jan fev mar abr mai jun jul ago set out nov dez seg ter qua qui sex sáb dom',
  units: 'min seg h km kg cm',
  within: 'etc cia ltda s.a jr univ dpto org obs inc ltd',
  alsoWords: 'mar ter dom ex',
  starters:
    'o a os as um uma uns umas eu tu ele ela nós eles elas você vocês este esta isto estes estas esse essa ' +
    'isso aquele aquela aquilo e ou mas porém porque pois então depois antes agora aqui ali lá hoje ontem ' +
    'amanhã se quando onde como enquanto embora que quem qual em no na nos nas por para com sem desde até ' +
    'sobre entre segundo ao à meu minha seu sua nosso nossa não sim já também além todo todos toda todas ' +
    'cada ninguém nada algo alguém muitos alguns é são era foi há tem bom obrigado olá',
  bound:
    'o a os as um uma uns umas ao aos à às do da dos das de em no na nos nas num numa com por pelo pela ' +
    'pelos pelas para sem sobre entre desde até segundo contra durante e ou mas nem que se como quando onde ' +
    'porque embora enquanto cujo cuja quem meu minha meus minhas teu tua seu sua seus suas nosso nossa ' +
    'nossos nossas este esta estes estas esse essa esses essas aquele aquela cada algum alguma nenhum ' +
    'nenhuma outro outra outros outras não me te lhe muito mais menos tão é são era eram foi foram está ' +
    'estão estava estavam tem têm tinha tinham tenho terá há será serão pode podem deve devem vai vão vou vamos eu',
  leaders:
    'e ou mas nem que porque embora enquanto se como quando onde quem cujo para por pelo pela com sem em no ' +
    'na nos nas ao à desde até sobre entre segundo contra durante',
  trailing: 'jr etc',
};
