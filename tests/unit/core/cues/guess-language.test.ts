import { chooseCueLimits, defaultCueLimits } from '@core/cues/cue-limits';
import { guessLanguage } from '@core/cues/guess-language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('guessLanguage', () => {
  it.each([
    ['今天的会议现在开始。', 'zh'],
    ['我们把 Kubernetes 集群升级到新的版本。', 'zh'],
    ['今日の会議を始めます。', 'ja'],
    ['カタカナだけ', 'ja'],
    ['회의를 시작하겠습니다.', 'ko'],
    ['การประชุมเริ่มแล้ว', 'th'],
    ['The meeting starts now.', undefined],
    ['The word 会议 means a meeting.', undefined],
    ['Встреча начинается.', undefined],
    ['2026 … 42', undefined],
    ['', undefined],
  ])('%s is %s', (text, language) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it('does not mind marks, digits and blanks', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[ \d.,!?。，、…-]*$/u),
        fc.constantFrom('会议开始', 'meeting', '회의', 'カナ'),
        (filler, text) => {
          expect(guessLanguage(filler + text + filler)).toBe(guessLanguage(text));
        },
      ),
    );
  });
});

describe('chooseCueLimits', () => {
  it.each([undefined, '', 'und', 'auto'])('[CU2] follows the text where the tag is %s', (tag) => {
    expect(chooseCueLimits(tag, '今天的会议现在开始。').maxLineCharacters).toBe(16);
    expect(chooseCueLimits(tag, 'The meeting starts now.').maxLineCharacters).toBe(42);
  });

  it('[CU2] follows a language that was said, whatever the text', () => {
    expect(chooseCueLimits('en', '今天的会议现在开始。')).toEqual(defaultCueLimits('en'));
    expect(chooseCueLimits('zh-CN', 'OK')).toEqual(defaultCueLimits('zh'));
  });
});
