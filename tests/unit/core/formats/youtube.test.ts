import { detectFormat } from '@core/formats/registry';
import { youtube } from '@core/formats/youtube';
import { describe, expect, it } from 'vitest';
import { makeSentence } from '../transcript/build-transcript';

const chapters = (
  begins: readonly number[],
  durationMs = 0,
): { readonly content: unknown; readonly losses: unknown } =>
  youtube.write!({
    language: 'en',
    media: { path: '', durationMs },
    sentences: begins.map((beginMs, index) =>
      makeSentence(`Part <i>${index + 1}</i>\nof > it`, beginMs, beginMs + 1000),
    ),
  });
const markup = (count: number): object => ({ code: 'markup', count });
const words = (count: number): object => ({ code: 'word-times', count });

describe('[FM77] chapters of YouTube', () => {
  it('are lines of a place and a title, the first one at 00:00', () => {
    expect(chapters([0, 61_900, 600_000])).toEqual({
      content: '00:00 Part 1 of › it\n01:01 Part 2 of › it\n10:00 Part 3 of › it\n',
      losses: [words(3), markup(3)],
    });
    expect(chapters([0, 61_900, 3_600_000]).content).toBe(
      '00:00:00 Part 1 of › it\n00:01:01 Part 2 of › it\n01:00:00 Part 3 of › it\n',
    );
  });

  it('what the site would not take is left out, and told', () => {
    expect(chapters([5000, 12_000, 30_000, 39_000, 60_000, 95_000], 100_000)).toEqual({
      content:
        '00:00 Part 1 of › it\n00:12 Part 2 of › it\n00:30 Part 3 of › it\n01:00 Part 5 of › it\n',
      losses: [
        words(6),
        markup(6),
        { code: 'chapters-close', count: 2 },
        { code: 'first-moved', count: 1 },
      ],
    });
  });

  it('fewer than three are written, and it is told that the site shows none', () => {
    const { content, losses } = chapters([0, 60_000]);
    expect(content).toBe('00:00 Part 1 of › it\n01:00 Part 2 of › it\n');
    expect(losses).toContainEqual({ code: 'chapters-few', count: 2 });
  });
});

it('[FM11] of endings of which one ends in the other, the longer one tells; what is only written is read as the other', () => {
  const text = '00:00 One\n00:30 Two\n';
  expect(detectFormat({ fileName: 'a.youtube.txt', text })?.id).toBe('txt');
  expect(youtube.probe({ fileName: 'a.youtube.txt' })).toBeGreaterThan(
    detectFormat({ fileName: 'a.txt', text: '' })!.probe({ fileName: 'a.youtube.txt' }),
  );
});
