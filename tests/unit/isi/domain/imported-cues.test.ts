import { buildImportedTranscript } from '@isi/replies/build-imported-transcript';
import type { SpokenSegment } from '@core/cues/spoken-segment';
import { tokenise } from '@core/transcript/tokenise';
import { expect, it } from 'vitest';

/** A sentence of a reply: 80 ms a letter, 40 ms between words. */
function speak(text: string, beginMs: number): SpokenSegment {
  let atMs = beginMs;
  const words = tokenise(text).map((token) => {
    const begin = atMs;
    atMs = begin + 80 * token.text.length + 40;
    return { ...token, beginMs: begin, endMs: atMs - 40, timing: 'estimated' as const };
  });
  return { beginMs, endMs: atMs, channel: 0, words };
}

function cut(...segments: readonly SpokenSegment[]): readonly string[] {
  const durationMs = segments.at(-1)!.endMs;
  const { sentences } = buildImportedTranscript(
    { shape: 'flash', service: 'flash', segments, durationMs, repairs: [] },
    { path: '/x.wav' },
  );
  return sentences.map(({ text }) => text);
}

it('[IS10] [CU5] brief answers of a reply share a cue with what is near', () => {
  expect(cut(speak('War jemand in der Stadt?', 0), speak('Nein.', 2_000))).toEqual([
    'War jemand in der Stadt? Nein.',
  ]);
});

it('[IS10] [CU3] a sentence that a service parts is one, by the words of its own language', () => {
  expect(
    cut(speak('Wir trafen uns am 3.', 0), speak('Oktober vor dem alten Haus.', 2_000)),
  ).toEqual(['Wir trafen uns am 3. Oktober vor dem alten Haus.']);
});
