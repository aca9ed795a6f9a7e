import { decideChannels } from '@isi/decide-channels';
import { describeChannels } from '@isi/describe-channels';
import type { StereoFacts } from '@isi/stereo-facts';
import { type Locale, translate } from '@core/messages/catalogue';
import { describe, expect, it } from 'vitest';

const facts: StereoFacts = {
  ...{ by: 'voice', sharedMs: 0, sameMs: 0, oppositeMs: 0, louderMs: [0, 0] },
  ...{ ownMs: [0, 60_000], togetherMs: 0, faintMs: 0 },
};
const wishes = { firstChannelOnly: undefined, splitsSpeakers: false };
const say = (
  locale: Locale,
  ...[decision, billed]: [Parameters<typeof describeChannels>[1], string?]
) => describeChannels((key, parameters) => translate(locale, key, parameters), decision, billed);

describe('what people read of channels', () => {
  it('is why and what, and what is charged', () => {
    const decision = decideChannels({ count: 2, facts }, wishes);
    expect(say('en', decision, '1 min')).toEqual([
      'Only the right channel has speech.',
      'Only the right one is recognised.',
      'Charged: 1 min.',
    ]);
    expect(say('zh-CN', decision, '1分钟')).toEqual([
      '只有右声道有语音。',
      '只识别右声道。',
      '计费时长：1分钟。',
    ]);
  });

  it('is nothing of one channel', () => {
    expect(say('en', decideChannels({ count: 1 }, wishes), '1 min')).toEqual([]);
  });

  it('names how many there are, what speaks against a wish, and that only loudness was measured', () => {
    expect(say('en', decideChannels({ count: 6 }, wishes))[0]).toBe(
      'There are 6 channels; the service takes two at most.',
    );
    const byLevel = { ...facts, by: 'level' } as const;
    const asked = { ...wishes, firstChannelOnly: true };
    expect(say('en', decideChannels({ count: 2, facts: byLevel }, asked))).toEqual([
      'You chose the first channel only.',
      'Only the left one is recognised.',
      'But speech is on the right channel only: nothing of it will be recognised.',
      'Judged by loudness alone, as the voice detection model is missing.',
    ]);
  });

  it('says that twice the length is charged where nobody knows the length', () => {
    const both = decideChannels({ count: 2 }, { ...wishes, firstChannelOnly: false });
    expect(say('en', both).at(-1)).toContain('twice its length');
  });
});
