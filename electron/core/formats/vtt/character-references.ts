/** Characters by the names that HTML has for them, as far as captions are likely to use them. */
const named: Readonly<Record<string, string>> = {
  ...listNames(
    0xa0,
    'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml',
  ),
  amp: '&',
  AMP: '&',
  lt: '<',
  LT: '<',
  gt: '>',
  GT: '>',
  quot: '"',
  QUOT: '"',
  COPY: '©',
  REG: '®',
};
/** Those that HTML knows only with their semicolon. */
const closed: Readonly<Record<string, string>> = {
  apos: "'",
  lrm: '\u200e',
  rlm: '\u200f',
  zwj: '\u200d',
  zwnj: '\u200c',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  ndash: '–',
  mdash: '—',
  horbar: '―',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsaquo: '‹',
  rsaquo: '›',
  hellip: '…',
  bull: '•',
  dagger: '†',
  Dagger: '‡',
  permil: '‰',
  prime: '′',
  Prime: '″',
  euro: '€',
  trade: '™',
  OElig: 'Œ',
  oelig: 'œ',
  Scaron: 'Š',
  scaron: 'š',
  Yuml: 'Ÿ',
  fnof: 'ƒ',
  circ: 'ˆ',
  tilde: '˜',
  larr: '←',
  uarr: '↑',
  rarr: '→',
  darr: '↓',
  minus: '−',
  infin: '∞',
  ne: '≠',
  le: '≤',
  ge: '≥',
  sung: '♪',
  flat: '♭',
  natural: '♮',
  sharp: '♯',
  starf: '★',
  check: '✓',
  hearts: '♥',
  excl: '!',
  num: '#',
  dollar: '$',
  percnt: '%',
  lpar: '(',
  rpar: ')',
  ast: '*',
  plus: '+',
  comma: ',',
  period: '.',
  sol: '/',
  colon: ':',
  semi: ';',
  equals: '=',
  quest: '?',
  commat: '@',
  lsqb: '[',
  bsol: '\\',
  rsqb: ']',
  lowbar: '_',
  grave: '`',
  lcub: '{',
  verbar: '|',
  rcub: '}',
  Tab: '\t',
  NewLine: '\n',
};

/** What HTML takes the numbers of an old encoding of Windows for. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const reference = /&(?:([a-z][a-z\d]{0,30})(;?)|#(\d{1,9});?|#x([\da-f]{1,8});?)/giu;
const longestName = 6;

/** A text with its character references as characters (HTML, "character reference state"). */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    reference,
    (whole, name: string | undefined, end: string, decimal: string | undefined, hex: string) => {
      if (name !== undefined) return decodeName(name, end) ?? whole;
      return decodeNumber(
        decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10),
      );
    },
  );
}

function decodeName(name: string, end: string): string | undefined {
  if (Object.hasOwn(named, name)) return named[name];
  if (end === ';' && Object.hasOwn(closed, name)) return closed[name];
  // Without a semicolon the longest name that the letters begin with counts.
  for (let length = Math.min(name.length - 1, longestName); length > 1; length--) {
    const short = name.slice(0, length);
    if (Object.hasOwn(named, short)) return `${named[short]!}${name.slice(length)}${end}`;
  }
  return undefined;
}

function decodeNumber(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  if (code >= 0x80 && code <= 0x9f) return windows.charAt(code - 0x80);
  return String.fromCodePoint(code);
}

function listNames(from: number, names: string): Record<string, string> {
  return Object.fromEntries(
    names.split(' ').map((name, index) => [name, String.fromCharCode(from + index)]),
  );
}
