import type { Sentence } from '@core/transcript/sentence';
import { expect, test } from 'vitest';
import { matchesFilter } from '../../../../renderer/src/lib/match-filter';

const sentence: Sentence = {
  id: 's',
  beginMs: 0,
  endMs: 1000,
  text: 'The Café\nin “Ｔｏｋｙｏ” 东京',
  channel: 0,
  speaker: 'Zoë',
  words: [],
};

test.each([
  ['', true],
  ['  ', true],
  ['café', true],
  ['CAFE', true],
  ['tokyo', true],
  ['东京', true],
  ['café in', true],
  ['zoe', true],
  [' the  cafe ', true],
  ['zoe the', false],
  ['tea', false],
])('“%s” lets the sentence pass: %s', (filter, expected) => {
  expect(matchesFilter(sentence, filter)).toBe(expected);
});
