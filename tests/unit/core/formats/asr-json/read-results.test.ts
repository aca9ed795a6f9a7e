import { json } from '@core/formats/json';
import { findTranscriptProblems } from '@core/transcript/invariants';
import { describe, expect, it } from 'vitest';
import { readSubtitleFile } from '../../../../../electron/services/formats/read-subtitle-file';
import { deepgramAmazonRows } from './deepgram-amazon-rows';
import { funasrAlibabaRows } from './funasr-alibaba-rows';
import { googleAzureRows } from './google-azure-rows';
import { cuesOf, readResult, wordsOf } from './read-result';
import { whisperRows } from './whisper-rows';

const rows = [...whisperRows, ...deepgramAmazonRows, ...googleAzureRows, ...funasrAlibabaRows];

describe('[FM70] [FM71] JSON of other programs', () => {
  it.each(rows)('is read: $name', (row) => {
    const { document, repairs } = readResult(row.value);
    const { sentences } = document;
    expect(cuesOf(sentences)).toEqual(row.cues);
    if (row.words !== undefined) expect(wordsOf(sentences)).toEqual(row.words);
    if (row.speakers !== undefined) {
      expect(sentences.map(({ speaker }) => speaker)).toEqual(row.speakers);
    }
    if (row.channels !== undefined) {
      expect(sentences.map(({ channel }) => channel)).toEqual(row.channels);
    }
    expect(document.engine).toBe(row.engine);
    expect(document.language).toBe(row.language ?? 'und');
    const media = { path: '', durationMs: 0 };
    const whole = { version: 1, media, language: '', engine: '', sentences } as const;
    expect(findTranscriptProblems(whole)).toEqual([]);
    const isWhole = repairs.every(({ code }) => code.startsWith('result-'));
    expect(isWhole).toBe(true);
  });

  it('a segment longer than a cue is cut at its words, one that fits stays as it is', () => {
    const text = `${'One two three four five six seven. '.repeat(4)}Eight.`;
    const words = text.split(' ').map((word, index) => ({
      ...{ word: ` ${word}`, start: 10 + index * 0.4, end: 10.3 + index * 0.4 },
    }));
    const { document } = readResult({
      language: 'en',
      segments: [
        { start: 0, end: 9, text: 'Short, but shown for long.' },
        { start: 10, end: 30, text, words },
      ],
    });
    const [first, ...cut] = cuesOf(document.sentences);
    expect(first).toEqual([0, 9000, 'Short, but shown for long.']);
    expect(cut.length).toBeGreaterThan(2);
    expect(cut.map(([, , said]) => said).join(' ')).toBe(text);
    expect(cut[0]![0]).toBe(10_000);
  });

  it('what is mended is told with its line', () => {
    const value = {
      language: 'en',
      segments: [
        { start: 1, end: 2, text: 'First.' },
        { start: 'soon', end: null, text: 'Second.' },
        { start: 4, end: 5, text: 'Third.' },
      ],
    };
    const { document, repairs } = readResult(JSON.stringify(value, undefined, 1));
    expect(cuesOf(document.sentences)).toEqual([
      [1000, 2000, 'First.'],
      [2000, 3050, 'Second.'],
      [4000, 5000, 'Third.'],
    ]);
    expect(repairs).toEqual([
      { code: 'result-sentences-mended', line: 12, after: '00:00:02.000 – 00:00:03.050 (1)' },
    ]);
  });

  it('[FM11] is found by its content, and opened with the vendor’s among the dialects', () => {
    const { value } = rows.find(({ engine }) => engine === 'file')!;
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    const { format, document } = readSubtitleFile(bytes, 'standard input');
    expect(format).toBe(json);
    expect(cuesOf(document.sentences)).toEqual([[340, 2365, '北京的天气。']]);
  });

  it('silence is a document without sentences, and is told', () => {
    const { document, repairs } = readResult({ text: '', segments: [], language: 'en' });
    expect(document.sentences).toEqual([]);
    expect(repairs).toEqual([{ code: 'result-silent', line: 1 }]);
  });
});
