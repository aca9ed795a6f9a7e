import { isUsualText } from './usual-text';
import { drawing, hidden } from '../markup/script-marks';

/** Holds a backslash apart from the letter behind it, and is not seen. */
const wordJoiner = '\u2060';
const special = /[{\\]/u;
const escaped = /[{\\\r\u00a0]/u;
const drawingMode = /\\p(\d+)/gu;

/**
 * The text of an event as sentences have it [FM32]: line breaks and no-break spaces as characters,
 * overrides as they are. What is in braces without being an override, and what is drawn, is no text:
 * it becomes a mark of its own.
 *
 * @param softBreak what `\n` means: a blank, or a line break where the script does not wrap lines
 */
export function readScriptText(raw: string, softBreak: ' ' | '\n'): string {
  if (isUsualText(raw, true)) return raw.replaceAll('\\N', '\n');
  if (!special.test(raw)) return raw;
  if (!raw.includes('{')) return readCharacters(raw, softBreak);
  let text = '';
  let from = 0;
  let isDrawing = false;
  const add = (end: number): void => {
    const stretch = raw.slice(from, end);
    if (stretch === '') return;
    text += isDrawing
      ? `{${drawing}${stretch.replace(/[{}]/gu, '')}}`
      : readCharacters(stretch, softBreak);
  };
  for (let index = 0; index < raw.length; index++) {
    if (raw[index] === '\\' && (raw[index + 1] === '{' || raw[index + 1] === '}')) index++;
    else if (raw[index] === '{') {
      const end = raw.indexOf('}', index);
      if (end === -1) break;
      add(index);
      const body = raw.slice(index + 1, end);
      text += isOverride(body) ? `{${body}}` : `{${hidden}${body.replaceAll('{', '(')}}`;
      for (const [, value] of body.matchAll(drawingMode)) isDrawing = Number(value) > 0;
      from = end + 1;
      index = end;
    }
  }
  add(raw.length);
  return text;
}

function isOverride(body: string): boolean {
  return body.startsWith('\\') && !body.includes('{');
}

function readCharacters(raw: string, softBreak: ' ' | '\n'): string {
  if (!raw.includes('\\')) return raw;
  // Most texts have line breaks and nothing else.
  const broken = raw.replaceAll('\\N', '\n');
  if (!broken.includes('\\')) return broken;
  return raw.replace(/\\([Nnh{}\u2060])/gu, (_all, one: string) => {
    if (one === 'N') return '\n';
    if (one === 'n') return softBreak;
    if (one === 'h') return '\u00a0';
    return one === wordJoiner ? '\\' : one;
  });
}

/** Characters that are no mark, as an event has them. */
export function escapeCharacters(text: string): string {
  if (!escaped.test(text)) return text.includes('\n') ? text.replaceAll('\n', '\\N') : text;
  return text
    .replace(/\\(?=[Nnh{}\u2060]|$)/gu, `\\${wordJoiner}`)
    .replaceAll('{', '\\{')
    .replace(/\r\n|[\n\r]/gu, '\\N')
    .replaceAll('\u00a0', '\\h');
}
