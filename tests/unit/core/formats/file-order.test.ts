import { srt } from '@core/formats/srt';
import { vtt } from '@core/formats/vtt';
import { describe, expect, it } from 'vitest';

const cues = [
  ['00:00:01.000', '00:00:09.000', 'long'],
  ['00:00:01.000', '00:00:02.000', 'short'],
  ['00:00:03.000', '00:00:04.000', 'later'],
] as const;
const asVtt = `WEBVTT\n\n${cues.map(([begin, end, text]) => `${begin} --> ${end}\n${text}\n`).join('\n')}`;
const asSrt = cues
  .map(([begin, end, text], index) => `${index + 1}\n${begin} --> ${end}\n${text}\n`)
  .join('\n')
  .replaceAll('.', ',');

describe('[FM14] cues that begin together', () => {
  it.each([
    ['srt', srt, asSrt],
    ['vtt', vtt, asVtt],
  ])('stay in the order of their file, and go where they are moved: %s', (_id, format, text) => {
    const { document, repairs } = format.read!(text);
    expect(repairs).toEqual([]);
    expect(document.sentences.map((sentence) => sentence.text)).toEqual(['short', 'long', 'later']);
    expect(format.write!(document).content).toBe(text);
    const [short, long, later] = document.sentences;
    const moved = { ...long!, beginMs: 5000 };
    const written = String(
      format.write!({ ...document, sentences: [short!, later!, moved] }).content,
    );
    expect(written.match(/long|short|later/gu)).toEqual(['short', 'later', 'long']);
  });
});
