import { defineFormat } from '@core/formats/define-format';
import { describeLoss } from '@core/formats/list-losses';
import { option } from '@core/formats/option-fields';
import { usualFormat } from '@core/formats/registry';
import { translate } from '@core/messages/catalogue';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeSentence } from '../transcript/build-transcript';

/** Holds everything but long texts: how long, a person chooses. */
const brief = defineFormat({
  id: 'brief',
  name: ['Brief', '简短'],
  about: ['Short texts.', '短文本。'],
  purpose: 'data',
  extensions: ['.brief'],
  mediaTypes: ['text/plain'],
  unit: 'sentence',
  options: z.object({
    most: option(z.int().min(1).max(100).optional(), { label: ['Characters', '字符'] }),
  }),
  holds: { times: true, speakers: true, channels: true, blanks: true },
  lossTexts: { 'long-texts': ['long texts of {count} sentences', '{count} 句的长文本'] },
  recognise: () => 0,
  write: ({ sentences }, { most = 5 }) => ({
    content: sentences.map(({ text }) => text.slice(0, most)).join('\n'),
    losses: [
      { code: 'long-texts', count: sentences.filter(({ text }) => text.length > most).length },
    ].filter(({ count }) => count > 0),
  }),
});

const document = {
  language: 'en',
  sentences: [makeSentence('short', 0, 1_000), makeSentence('rather long', 1_000, 2_000)],
};

describe('[FM12] a loss that only one format knows', () => {
  it('is listed before it is written, as its options have it', () => {
    const shared = { code: 'word-times', count: 2 };
    expect(brief.listLosses(document)).toEqual([shared, { code: 'long-texts', count: 1 }]);
    expect(brief.listLosses(document, { most: 4 })).toEqual([
      shared,
      { code: 'long-texts', count: 2 },
    ]);
    expect(brief.listLosses(document, { most: 50 })).toEqual([shared]);
    expect(brief.write!(document, { most: 4 }).losses).toEqual(
      brief.listLosses(document, { most: 4 }),
    );
  });

  it('is called as the format says, and the others as the catalogue does', () => {
    const [shared, own] = brief.listLosses(document);
    const tell = (locale: 'en' | 'zh-CN', loss = own!): string =>
      translate(locale, describeLoss(loss, brief), { count: loss.count });
    expect(tell('en')).toBe('long texts of 1 sentences');
    expect(tell('zh-CN')).toBe('1 句的长文本');
    expect(tell('en', shared)).toBe(
      translate('en', describeLoss(shared!, usualFormat), { count: 2 }),
    );
    expect(tell('en', shared)).not.toContain('word-times');
  });
});
