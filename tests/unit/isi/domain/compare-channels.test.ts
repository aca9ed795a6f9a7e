import { type ChannelFacts, compareChannels } from '@isi/compare-channels';
import { describeChannelFindings } from '@isi/describe-channel-findings';
import type { StereoFacts } from '@isi/stereo-facts';
import { type Locale, translate } from '@core/messages/catalogue';
import { describe, expect, it } from 'vitest';

const nothing: StereoFacts = {
  ...{ by: 'voice', sharedMs: 0, sameMs: 0, oppositeMs: 0, louderMs: [0, 0] },
  ...{ ownMs: [0, 0], togetherMs: 0, faintMs: 0 },
};
const same: StereoFacts = { ...nothing, sharedMs: 60_000, sameMs: 60_000 };
/** The same in opposite phase, as of a cable with crossed wires. */
const opposite: StereoFacts = { ...same, oppositeMs: 60_000 };
const shared: StereoFacts = { ...nothing, sharedMs: 60_000 };
const different: StereoFacts = { ...nothing, ownMs: [60_000, 40_000] };
const onlyFirst: StereoFacts = { ...nothing, ownMs: [60_000, 0] };

/** @param pairs of channels, in order: 0 with 1, 0 with 2, 1 with 2 … */
function factsOf(spokenMs: readonly number[], pairs: readonly StereoFacts[]): ChannelFacts {
  const all = spokenMs.flatMap((_, first) =>
    spokenMs.slice(first + 1).map((__, index) => ({ first, second: first + 1 + index })),
  );
  return {
    ...{ by: 'voice', spokenMs },
    pairs: all.map((pair, index) => ({ ...pair, facts: pairs[index] ?? nothing })),
  };
}

describe('[CH11] what several channels hold', () => {
  it('is told of two as of more', () => {
    expect(compareChannels(factsOf([60_000, 40_000], [different]))).toEqual({
      ...{ differ: true, speaking: [0, 1], silent: [], same: [] },
    });
    expect(compareChannels(factsOf([60_000, 60_000], [same]))).toEqual({
      ...{ differ: false, speaking: [0], silent: [], same: [{ channel: 1, as: 0 }] },
    });
    expect(compareChannels(factsOf([60_000, 0], [onlyFirst]))).toEqual({
      ...{ differ: false, speaking: [0], silent: [1], same: [] },
    });
  });

  it('names those that speak, those without speech and those that are the same', () => {
    const spoken = [60_000, 99, 40_000, 60_000];
    const pairs = [onlyFirst, different, opposite, onlyFirst, nothing, different];
    expect(compareChannels(factsOf(spoken, pairs))).toEqual({
      ...{ differ: true, speaking: [0, 2], silent: [1], same: [{ channel: 3, as: 0 }] },
    });
  });

  it('counts the same speech in other sound as speaking, but as no difference', () => {
    const findings = compareChannels(factsOf([60_000, 60_000, 60_000], [shared, shared, shared]));
    expect(findings).toMatchObject({ differ: false, speaking: [0, 1, 2], same: [] });
  });

  it('compares no channel with itself in another one', () => {
    // The second is the first, and differs from the third as the first does.
    const findings = compareChannels(
      factsOf([60_000, 60_000, 40_000], [same, different, different]),
    );
    expect(findings).toEqual({
      ...{ differ: true, speaking: [0, 2], silent: [], same: [{ channel: 1, as: 0 }] },
    });
  });
});

describe('[TR6] what people read of several channels', () => {
  const say = (locale: Locale): readonly string[] =>
    describeChannelFindings(
      (key, parameters) => translate(locale, key, parameters),
      locale,
      compareChannels(
        factsOf(
          [60_000, 0, 40_000, 60_000],
          [onlyFirst, different, same, nothing, nothing, different],
        ),
      ),
    );

  it('is which speak, which do not, and which are heard once', () => {
    expect(say('en')).toEqual([
      'There is speech on channels 1 and 3, and not the same on all: heard each by itself, what is said at the same time is not lost, and each sentence gets its channel.',
      'Without speech: 2.',
      'Exactly like another channel, and heard once: 4 like 1.',
    ]);
    expect(say('zh-CN')).toEqual([
      '声道 1、3 有讲话，且内容不同：逐个声道识别，同时说的话不会漏掉，每句都带声道。',
      '没有讲话的声道：2。',
      '与其他声道完全相同，只识别一次：4 同 1。',
    ]);
  });
});
