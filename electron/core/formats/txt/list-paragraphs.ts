import { type BreakRules, chooseBreakRules } from '../../cues/break-rules';
import { endsSentenceBefore } from '../../cues/ends-sentence-before';
import { stripMarkup } from '../../transcript/markup';
import type { Sentence } from '../../transcript/sentence';
import type { FormatDocument } from '../format-document';
import { cleanLines } from '../timed-text';

/** A silence that begins a new paragraph: longer than speakers pause within a thought. */
const paragraphPauseMs = 2000;
/** From this length on a paragraph ends at the next end of a sentence: about a third of a page. */
const paragraphCharacters = 600;
const wide =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const neutral = '[“”‘’…—]*';
const endsWide = new RegExp(`${wide}${neutral}$`, 'u');
const beginsWide = new RegExp(`^${neutral}${wide}`, 'u');

/** Sentences that run on in a text for reading. */
export interface Paragraph {
  readonly beginMs: number;
  readonly endMs: number;
  /** Who says it; empty where nobody is known. */
  readonly speaker: string;
  /** Whether it is the first one of the speaker's turn. */
  readonly isTurn: boolean;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/**
 * The paragraphs of a document [FM5]: one ends where the speaker or channel changes, at a silence of
 * 2 s, and after a sentence once it has 600 characters.
 * @param areNamed whether the names of speakers stand in the text, and so count as part of it
 */
export function listParagraphs(document: FormatDocument, areNamed: boolean): readonly Paragraph[] {
  const all = document.sentences.map((sentence) => sentence.text).join('\n');
  const rules = chooseBreakRules(document.language, all);
  const paragraphs: Paragraph[] = [];
  let text = '';
  let sentences: Sentence[] = [];
  let isTurn = false;
  let nameLength = 0;
  let previous: Sentence | undefined;
  const flush = (): void => {
    const [first] = sentences;
    if (first === undefined) return;
    const endMs = sentences.reduce((latest, sentence) => Math.max(latest, sentence.endMs), 0);
    const speaker = first.speaker?.trim() ?? '';
    paragraphs.push({ beginMs: first.beginMs, endMs, speaker, isTurn, text, sentences });
    text = '';
    sentences = [];
  };
  for (const sentence of document.sentences) {
    const clean = cleanLines(stripMarkup(sentence.text));
    if (clean === '') continue;
    const isNewTurn =
      previous?.speaker !== sentence.speaker || previous?.channel !== sentence.channel;
    if (isNewTurn || startsParagraph(previous, sentence, text, nameLength, rules)) {
      flush();
      isTurn = isNewTurn;
      const name = sentence.speaker?.trim() ?? '';
      nameLength = areNamed && isTurn && name !== '' ? name.length + 2 : 0;
    }
    for (const line of clean.split('\n')) text = joinRunning(text, line);
    sentences.push(sentence);
    previous = sentence;
  }
  flush();
  return paragraphs;
}

function startsParagraph(
  previous: Sentence | undefined,
  next: Sentence,
  text: string,
  nameLength: number,
  rules: BreakRules,
): boolean {
  if (previous === undefined) return false;
  if (next.beginMs - previous.endMs >= paragraphPauseMs) return true;
  return (
    text.length + nameLength >= paragraphCharacters && endsSentenceBefore(text, next.text, rules)
  );
}

/** Chinese and Japanese have no blanks between sentences; quotes and dashes count as what they hold. */
function joinRunning(left: string, right: string): string {
  if (left === '') return right;
  return endsWide.test(left) && beginsWide.test(right) ? left + right : `${left} ${right}`;
}
