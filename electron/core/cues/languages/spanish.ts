import type { LanguageData } from './language-data';

/**
 * Sources: Unicode CLDR, sentence-break suppressions for Spanish; Real Academia Española, list of
 * abbreviations in its Ortografía; the closed word classes of the language.
 */
export const spanish: LanguageData = {
  tag: 'es',
  script: 'latin',
  titles:
    'sr sra sres sras srta srtas d dña dr dra drs dras prof profa lic licdo lcdo lcda ldo lda ing arq ' +
    'mons fr rvdo rvda rdo excmo excma ilmo ilma sto sta mtro mtra pdte',
  ranks: 'gral cnel cap tte sgto alm cdte',
  leaning: 'p.ej ej cf cfr aprox v vs v.gr av avda c pza ctra a ee',
  beforeNumber: 'n núm nº num pág págs p pp art arts cap caps fig figs vol vols t tel apdo párr',
  calendar: 'ene feb mar abr may jun jul ago sep sept set oct nov dic lun mié jue vie sáb dom',
  units: 'min seg h hs km kg cm',
  within: 'etc cía ltda s.a s.l uu ee.uu dpto depto hnos jr soc univ tfno inc ltd corp',
  alsoWords: 'mar',
  starters:
    'el la los las lo un una unos unas yo tú él ella nosotros ellos ellas usted ustedes este esta esto ' +
    'estos estas ese esa eso esos esas aquel y o pero sino porque pues entonces luego después antes ahora ' +
    'aquí allí ahí hoy ayer mañana si cuando donde como mientras aunque que qué quién quiénes cómo cuándo ' +
    'dónde por para con sin en desde hasta sobre entre según a al mi mis tu tus su sus nuestro nuestra no ' +
    'sí ya también tampoco además todo todos toda todas cada nadie nada algo alguien muchos muchas algunos ' +
    'es son era fue hay ha había se me te le les nos bueno gracias hola',
  bound:
    'el la los las lo un una unos unas al del de a en con por para sin sobre entre desde hasta según ' +
    'contra hacia durante mediante tras y e o u ni pero sino que si como cuando donde porque aunque ' +
    'mientras cuyo cuya quien mi mis tu tus su sus nuestro nuestra nuestros nuestras este esta estos estas ' +
    'ese esa esos esas aquel aquella cada algún alguna ningún ninguna otro otra otros otras no se me te le ' +
    'les nos muy más menos tan es son era eran fue fueron está están estaba estaban ha han había habían he ' +
    'hemos será serán puede pueden debe deben va van voy vamos yo ' +
    'tengo tiene tienes tienen tenía tenían tendrá tendrán hay don doña solo ' +
    'sólo junto gran buen mal primer tercer cualquier',
  leaders:
    'y e o u ni pero sino que porque aunque mientras si como cuando donde quien cuyo para por con sin en ' +
    'a al desde hasta sobre entre según contra hacia durante tras',
  trailing: 'jr etc',
};
