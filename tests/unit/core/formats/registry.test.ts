import { describe, expect, test } from 'vitest';
import {
  detectFormat,
  findFormat,
  readableFormats,
  transcriptFormats,
  wholeFormat,
  writableFormats,
} from '@core/formats/registry';
import { isSubtitleName, subtitleExtensions } from '@core/formats/subtitle-extensions';
import type { Wording } from '@core/messages/catalogue';
import { makeSentence, makeTranscript } from '../transcript/build-transcript';

describe('transcriptFormats', () => {
  test('[FM7] every format is found by id and extension, each of which is one format’s', () => {
    for (const format of transcriptFormats) {
      expect(findFormat(format.id)).toBe(format);
      for (const extension of format.extensions) {
        expect(findFormat(extension.toUpperCase())).toBe(format);
      }
    }
  });

  test('[FM7] every text is written without a mark', () => {
    const transcript = makeTranscript([makeSentence('Hello.', 0, 1000)]);
    for (const format of writableFormats) {
      const { content } = format.write(transcript);
      if (typeof content === 'string') expect(content).toMatch(/^[^\ufeff\r]+\n$/u);
    }
  });

  test('[FM7] an unknown format is undefined', () => {
    expect(findFormat('xyz')).toBeUndefined();
  });

  test('[FM7] each names itself, its options and its repairs in both languages', () => {
    const say = (wording: Wording): void => {
      if (typeof wording === 'string') return;
      const [english, chinese] = wording;
      expect(english.trim()).not.toBe('');
      expect(chinese).toMatch(/\p{Script=Han}|^[A-Z]/u);
      const placeholders = (text: string): string[] => (text.match(/\{\w+\}/gu) ?? []).sort();
      expect(placeholders(chinese)).toEqual(placeholders(english));
    };
    for (const { name, about, options, repairTexts } of transcriptFormats) {
      say(name);
      say(about);
      for (const option of options) say(option.label);
      for (const text of Object.values(repairTexts)) say(text);
    }
  });

  test('[FM7] an option with a value it does not take is refused, one of another format ignored', () => {
    const transcript = makeTranscript([makeSentence('Hello.', 0, 1000)]);
    for (const format of writableFormats) {
      expect(format.write(transcript, { nothing: 1 })).toEqual(format.write(transcript));
      for (const { name } of format.options) {
        expect(() => format.write(transcript, { [name]: {} })).toThrow(
          expect.objectContaining({ code: 'usage/invalid' }),
        );
      }
    }
  });

  test('[FM12] what a format cannot hold is counted', () => {
    const spoken = makeSentence('Hello there.', 0, 1000, { speaker: 'Ann' });
    const transcript = makeTranscript([spoken, makeSentence(' ', 1000, 2000)]);
    const losses = (id: string): unknown => findFormat(id)!.write!(transcript).losses;
    expect(losses('srt')).toEqual([
      { code: 'speakers', count: 1 },
      { code: 'word-times', count: 2 },
      { code: 'blanks', count: 1 },
    ]);
    expect(losses('json')).toEqual([]);
  });

  test.each(writableFormats)(
    '[FM12] $id writes a translation, or tells that it is lost',
    (format) => {
      const spoken = makeSentence('Hello there.', 0, 1000);
      const secondText = { id: 's de', sentenceId: spoken.id, language: 'de', text: 'Guten Tag.' };
      const document = { ...makeTranscript([spoken]), secondTexts: [secondText] };
      const { content, losses } = format.write(document);
      const isWritten = typeof content === 'string' && content.includes('Guten Tag.');
      const lost = losses.filter(({ code }) => code === 'second-texts');
      const loss = [{ code: 'second-texts', count: 1 }];
      expect(lost).toEqual(isWritten ? [] : loss);
      expect(isWritten).toBe(format.id === 'csv' || format.id === 'tsv');
      const listed = format.listLosses(document).filter(({ code }) => code === 'second-texts');
      expect(listed).toEqual(lost);
    },
  );
});

describe('the format of a file', () => {
  const srtText = '1\n00:00:01,000 --> 00:00:02,000\nHello\n';

  test.each([
    ['talk.SRT', 'Hello', 'srt'],
    ['talk.srt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n', 'vtt'],
    ['talk.txt', srtText, 'txt'],
    ['standard input', srtText, 'srt'],
    ['standard input', `\ufeff${srtText}`, 'srt'],
    ['standard input', 'WEBVTT', 'vtt'],
    ['standard input', 'WEBVTTS', undefined],
    ['standard input', '{"version": 1, "media": {}}', 'json'],
    ['standard input', 'Hello', undefined],
  ])('[FM11] of %s with %j', (fileName, text, id) => {
    expect(detectFormat({ fileName, text })?.id).toBe(id);
  });

  test('[FM11] what is opened as subtitles by its name', () => {
    expect(subtitleExtensions).toEqual(readableFormats.flatMap(({ extensions }) => extensions));
    for (const extension of subtitleExtensions) {
      expect(isSubtitleName(`A talk${extension.toUpperCase()}`)).toBe(true);
    }
    expect(isSubtitleName('talk.txt')).toBe(false);
    expect(isSubtitleName('talk.mp3')).toBe(false);
  });

  test('[FM7] one format says that it keeps all of a transcript', () => {
    expect(transcriptFormats.filter(({ isWhole }) => isWhole)).toEqual([wholeFormat]);
    expect(wholeFormat.id).toBe('json');
  });

  test('[FM9] what a format writes is found and read as what it is', () => {
    for (const format of readableFormats) {
      if (format.write === undefined) continue;
      // By this rate the times of the transcript are whole frames.
      // Some have no Chinese, or show a cue for whole frames of the picture: they tell so.
      const transcript = makeTranscript([
        makeSentence('Hello.', 1000, 2000),
        makeSentence('characters' in format.lossTexts ? 'Bye.' : '再见。', 3000, 4000),
      ]);
      const toGrid = (timeMs: number): number =>
        'frames' in format.lossTexts ? Math.round((timeMs * 30) / 1001) : timeMs;
      const { content } = format.write({
        ...transcript,
        frameRate: { numerator: 25, denominator: 1 },
      });
      const specimen = typeof content === 'string' ? { text: content } : { bytes: content };
      expect(detectFormat({ fileName: '', ...specimen })).toBe(format);
      const { document, repairs } = format.read(content);
      expect(repairs).toEqual([]);
      expect(
        document.sentences.map(({ beginMs, endMs, text }) => [
          toGrid(beginMs),
          toGrid(endMs),
          text,
        ]),
      ).toEqual(
        transcript.sentences.map(({ beginMs, endMs, text }) => [
          toGrid(beginMs),
          toGrid(endMs),
          text,
        ]),
      );
    }
  });
});
