import { assignSpeakerHues, speakerHueCount } from '@core/transcript/speaker-hues';
import type { Sentence } from '@core/transcript/sentence';
import { expect, test } from 'vitest';

function say(speaker: string | undefined, id: number): Sentence {
  const times = { beginMs: id, endMs: id + 1 };
  const sentence = { id: String(id), text: '', words: [], channel: 0, ...times };
  return speaker === undefined ? sentence : { ...sentence, speaker };
}

test('speakers have hues by first appearance, and nobody has none', () => {
  const hues = assignSpeakerHues(['Mara', undefined, 'Jonas', 'Mara'].map(say));
  expect([...hues]).toEqual([
    ['Mara', 1],
    ['Jonas', 2],
  ]);
});

test('the ninth speaker has the hue of the first', () => {
  const names = Array.from({ length: speakerHueCount + 1 }, (_, index) => `speaker ${index}`);
  const hues = assignSpeakerHues(names.map(say));
  expect(hues.get('speaker 7')).toBe(8);
  expect(hues.get('speaker 8')).toBe(1);
});

test('the same list is counted once', () => {
  const sentences = ['Mara'].map(say);
  expect(assignSpeakerHues(sentences)).toBe(assignSpeakerHues(sentences));
});
