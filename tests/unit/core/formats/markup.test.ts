import { formatSrt, srt } from '@core/formats/srt';
import { txt } from '@core/formats/txt';
import { describe, expect, it } from 'vitest';

const tagged = '{\\an8}<I>Hello</I> <font color="#00ff00">green & good</font>\n<b>a < b</b>';
const { document } = srt.read!(`1\n00:00:01,000 --> 00:00:03,000\n${tagged}\n`);

describe('markup of a subtitle file that was read', () => {
  it('is no word', () => {
    expect(document.sentences[0]?.words.map(({ text }) => text)).toEqual(
      'Hello green good a b'.split(' '),
    );
  });

  it('[FM2] is written to SubRip as it was', () => {
    expect(formatSrt(document)).toContain(`\n${tagged}\n`);
  });

  it('[FM5] is no part of plain text', () => {
    expect(txt.write!(document).content).toBe('Hello green & good a < b\n');
  });
});
