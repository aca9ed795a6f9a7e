import { describe, expect, test } from 'vitest';
import { capTokens } from '../../../../../electron/engines/local/child/recogniser';

describe('the cap on tokens', () => {
  test('is ten a second and five', () => {
    expect(capTokens(16_000)).toBe(15);
    expect(capTokens(25 * 16_000)).toBe(255);
  });

  test('leaves room for a word in very short sound', () => {
    expect(capTokens(800)).toBe(5);
  });
});
