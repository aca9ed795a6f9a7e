import { describe, expect, test } from 'vitest';
import { formatTxt } from '@core/formats/txt';
import { makeSentence, makeTranscript } from '../transcript/build-transcript';

describe('formatTxt', () => {
  test('[FM5] cues run on, a silence of two seconds begins a paragraph', () => {
    const transcript = makeTranscript([
      makeSentence('One\ntwo', 0, 1000),
      makeSentence('“three.”', 2999, 4000),
      makeSentence('“Four.”', 4000, 5000),
      makeSentence('Five.', 7000, 8000),
    ]);
    expect(formatTxt(transcript)).toBe('One two “three.” “Four.”\n\nFive.\n');
  });

  test('[FM5] Chinese is joined without blanks', () => {
    const transcript = makeTranscript([
      makeSentence('人工智能', 0, 1000),
      makeSentence('“正在改变”', 1000, 2000),
      makeSentence('生活。', 2000, 3000),
      makeSentence('iPhone 15', 3000, 4000),
    ]);
    expect(formatTxt(transcript)).toBe('人工智能“正在改变”生活。 iPhone 15\n');
  });

  test('[FM5] speakers are named at each turn', () => {
    const transcript = makeTranscript([
      makeSentence('Hello.', 0, 1000, { speaker: 'Ann' }),
      makeSentence('Hi.', 1000, 2000, { speaker: 'Bo' }),
      makeSentence('Well.', 5000, 6000, { speaker: 'Bo' }),
      makeSentence('So?', 6000, 7000),
    ]);
    expect(formatTxt(transcript)).toBe('Ann: Hello.\n\nBo: Hi.\n\nWell.\n\nSo?\n');
    expect(formatTxt(transcript, { speakers: false })).toBe('Hello.\n\nHi.\n\nWell.\n\nSo?\n');
  });

  test('[FM5] [CU3] a long paragraph does not end after what leans on the next word', () => {
    const long = `${'We talked about it again and again. '.repeat(18)}Then`;
    const lines = [long, 'we met Dr.', 'Lee.', 'He was late.'];
    const transcript = makeTranscript(
      lines.map((line, index) => makeSentence(line, 1000 * index, 1000 * (index + 1))),
    );
    expect(formatTxt(transcript).split('\n\n')).toEqual([
      `${long} we met Dr. Lee.`,
      'He was late.\n',
    ]);
  });

  test('[FM5] a long paragraph ends with a sentence', () => {
    const sentences = Array.from({ length: 40 }, (_, index) =>
      makeSentence(
        index % 2 === 0 ? 'a sentence that begins here' : 'and that ends here.',
        index * 1000,
        index * 1000 + 1000,
      ),
    );
    const paragraphs = formatTxt(makeTranscript(sentences)).trimEnd().split('\n\n');
    expect(paragraphs.map((paragraph) => paragraph.length)).toEqual([623, 335]);
    expect(paragraphs.every((paragraph) => paragraph.endsWith('here.'))).toBe(true);
  });

  test('[FM5] no sentences give an empty file', () => {
    expect(formatTxt(makeTranscript([]))).toBe('');
  });
});
