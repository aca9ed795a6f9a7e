import { expect, test } from 'vitest';
import { joinTtmlSamples } from '../../../../electron/services/media/join-ttml-samples';
import { readSubtitleFile } from '../../../../electron/services/formats/read-subtitle-file';

const sample = (body: string): string =>
  `<?xml version="1.0"?>\n<tt:tt xmlns:tt="http://www.w3.org/ns/ttml"><tt:head/>${body}</tt:tt>\n`;
const cue = (begin: string, text: string): string =>
  `<tt:body><tt:div><tt:p begin="${begin}" dur="1s">${text}</tt:p></tt:div></tt:body>`;

test('[FM86] documents of TTML for parts of a recording are read as one', () => {
  const samples = [sample('<tt:body/>'), sample(cue('1s', 'One.')), sample(cue('61s', 'Two.'))];
  const joined = joinTtmlSamples(samples.join(''));
  const { document, repairs } = readSubtitleFile(Buffer.from(joined), 'track');
  expect(repairs).toEqual([]);
  expect(document.sentences.map(({ beginMs, text }) => [beginMs, text])).toEqual([
    [1_000, 'One.'],
    [61_000, 'Two.'],
  ]);
});

test('[FM86] one document is as it was, and one without cues too', () => {
  for (const one of [sample(cue('1s', 'One.')), sample('<tt:body/>'), 'no markup', '']) {
    expect(joinTtmlSamples(one)).toBe(one);
  }
});
