import { type BreakRules, chooseBreakRules } from '../cues/break-rules';
import { endsSentenceBefore } from '../cues/ends-sentence-before';
import { stripMarkup } from '../transcript/markup';
import type { Sentence } from '../transcript/sentence';
import { defineFormat } from './define-format';
import type { FormatDocument } from './format-document';
import { proseOptions } from './timed-text';

/** A silence that begins a new paragraph: longer than speakers pause within a thought. */
const paragraphPauseMs = 2000;
/** From this length on a paragraph ends at the next end of a sentence: about a third of a page. */
const paragraphCharacters = 600;
const wide =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const neutral = '[“”‘’…—]*';
const endsWide = new RegExp(`${wide}${neutral}$`, 'u');
const beginsWide = new RegExp(`^${neutral}${wide}`, 'u');

/**
 * A document as plain text for reading [FM5]: cues run together to paragraphs, one line each and
 * parted by a blank line. A paragraph ends where the speaker or channel changes, at a silence of 2 s,
 * and after a sentence once it has 600 characters. A known speaker's name stands before the first
 * paragraph of each turn.
 */
export function formatTxt(
  document: FormatDocument,
  options: { readonly speakers?: boolean } = {},
): string {
  const all = document.sentences.map((sentence) => sentence.text).join('\n');
  const rules = chooseBreakRules(document.language, all);
  const paragraphs: string[] = [];
  let text = '';
  let previous: Sentence | undefined;
  const flush = (): void => {
    if (text !== '') paragraphs.push(`${text}\n`);
    text = '';
  };
  for (const sentence of document.sentences) {
    const body = stripMarkup(sentence.text)
      .trim()
      .replace(/\s*[\n\r]+\s*/gu, '\n');
    if (body === '') continue;
    const isNewTurn =
      previous?.speaker !== sentence.speaker || previous?.channel !== sentence.channel;
    if (isNewTurn || startsParagraph(previous, sentence, text, rules)) flush();
    const name = sentence.speaker?.trim() ?? '';
    if (isNewTurn && name !== '' && options.speakers !== false) text = `${name}:`;
    for (const line of body.split('\n')) text = joinRunning(text, line);
    previous = sentence;
  }
  flush();
  return paragraphs.join('\n');
}

function startsParagraph(
  previous: Sentence | undefined,
  next: Sentence,
  text: string,
  rules: BreakRules,
): boolean {
  if (previous === undefined) return false;
  if (next.beginMs - previous.endMs >= paragraphPauseMs) return true;
  return text.length >= paragraphCharacters && endsSentenceBefore(text, next.text, rules);
}

/** Chinese and Japanese have no blanks between sentences; quotes and dashes count as what they hold. */
function joinRunning(left: string, right: string): string {
  if (left === '') return right;
  return endsWide.test(left) && beginsWide.test(right) ? left + right : `${left} ${right}`;
}

export const txt = defineFormat({
  id: 'txt',
  name: ['TXT (plain text)', 'TXT（纯文本）'],
  about: ['Running text in paragraphs, for reading.', '分段的连续文字，便于阅读。'],
  extensions: ['.txt'],
  mediaTypes: ['text/plain'],
  unit: 'sentence',
  options: proseOptions,
  holds: { speakers: true },
  // Anything may be plain text; only its name says that it is nothing else.
  recognise: () => 0,
  write: formatTxt,
});
