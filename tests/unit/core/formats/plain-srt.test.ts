import { srt } from '@core/formats/srt';
import { describe, expect, it } from 'vitest';
import { makeSentence } from '../transcript/build-transcript';

const file =
  '1\n00:00:01.5 --> 00:00:04,000 X1:10 X2:20 Y1:1 Y2:2\n{\\an8}<font color="#ff0000">Hi <i>there</i></font>\n\n' +
  '2\n00:00:03,000 --> 00:00:05,000\n<b>One</b> & two < three\n';

describe('[FM79] SubRip for editing programs', () => {
  const { document } = srt.read!(file);
  const plain =
    '1\n00:00:01,500 --> 00:00:03,000\nHi <i>there</i>\n\n' +
    '2\n00:00:03,000 --> 00:00:05,000\n<b>One</b> & two < three\n';

  it('has plain tags alone, and tells what is left out', () => {
    const { content, losses } = srt.write!(document, { plainTags: true });
    expect(content).toBe(plain);
    expect(losses).toEqual([{ code: 'plain-look', count: 1 }]);
    expect(srt.write!(document).losses).toEqual([]);
  });

  it('by the profile no two overlap, and none is empty', () => {
    const more = {
      ...document,
      sentences: [...document.sentences, makeSentence('<i> </i>', 6000, 7000)],
    };
    const { content } = srt.write!(more, { profile: 'editing' });
    expect(content).toBe(plain);
  });

  it('what begins together is one cue', () => {
    const sentences = [
      makeSentence('{\\an8}Above.', 1000, 2000),
      makeSentence('Below.', 1000, 3000),
    ];
    const { content } = srt.write!({ language: 'en', sentences }, { plainTags: true });
    expect(content).toBe('1\n00:00:01,000 --> 00:00:03,000\nAbove.\nBelow.\n');
  });
});
