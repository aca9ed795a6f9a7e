import type { LanguageData } from './language-data';

/**
 * Sources: Unicode CLDR, sentence-break suppressions for German; Duden, list of usual abbreviations
 * and its rule on ordinals; the closed word classes of the language. Auxiliaries do not lean on what
 * follows, as they may end a clause.
 */
export const german: LanguageData = {
  tag: 'de',
  script: 'latin',
  titles: 'hr hrn fr frl dr dres prof ing dipl mag dir st hl gebr fam pfr abg kfm',
  ranks: 'gen lt olt hptm maj uffz gefr adm kpt',
  leaning:
    'ca vgl bzw evtl ggf ggfs sog inkl exkl einschl zzgl insb insbes bes mind max eigtl urspr entspr ' +
    'ehem geb gest verh kath evang röm österr schweiz frz dt engl amtl allg tägl z.b d.h z d h u v n i o ' +
    'm.e u.u o.g i.d s.o s.u',
  beforeNumber:
    'nr nrn abb abs art bd bde kap s fig tab ziff tel fn anm aufl jg taf str aufg vers rn',
  calendar: 'jan feb febr mrz apr jun jul aug sep sept okt nov dez mo di mi do sa so',
  units: 'std min sek mio mrd tsd ztr pfd dtzd proz stk jh jhd jahrh km cm kg',
  within:
    'usw etc u.a u.ä o.ä u.s.w u.v.a u.v.m co inc ltd corp abt hbf pl al hrsg hg jr sen jun ausg ges ' +
    'inh int bibl chr v.chr n.chr e.v a.d stv',
  alsoWords: 'so max art vers',
  starters:
    'der die das den dem ein eine einen er sie es wir ich ihr du man dies diese dieser dieses jene und ' +
    'aber oder doch denn dann danach dort hier da so wenn als ob weil obwohl während nachdem bevor nun ' +
    'jetzt heute gestern morgen in im am an auf bei nach vor für mit von zu zum zur aus über unter um ' +
    'durch was wer wie wo warum wann welche ja nein also auch nur noch sein seine ihre unser mein dein ' +
    'kein keine niemand jeder alle viele einige manche nicht vielleicht trotzdem deshalb daher außerdem ' +
    'schließlich zuerst später bitte danke',
  bound:
    'der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jede ' +
    'jeder jedes jeden kein keine keinen keinem keiner mein meine meinen meinem meiner dein deine sein ' +
    'seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere euer eure und oder aber sondern ' +
    'denn dass daß ob wenn als wie weil obwohl damit bevor nachdem während in im ins an am ans auf aufs ' +
    'aus bei beim bis durch durchs für fürs gegen hinter mit nach neben ohne seit über übers um ums ' +
    'unter von vom vor wegen zu zum zur zwischen trotz statt ich du er wir man sehr',
  leaders:
    'und oder aber sondern denn weil obwohl dass daß damit wenn als ob während nachdem bevor bis seit in ' +
    'im ins an am auf aus bei beim durch für gegen mit nach ohne über um unter von vom vor wegen zu zum ' +
    'zur zwischen',
  trailing: 'jr usw etc',
  hasDottedOrdinals: true,
};
