import { createErrorDescriber, type ErrorExplainer } from '@core/errors/describe-error';
import { texts, translate } from '@core/messages/catalogue';
import { describe, expect, it } from 'vitest';

const silent: ErrorExplainer = {
  explain: () => undefined,
  fill: () => ({}),
  listLinks: () => [],
};

describe('what a person reads of an error', () => {
  it('is what the first explainer says that knows it', () => {
    const describeError = createErrorDescriber([
      silent,
      { ...silent, explain: () => ({ happened: 'The first.', next: 'Do this.' }) },
      { ...silent, explain: () => ({ happened: 'The second.', next: 'Do that.' }) },
    ]);
    expect(describeError('en', { code: 'engine/unauthorised', data: {} })).toEqual({
      happened: 'The first.',
      next: 'Do this.',
    });
  });

  it('is the text of the catalogue where no explainer knows it', () => {
    const error = { code: 'engine/unauthorised', data: {} } as const;
    const plain = createErrorDescriber([])('zh-CN', error);
    expect(plain.happened).toBe(translate('zh-CN', 'error.engine/unauthorised.happened'));
    expect(createErrorDescriber([silent])('zh-CN', error)).toEqual(plain);
  });

  it('has the links of every explainer behind what to do next', () => {
    const link = 'https://help.aliyun.com/x';
    const describeError = createErrorDescriber([
      { ...silent, listLinks: () => [{ key: 'isi.recommend', link }] },
    ]);
    const { next } = describeError('en', {
      code: 'engine/unauthorised',
      data: { mayBeCharged: true },
    });
    const [charged] = texts['task.maybeCharged'];
    expect(next.startsWith(`${charged} `)).toBe(true);
    expect(next.endsWith(translate('en', 'isi.recommend', { link }))).toBe(true);
  });

  it('fills the words of the window from the explainers, and of a terminal from the data', () => {
    const describeError = createErrorDescriber([{ ...silent, fill: () => ({ missing: 'a key' }) }]);
    const error = { code: 'credentials/missing', data: { missing: 'ALIYUN_AK_ID' } } as const;
    const inWindow = describeError('en', error, 'window');
    expect(`${inWindow.happened} ${inWindow.next}`).toContain('a key');
    expect(`${inWindow.happened} ${inWindow.next}`).not.toContain('ALIYUN_AK_ID');
    expect(describeError('en', error).next).toContain('ALIYUN_AK_ID');
  });
});
