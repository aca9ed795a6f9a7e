import { describe, expect, test } from 'vitest';
import { formatVtt } from '@core/formats/vtt';
import { makeSentence, makeTranscript } from '../transcript/build-transcript';

describe('formatVtt', () => {
  test('[FM4] escaped text and a voice', () => {
    const transcript = makeTranscript([
      makeSentence('a < b && c --> d', 1000, 2500, { speaker: 'R&D\n<x>' }),
      makeSentence('Yes.', 3000, 4000),
    ]);
    expect(formatVtt(transcript)).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<v R&amp;D &lt;x&gt;>a &lt; b &amp;&amp; c --&gt; d\n\n' +
        '00:00:03.000 --> 00:00:04.000\nYes.\n',
    );
    expect(formatVtt(transcript, { speakers: false })).not.toContain('<v');
  });

  test('[FM4] no sentences leave the header', () => {
    expect(formatVtt(makeTranscript([]))).toBe('WEBVTT\n');
  });

  test('[FM4] a name that ends in dashes makes no arrow', () => {
    const transcript = makeTranscript([makeSentence('Hi', 0, 1000, { speaker: 'Ann--' })]);
    expect(formatVtt(transcript)).toContain('\n<v Ann-- >Hi\n');
  });
});
