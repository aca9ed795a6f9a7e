import { expect, test } from 'vitest';
import { findFormat } from '@core/formats/registry';

test.each([
  ['srt', '1\n00:00:02,000 --> 00:00:01,000\nHello\n', ','],
  ['vtt', 'WEBVTT\n\n00:00:02.000 --> 00:00:01.000\nHello\n', '.'],
])('[FM9] times in the repairs of %s are written as the format has them', (id, text, mark) => {
  const { repairs } = findFormat(id)!.read!(text);
  expect(repairs.find(({ code }) => code === 'end-raised')).toMatchObject({
    before: `00:00:01${mark}000`,
    after: `00:00:02${mark}000`,
  });
});
