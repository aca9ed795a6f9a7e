import type { LanguageData } from './language-data';

/**
 * Sources: Unicode CLDR, sentence-break suppressions for English; U.S. Government Publishing Office
 * Style Manual, chapter 9 (titles, ranks, states, dates, units); the closed word classes of the
 * language; Netflix timed text style guide, English, line treatment.
 */
export const english: LanguageData = {
  tag: 'en',
  script: 'latin',
  titles:
    'mr mrs ms mx messrs mme mmes mlle dr drs prof profs rev revd fr hon pres rep reps sen sens gov ' +
    'govs amb atty supt insp mgr msgr',
  ranks:
    'gen lt ltc maj col capt cpt cmdr cdr cpl lcpl sgt ssgt sfc msgt pvt pfc adm radm vadm brig ens cwo',
  leaning: 'v vs e.g i.e cf viz approx ca esp incl',
  beforeNumber:
    'no nos nr nrs num fig figs vol vols p pp pg pgs ch chap chaps sec secs sect art arts eq eqs ex ' +
    'exs op ext rm apt',
  calendar:
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun',
  units:
    'in ft yd yds mi lb lbs oz gal qt pt tsp tbsp hr hrs min mins sec secs yr yrs mo mos wk wks km cm ' +
    'mm kg mg ml kb mb gb tb hz khz mhz ghz mph deg sq cu bn',
  within:
    'etc al inc ltd co cos corp bros llc plc dept depts univ assn assoc dist est ave blvd rd st ft mt ' +
    'mts pt ste hwy pkwy bldg jr sr esq misc govt natl intl ala ariz ark calif colo conn fla ga ky ' +
    'mich minn mont neb nev okla tenn tex va vt wis wyo',
  alsoWords: 'no art ex fig sec op apt mar wed sat sun in',
  starters:
    'the a an i he she it we they you this that these those there here and but or so then now if ' +
    'when what why how who where in on at as after before because my your his her its our their no ' +
    "yes well ok okay it's that's there's he's she's we're they're you're i'm i've for from with by " +
    'although though while since until unless once during meanwhile however therefore also finally ' +
    'yesterday today tomorrow do does did is are was were please maybe perhaps nobody someone everyone ' +
    'nothing not some many most every each all both',
  bound:
    'a an the this these those my your his her its our their no every each some any another several other ' +
    'whose and but or nor if because that which who whether of to in on at by for from with without ' +
    'about into onto over under between during against toward towards among until unless although ' +
    'though while when where what how why as than i he she we they is are was were am be been being ' +
    'do does did have has had will would can could shall should may might must not very so ' +
    "i'm you're he's she's it's we're they're i've we've they've i'll you'll we'll they'll i'd he'd " +
    "she'd we'd they'd you'd that's there's what's let's don't doesn't didn't isn't aren't wasn't " +
    "weren't can't cannot couldn't won't wouldn't shouldn't haven't hasn't hadn't",
  leaders:
    'and but or nor so because although though while when where whereas if unless until since that ' +
    'which who whom whose than then in on at by for from with without about into onto over under ' +
    'after before between through during against toward towards of to as',
  linker: 'to',
  linked:
    'pleased glad happy ready able unable about going supposed allowed due likely willing eager ought ' +
    'tend tends',
  trailing: 'ago jr sr inc ltd etc',
  letters: 'i',
};
