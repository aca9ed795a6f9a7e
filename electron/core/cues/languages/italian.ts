import type { LanguageData } from './language-data';

/**
 * Sources: Unicode CLDR, sentence-break suppressions for Italian; the abbreviations of titles and
 * ranks in use in Italian administration; the closed word classes of the language, elided forms with
 * their apostrophe.
 */
export const italian: LanguageData = {
  tag: 'it',
  script: 'latin',
  titles:
    'sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa proff ing arch avv geom rag on mons cav comm ' +
    's ss',
  ranks: 'gen col magg cap ten serg amm brig',
  leaning: 'p.es es cfr cf v vs ca',
  beforeNumber: 'n nn num pag pagg p pp fig figg vol voll capp art artt tav tab sez tel',
  calendar: 'feb mar apr mag giu lug ago set sett ott nov dic lun mer gio ven sab dom',
  units: 'min sec h km kg cm',
  within: 'ecc etc s.p.a s.r.l soc ltd inc co jr f.lli div mitt ag int',
  alsoWords: 'set',
  starters:
    "il lo la i gli le l' un uno una io tu lui lei noi voi loro questo questa questi queste quello quella " +
    'quelli e ed ma o oppure però quindi allora poi dopo prima ora adesso qui lì là oggi ieri domani se ' +
    'quando dove come mentre perché poiché anche che chi cosa in nel nella a al alla da dal dalla con per ' +
    'su sul tra fra senza secondo mio mia suo sua nostro non no sì già ancora tutto tutti ogni nessuno ' +
    "niente molti alcuni è sono era c'è c'era ha ho hanno si mi ti ci vi bene grazie ciao",
  bound:
    'il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal ' +
    'dallo dalla dai dagli dalle in nel nello nella nei negli nelle con su sul sullo sulla sui sugli sulle ' +
    'per tra fra senza sotto sopra verso contro durante e ed o od ma né che chi cui se come quando dove ' +
    'perché mentre mio mia miei mie tuo tua suo sua suoi sue nostro nostra nostri nostre vostro questo ' +
    'questa questi queste quel quello quella quei quegli quelle ogni qualche nessun nessuna altro altra ' +
    'non si mi ti ci vi ne molto più meno tanto troppo così è sono era erano sei siamo ha ho hai hanno ' +
    "abbiamo aveva avevano sarà può possono deve devono va vanno io signor c'è c'era",
  leaders:
    'e ed o ma né che chi cui se come quando dove perché mentre a al ' +
    'alla ai alle da dal dalla dai in nel nella nei nelle con su sul sulla per tra fra senza verso contro ' +
    "durante all' dall' nell' sull'",
  trailing: 'jr ecc etc',
};
