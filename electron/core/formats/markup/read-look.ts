import { omitUndefined } from '../../omit-undefined';
import {
  type KeypadPlace,
  type Look,
  namedColors,
  readColor,
  type StyledText,
  type TextRun,
} from './look';
import { parseMarkup, type MarkupPiece } from './parse-markup';

type OpenTag = Extract<MarkupPiece, { kind: 'open' }>;

/** What is open at a place of the text; tags are left in any order. */
interface Open {
  readonly name: string;
  readonly look: Look;
  readonly speaker?: string;
}

const noLook: Look = {};
/** Far more tags within one another than a text has. */
const mostOpen = 64;
/** A mark of MicroDVD that is of its line; with a capital it is of the whole cue. */
const lineMark = /^[a-z]:/u;

/** Tags that look like another one. */
const sameTags: ReadonlyMap<string, string> = new Map([
  ['em', 'i'],
  ['strong', 'b'],
  ['strike', 's'],
]);

/**
 * What the markup in a cue's text means, of whichever format it is. A mark that means nothing a look
 * can say (a position in pixels, an animation) is passed over; drawings of SubStation Alpha are no text.
 */
export function readLook(text: string): StyledText {
  const runs: TextRun[] = [];
  let open: readonly Open[] = [];
  let overrides: Look = {};
  /** Of marks that hold up to the end of their line. */
  let ofLine: Look = noLook;
  let place: KeypadPlace | undefined;
  let isDrawing = false;
  let atMs: number | undefined;
  const add = (characters: string): void => {
    if (isDrawing || characters === '') return;
    const lineEnd = ofLine === noLook ? -1 : characters.indexOf('\n');
    if (lineEnd !== -1) {
      add(characters.slice(0, lineEnd));
      ofLine = noLook;
      add(characters.slice(lineEnd));
      return;
    }
    const looks = open.map(({ look }) => look);
    const speaker = open.findLast((one) => one.speaker !== undefined)?.speaker;
    const look = Object.assign({}, ...looks, overrides, ofLine) as Look;
    runs.push({ text: characters, look, ...omitUndefined({ speaker, atMs }) });
    atMs = undefined;
  };
  for (const piece of parseMarkup(text)) {
    if (piece.kind === 'text') add(piece.raw);
    else if (piece.kind === 'time') atMs = piece.atMs;
    else if (piece.kind === 'open' && piece.name === 'br') add('\n');
    else if (piece.kind === 'open') {
      // What is open is gone through for every run, so that there must not be any number of it.
      if (open.length < mostOpen) open = [...open, openTag(piece, open)];
    } else if (piece.kind === 'close') {
      open = closeTag(open, sameTags.get(piece.name) ?? piece.name);
    } else if (lineMark.test(piece.body)) ofLine = { ...ofLine, ...readMicroDvd(piece.body) };
    else {
      const change = readOverride(piece.body, overrides);
      overrides = change.look;
      place = change.place ?? place;
      isDrawing = change.isDrawing ?? isDrawing;
    }
  }
  return { runs, ...omitUndefined({ place }) };
}

function openTag({ name: given, classes, value }: OpenTag, open: readonly Open[]): Open {
  const name = sameTags.get(given) ?? given;
  const color = classes.map((one) => namedColors.get(one)).find((one) => one !== undefined);
  const others = classes.filter((one) => !namedColors.has(one) && !one.startsWith('bg_'));
  const outer = open.findLast(({ look }) => look.classes !== undefined)?.look.classes ?? [];
  const common: Look = {
    ...omitUndefined({ color }),
    ...(others.length === 0 ? {} : { classes: [...outer, ...others] }),
  };
  if (name === 'i') return { name, look: { ...common, italic: true } };
  if (name === 'b') return { name, look: { ...common, bold: true } };
  if (name === 'u') return { name, look: { ...common, underline: true } };
  if (name === 's') return { name, look: { ...common, strike: true } };
  if (name === 'ruby') return { name, look: { ...common, ruby: 'base' } };
  if (name === 'rt') return { name, look: { ...common, ruby: 'reading' } };
  if (name === 'lang' && value !== '') return { name, look: { ...common, language: value } };
  if (name === 'v' && value !== '') return { name, look: common, speaker: value };
  if (name === 'font') return { name, look: { ...common, ...readFont(value) } };
  return { name, look: common };
}

function readFont(value: string): Look {
  const read = (name: string): string | undefined => {
    const pattern = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'iu');
    const [, double, single, bare] = pattern.exec(value) ?? [];
    return double ?? single ?? bare;
  };
  return omitUndefined({
    color: readColor(read('color') ?? ''),
    fontFamily: read('face'),
    fontSize: read('size'),
  });
}

/** Without the last tag of that name; one that is not open ends nothing. */
function closeTag(open: readonly Open[], name: string): readonly Open[] {
  const at = open.findLastIndex((one) => one.name === name);
  // The end of a ruby ends its reading as well, as its own tag may be left out.
  return at === -1 ? open : name === 'ruby' ? open.slice(0, at) : open.toSpliced(at, 1);
}

interface OverrideChange {
  readonly look: Look;
  readonly place?: KeypadPlace;
  readonly isDrawing?: boolean;
}

/** Old SubStation Alpha numbers places 1–3 below, 5–7 above, 9–11 in the middle. */
const oldPlaces: ReadonlyMap<string, KeypadPlace> = new Map([
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['5', 7],
  ['6', 8],
  ['7', 9],
  ['9', 4],
  ['10', 5],
  ['11', 6],
]);
const keypad = /^[1-9]$/u;
/** How MicroDVD has a cue at the top. */
const topMark = 'P:0';

function readOverride(body: string, look: Look): OverrideChange {
  if (body === topMark) return { look, place: 8 };
  if (!body.startsWith('\\')) return { look: { ...look, ...readMicroDvd(body) } };
  let change: OverrideChange = { look };
  for (const [, name = '', value = ''] of body.matchAll(
    /\\(an|alpha|a|[1-4]?c(?!lip)|r|[biuspkK](?![a-z])|fn|fs(?![a-z])|[a-zA-Z]+)([^\\]*)/gu,
  )) {
    change = applyOverride(name, value.trim(), change);
  }
  return change;
}

function applyOverride(name: string, value: string, change: OverrideChange): OverrideChange {
  const { look } = change;
  const set = (field: keyof Look, given: Look[keyof Look] | undefined): OverrideChange => {
    const { [field]: _old, ...rest } = look;
    return { ...change, look: given === undefined ? rest : { ...rest, [field]: given } };
  };
  const flag = (isOn: boolean): true | undefined => (isOn ? true : undefined);
  switch (name) {
    case 'i':
      return set('italic', flag(value === '1'));
    case 'b':
      return set('bold', flag(value === '1' || Number(value) >= 600));
    case 'u':
      return set('underline', flag(value === '1'));
    case 's':
      return set('strike', flag(value === '1'));
    case 'c':
    case '1c':
      return set('color', readReversedColor(value));
    case 'fn':
      return set('fontFamily', value === '' ? undefined : value);
    case 'fs':
      return set('fontSize', value === '' ? undefined : value);
    case 'r':
      return { ...change, look: {} };
    case 'p':
      return { ...change, isDrawing: Number(value) > 0 };
    case 'an':
      return keypad.test(value) ? { ...change, place: Number(value) as KeypadPlace } : change;
    case 'a': {
      const place = oldPlaces.get(value);
      return place === undefined ? change : { ...change, place };
    }
    default:
      return change;
  }
}

/** `&Hbbggrr&` of SubStation Alpha or `$bbggrr` of MicroDVD. */
function readReversedColor(value: string): string | undefined {
  const [, digits] = /^(?:&?H|\$)([\da-f]{1,8})&?$/iu.exec(value) ?? [];
  if (digits === undefined) return undefined;
  const six = digits.padStart(6, '0').slice(-6).toLowerCase();
  return `#${six.slice(4)}${six.slice(2, 4)}${six.slice(0, 2)}`;
}

function readMicroDvd(body: string): Look {
  const [, name = '', value = ''] = /^([a-z]):(.*)$/isu.exec(body) ?? [];
  if (name.toLowerCase() === 'y') {
    const marks = value.toLowerCase().split(',');
    const has = (mark: string): true | undefined => (marks.includes(mark) ? true : undefined);
    return omitUndefined({
      italic: has('i'),
      bold: has('b'),
      underline: has('u'),
      strike: has('s'),
    });
  }
  if (name.toLowerCase() === 'c') return omitUndefined({ color: readReversedColor(value) });
  if (name.toLowerCase() === 'f') return { fontFamily: value };
  if (name.toLowerCase() === 's') return { fontSize: value };
  return {};
}
