/**
 * Letters of languages written with an alphabet, the most frequent first. The alphabets are the main
 * exemplar characters of Unicode CLDR with the letters of loan words behind them; their order follows
 * the published tables of letter frequencies. Only the rank counts, and a letter a few places off
 * changes nothing.
 */
export const letterOrders = {
  en: 'etaoinshrdlcumwfgypbvkjxqzéèïêñ',
  de: 'enisratdhulcgmobwfkzüväpßöjyxqé',
  fr: 'esaitnrulodcpmévqfbghjàxèyêzçkôâûîùwïœëü',
  es: 'eaosrnidlctumpbgvóíqyhféáúzjñxükw',
  it: 'eaionlrtscdupmvghfbqzòàùìèéjkxyw',
  pt: 'aeosridmntcuvlpgqbfhãçázjéxóíêõúâôàkwy',
  nl: 'enatirodslghvkmubpwjczfxyëqéïöüè',
  sv: 'eantrsildomgkvfhupäbcåöyjxwzéq',
  da: 'erndtaisoglkmfvupbhåøyjæcwzxqéòôö',
  fi: 'aintesloukämvrjhypdögbfcåwzxqšž',
  is: 'arniesutðglmfkhvoáþíbjdpóyæöéúýxcwzq',
  pl: 'aioeznrwstcykdpmłujlbgęhąóżśfćńźvqx',
  cs: 'oenatilvsrkdpíumázyjěchbéřžýčšůúgfťňóďxwq',
  sk: 'aoenistrvlkdpmuzájybhcčíéžšýúťgôľäďňfóĺŕxwq',
  hu: 'etaknlsziomrgáéydvbhőjfuópcíöüúűxwq',
  ro: 'eiarntulcsodpăîmșţştțvfbgâzhxjkwyq',
  hr: 'aioenstrjkudpmlvzgbčcšžhćfđxwyq',
  tr: 'aeinrlıkdmyutsboüşzgçhğvcöpfjâîûxwq',
  lt: 'iastrenoukmlpvdjgbėyšžąęųūįčczhfxwq',
  lv: 'aistenrukoāmlpdvzīējbgcšūņžčķļģhfxwq',
  et: 'aeistluknomrdvghjpõäüböfšžcxwzyq',
  vi: 'nhtiagcoumlđrvăêâôsươpdbyekqxếạảấàáộìíệồốãớợềủựừứữậéầđóúùẫặắẵằẳểễẻẽẹỉĩịọỏõòổỗơờởỡụũửỳỵỷỹýfjwz',
  ru: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё',
  uk: 'оаинвіертслкудмпзяьбгчйхцжїюєшфщґ',
  bg: 'аеиотнрсвлкдпмзугбяъчйщхцжюшфь',
  sr: 'аиоенрстјувкдплмзбгчцшжњљхћђџф',
  el: 'αοιετσνηυρπκμλωςάίόγδχήέύθφβώξζψϊϋΐΰ',
  he: 'יוהלאתרבשמנכדקפעחסגטצזםןךףץ',
  ar: 'اليمونرتبةعدسفهكقأحجشطصخذىضغئءزثؤظآإ',
  th: 'านรอกเงมยลวดทสตะปบคหแจพชขใไโผซธณถภฟฉฝญฐศษฮฬฎฏฒฑฌฆฤๆำิีึืุูัํ่้๊๋็์ฯ',
} as const;

/** A language with an alphabet, by its BCP 47 tag. */
export type AlphabetLanguage = keyof typeof letterOrders;
