import { html } from '@core/formats/html';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSentence } from '../transcript/build-transcript';

const write = (document: Parameters<NonNullable<typeof html.write>>[0], options = {}): string =>
  String(html.write!(document, options).content);

const media = { path: '/home/ann/films/A talk #1 & more.mp4', durationMs: 60_000 };
const talk = {
  ...{ language: 'en', media },
  sentences: [
    makeSentence('Hello there.', 500, 1500, { speaker: 'Ann' }),
    makeSentence('<i>Good</i>\nbye.', 2000, 3000, { speaker: 'Ann' }),
    makeSentence(' ', 4000, 5000),
  ],
};

describe('[FM73] a page that plays', () => {
  const page = write(talk);

  it('has each word with its times', () => {
    expect(page).toContain(
      '<span class="w" data-begin="0.500" data-end="1.000">Hello</span> ' +
        '<span class="w" data-begin="1.000" data-end="1.500">there</span>.',
    );
    expect(page.match(/class="cue"/gu)).toHaveLength(2);
    expect(page).toContain('Good</span>\n<span');
  });

  it('names the recording beside it, and no folder', () => {
    expect(page).toContain('src="A%20talk%20%231%20%26%20more.mp4"');
    expect(page).toContain('<title>A talk #1 &amp; more</title>');
    expect(page).not.toContain('films');
    expect(write({ language: 'und', sentences: [] })).toContain('playsinline></video>');
  });

  it('loads nothing of elsewhere', () => {
    expect(page).not.toMatch(/https?:|\bimport\b|fetch\(|<link|url\(/u);
    expect(page).toContain("default-src 'none'");
  });

  it('tells a speaker once a turn, or not at all', () => {
    expect(page.match(/class="who"/gu)).toHaveLength(1);
    expect(write(talk, { speakers: false })).not.toContain('class="who"');
  });
});

it('[FM73] no text becomes markup, whatever it is', () => {
  const parts = fc.array(
    fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '<script>',
      '</script>',
      '<!--',
      'onload=',
      'a',
      ' ',
      '\u0000',
    ),
  );
  const tags = (page: string): readonly string[] => page.match(/<[^>]*>/gu) ?? [];
  const shape = (text: string, speaker: string): readonly string[] => {
    const sentence = { ...makeSentence('x', 0, 1000, { speaker }), text };
    const words = [{ ...sentence.words[0]!, before: text, text: `x${text}`, after: text }];
    const path = `/a/${text}.wav`;
    const page = write({
      ...{ language: text, media: { path, durationMs: 1 } },
      sentences: [{ ...sentence, text: `${text}x${text}${text}`, words }],
    });
    return tags(page).map((tag) => tag.replace(/ (?:src|lang)="[^"<>]*"/gu, ''));
  };
  const plain = shape('a', 'Ann');
  fc.assert(
    fc.property(parts, parts, (text, speaker) => {
      expect(shape(text.join(''), `A${speaker.join('')}`)).toEqual(plain);
    }),
    { numRuns: 50 },
  );
});
