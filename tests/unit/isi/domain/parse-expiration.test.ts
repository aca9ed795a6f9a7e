import { parseExpiration } from '@isi/parse-expiration';
import { describe, expect, it } from 'vitest';

describe('when a temporary key ends', () => {
  it.each([
    ['2026-01-15T09:30:00Z', Date.UTC(2026, 0, 15, 9, 30)],
    ['2026-01-15T09:30:00.000Z', Date.UTC(2026, 0, 15, 9, 30)],
    ['2026-01-15T17:30+08:00', Date.UTC(2026, 0, 15, 9, 30)],
    ['1768469400', 1_768_469_400_000],
    ['1768469400000', 1_768_469_400_000],
  ])('%s is read', (text, expected) => {
    expect(parseExpiration(text)).toBe(expected);
  });

  it.each([
    '',
    'soon',
    '3600',
    '2026-01-15',
    '2026-13-45T99:00:00Z',
    '2026-01-15 09:30',
    '-1',
    '1e12',
  ])('%j is none', (text) => {
    expect(parseExpiration(text)).toBeUndefined();
  });
});
