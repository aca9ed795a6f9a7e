import type { Sentence } from '../../transcript/sentence';
import type { StyledText } from '../markup/look';
import { type MarkupPiece, parseMarkup } from '../markup/parse-markup';
import { readLook } from '../markup/read-look';
import { escapeVtt, vttDialect } from '../markup/vtt-dialect';
import type { TimedText, TimedTextOptions } from '../timed-text';
import { placeWordTimes, renewTimes } from '../timed-markup';
import { isCueSetting, otherPieces } from './cue-settings';
import { settingNames } from './parse-vtt';
import { isPlainlyMarked } from './simple-tags';
import { formatTimestamp } from './timestamp';

const format = 'vtt';

/** What a cue has of marks of other formats, for styles and losses. */
export interface ForeignLook {
  readonly styled: StyledText;
  readonly text: string;
}

/** A cue as WebVTT has it, with the line feed that ends it. */
export function formatCue(
  cue: TimedText,
  options: TimedTextOptions,
  onForeign?: (look: ForeignLook) => void,
): string {
  const { beginMs, endMs, text, sentence, word } = cue;
  const settings = sentence.source?.format === format ? sentence.source.settings : undefined;
  const identifier = word === undefined ? settings?.[settingNames.identifier] : undefined;
  const timing = `${formatTimestamp(beginMs)} --> ${formatTimestamp(endMs)}`;
  let body = text;
  let place: StyledText['place'];
  if (!isPlainlyMarked(text) || (options.karaoke === true && word === undefined)) {
    const written = word === undefined ? writeTimes(cue, text, options) : text;
    const pieces = parseMarkup(written);
    if (pieces.every((piece) => piece.kind === 'text' || vttDialect.owns(piece))) {
      body = writeOwn(pieces);
    } else {
      const styled = readLook(written);
      ({ place } = styled);
      onForeign?.({ styled, text: written });
      body = vttDialect.write(styled);
    }
  }
  const voice = options.speakers === false ? '' : formatVoice(sentence, settings);
  const marked = voice === '' ? body : addVoice(voice, body);
  const name = identifier === undefined ? '' : `${identifier}\n`;
  const placed = formatSettings(sentence, settings, place);
  // With a tag's own bracket two dashes would make an arrow, which begins another cue.
  const said = marked.includes('-->') ? marked.replaceAll('-->', '-- >') : marked;
  return `${name}${timing}${placed}\n${said}\n`;
}

/** The times within the text as the words have them; with `karaoke`, of every word. */
function writeTimes({ sentence }: TimedText, text: string, { karaoke }: TimedTextOptions): string {
  if (/<\d/u.test(text)) return renewTimes(sentence, text);
  return karaoke === true
    ? placeWordTimes(sentence, text, ({ atMs, hasTime, word, endMs }) => {
        const begin = hasTime ? `<${formatTimestamp(atMs)}>` : '';
        const end = endMs === undefined ? '' : `<${formatTimestamp(endMs)}>`;
        return `${begin}<c>${word}</c>${end}`;
      })
    : text;
}

/** Text whose marks are all of this format: its characters escaped, those in names as well. */
function writeOwn(pieces: readonly MarkupPiece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return escapeVtt(piece.raw);
      const isNamed = piece.kind === 'open' && piece.name === 'v' && piece.value.includes('&');
      return isNamed ? piece.raw.replace(/&(?![lg]t;)/gu, '&amp;') : piece.raw;
    })
    .join('');
}

function formatVoice(
  { speaker }: Sentence,
  settings: Readonly<Record<string, string>> | undefined,
): string {
  const name = speaker?.trim().replace(/\s+/gu, ' ') ?? '';
  if (name === '') return '';
  const classes = settings?.[settingNames.voiceClasses];
  const escaped = escapeVtt(name);
  // As above.
  return `<v${classes === undefined ? '' : `.${classes}`} ${escaped}${name.endsWith('--') ? ' ' : ''}>`;
}

/** The speaker's voice around all that no other one says. */
function addVoice(voice: string, body: string): string {
  if (!/<\/?v[.\s>]/u.test(body)) return voice + body;
  let written = '';
  let isOpen = false;
  let others = 0;
  for (const piece of body.split(/(<\/?v(?:[.\s][^>]*)?>)/u)) {
    if (/^<v[.\s>]/u.test(piece)) {
      if (isOpen) written += '</v>';
      isOpen = false;
      others++;
    } else if (piece === '</v>') others = Math.max(0, others - 1);
    else if (others === 0 && !isOpen && (piece.trim() !== '' || written === '')) {
      written += voice;
      isOpen = true;
    }
    written += piece;
  }
  return written;
}

function formatSettings(
  { region }: Sentence,
  settings: Readonly<Record<string, string>> | undefined,
  place: StyledText['place'],
): string {
  if (settings === undefined && region === undefined && place === undefined) return '';
  const placed = place === undefined ? {} : toSettings(place);
  const all = { ...settings, ...placed };
  let written = '';
  for (const [name, value] of Object.entries(all)) {
    if (isCueSetting(name)) written += ` ${name}:${value}`;
  }
  if (region !== undefined && all['region'] === undefined) written += ` region:${region}`;
  const others = all[otherPieces];
  return others === undefined ? written : `${written} ${others}`;
}

/** A place as on a keypad: `line` from the top, `align` to the sides; the bottom and the middle are usual. */
function toSettings(place: NonNullable<StyledText['place']>): Readonly<Record<string, string>> {
  const column = (place - 1) % 3;
  return {
    ...(place >= 7 ? { line: '0' } : place >= 4 ? { line: '50%' } : {}),
    ...(column === 0 ? { align: 'left' } : column === 2 ? { align: 'right' } : {}),
  };
}
