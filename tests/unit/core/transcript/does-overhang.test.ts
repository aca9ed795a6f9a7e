import { doesOverhang } from '@core/transcript/does-overhang';
import { expect, test } from 'vitest';

test.each([
  ['inside', 1_200, 1_800, false],
  ['as long as the sentence', 1_000, 2_000, false],
  ['begins before it', 999, 1_500, true],
  ['ends after it', 1_500, 2_001, true],
  ['lies beside it', 3_000, 3_500, true],
])('[TX4] a word that is %s', (_name, beginMs, endMs, expected) => {
  expect(doesOverhang({ beginMs, endMs }, { beginMs: 1_000, endMs: 2_000 })).toBe(expected);
});
