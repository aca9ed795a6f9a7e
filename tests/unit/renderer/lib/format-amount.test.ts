import { describe, expect, it } from 'vitest';
import { formatBytes, formatSpan } from '../../../../renderer/src/lib/format-amount';

describe('sizes', () => {
  it.each([
    [0, '0 kB'],
    [5_400_000, '5.4 MB'],
    [19_400_000, '19 MB'],
    [2_150_000_000, '2.2 GB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(formatBytes('en', bytes)).toBe(text);
  });
});

describe('lengths of time', () => {
  it.each([
    [400, '1 sec', '1秒'],
    [28_000, '28 sec', '28秒'],
    [59_600, '1 min', '1分钟'],
    [54 * 60_000, '54 min', '54分钟'],
    [3_600_000, '1 hr', '1小时'],
    [5_415_000, '1 hr 30 min', '1小时 30分钟'],
  ])('%d ms are %s, %s', (ms, english, chinese) => {
    expect(formatSpan('en', ms)).toBe(english);
    expect(formatSpan('zh-CN', ms)).toBe(chinese);
  });
});
