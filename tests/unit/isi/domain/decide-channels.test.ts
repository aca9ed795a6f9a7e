import {
  type ChannelDecision,
  type ChannelWishes,
  decideChannels,
  needsOwnFile,
  readChannelWishes,
} from '@isi/decide-channels';
import type { StereoFacts } from '@isi/stereo-facts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const none: StereoFacts = {
  ...{ by: 'voice', sharedMs: 0, sameMs: 0, oppositeMs: 0, louderMs: [0, 0] },
  ...{ ownMs: [0, 0], togetherMs: 0, faintMs: 0 },
};
const nothingSet: ChannelWishes = { firstChannelOnly: undefined, splitsSpeakers: false };
const decide = (
  facts: Partial<StereoFacts>,
  wishes: Partial<ChannelWishes> = {},
  modelRateHz?: number,
): ChannelDecision =>
  decideChannels(
    { count: 2, facts: { ...none, ...facts } },
    { ...nothingSet, ...wishes },
    modelRateHz,
  );

const same = { sharedMs: 60_000, sameMs: 60_000 };
const different = { ownMs: [40_000, 20_000], togetherMs: 3_000 } as const;

describe('of two channels, [CH3] to [CH8]: [CH4] one of what is the same, [CH8] a mix of what nobody found', () => {
  it.each<[string, Partial<StereoFacts>, ChannelDecision['sends'], ChannelDecision['reason']]>([
    ['[CH3] speech on the left only', { ownMs: [60_000, 0] }, 'first', 'only-first'],
    ['[CH3] a click on the right', { ownMs: [60_000, 64] }, 'first', 'only-first'],
    ['[CH3] speech on the right only', { ownMs: [0, 60_000] }, 'second', 'only-second'],
    ['[CH4] the very same on both', same, 'first', 'same'],
    ['[CH4] nearly all of it the very same', { ...same, sameMs: 58_000 }, 'first', 'same'],
    ['[CH4] the negative', { ...same, oppositeMs: 60_000 }, 'first', 'opposite'],
    ['[CH4] the same, left softer', { ...same, louderMs: [0, 60_000] }, 'second', 'same'],
    ['[CH5] the same speech', { sharedMs: 60_000 }, 'mix', 'shared'],
    ['[CH5] partly in opposite phase', { sharedMs: 60_000, oppositeMs: 9_000 }, 'mix', 'shared'],
    [
      '[CH5] the same speech, right faint and noisy',
      { sharedMs: 50_000, louderMs: [50_000, 0], ownMs: [6_000, 0] },
      ...(['first', 'shared'] as const),
    ],
    [
      '[CH5] the right louder, but the left has speech of its own',
      { sharedMs: 50_000, louderMs: [0, 50_000], ownMs: [6_000, 0] },
      ...(['mix', 'shared'] as const),
    ],
    [
      '[CH5] two people in a stereo picture',
      { sharedMs: 60_000, louderMs: [30_000, 30_000] },
      ...(['mix', 'shared'] as const),
    ],
    ['[CH6] two people on the telephone', different, 'both', 'different'],
    [
      '[CH6] two languages at a time',
      { ownMs: [60_000, 58_000], togetherMs: 50_000, faintMs: 15_000 },
      ...(['both', 'different'] as const),
    ],
    [
      '[CH7] two microphones that hear each other',
      { ownMs: [58_000, 57_000], togetherMs: 55_000, faintMs: 52_000 },
      ...(['mix', 'crosstalk'] as const),
    ],
    ['[CH7] one word of the other', { ownMs: [60_000, 700] }, 'mix', 'little'],
    ['[CH7] two seconds in an hour', { ownMs: [3_000_000, 2_000] }, 'mix', 'little'],
    ['[CH8] no speech that was found', {}, 'mix', 'no-speech'],
  ])('%s', (_what, facts, sends, reason) => {
    const decision = decide(facts);
    expect(decision).toMatchObject({ sends, reason, firstChannelOnly: sends !== 'both' });
    expect(decision.billedChannels).toBe(sends === 'both' ? 2 : 1);
    expect(decision).not.toHaveProperty('warning');
  });

  it('[CH6] charges both at 16 kHz, and no more than one at 8 kHz', () => {
    expect(decide(different, {}, 16_000).billedChannels).toBe(2);
    expect(decide(different, {}, 8_000)).toMatchObject({ sends: 'both', billedChannels: 1 });
  });

  it('[CH6] mixes two people who are to be told apart by their voices', () => {
    const asked = { splitsSpeakers: true };
    expect(decide(different, asked)).toMatchObject({ sends: 'mix', reason: 'speakers' });
    // At 8 kHz the service takes each channel for a speaker.
    expect(decide(different, asked, 8_000)).toMatchObject({ sends: 'both', reason: 'different' });
  });

  it('says where loudness alone was measured', () => {
    expect(decide({ ...different, by: 'level' }).isByLevel).toBe(true);
    expect(decide(different).isByLevel).toBe(false);
  });

  it('[CH3] loses no channel with speech, whatever was measured', () => {
    const ms = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(ms, ms, ms, ms, ms, (left, right, sharedMs, togetherMs, faintMs) => {
        const { sends } = decide({ ownMs: [left, right], sharedMs, togetherMs, faintMs });
        if (left >= 100) expect(sends).not.toBe('second');
        if (right >= 100) expect(sends).not.toBe('first');
      }),
    );
  });
});

describe('[CH9] what a person set', () => {
  it.each<[string, Partial<StereoFacts>, boolean, ChannelDecision['warning']]>([
    ['the first, which has no speech', { ownMs: [0, 60_000] }, true, 'first-has-no-speech'],
    ['the first of two people', different, true, 'second-is-left-out'],
    ['the first of two that are the same', same, true, undefined],
    ['both, of which one is silent', { ownMs: [60_000, 0] }, false, 'one-is-silent'],
    ['both, which are the same', same, false, 'heard-twice'],
    ['both, of two people', different, false, undefined],
  ])('%s', (_what, facts, firstChannelOnly, warning) => {
    const decision = decide(facts, { firstChannelOnly });
    expect(decision).toMatchObject({
      sends: firstChannelOnly ? 'first' : 'both',
      reason: firstChannelOnly ? 'asked-first' : 'asked-both',
      firstChannelOnly,
    });
    expect(decision.warning).toBe(warning);
  });

  it('is read from parameters', () => {
    expect(readChannelWishes(undefined)).toEqual(nothingSet);
    expect(readChannelWishes({ first_channel_only: false }).firstChannelOnly).toBe(false);
    expect(readChannelWishes({ auto_split: true }).splitsSpeakers).toBe(true);
    const span = { begin_time: 0, end_time: 9, channel_id: 1 };
    expect(readChannelWishes({ valid_times: [span] }).firstChannelOnly).toBe(false);
    const first = { ...span, channel_id: 0 };
    expect(readChannelWishes({ valid_times: [first] }).firstChannelOnly).toBeUndefined();
  });
});

describe('[CH1] of another number of channels', () => {
  it('one is sent as it is', () => {
    expect(decideChannels({ count: 1 }, nothingSet)).toMatchObject({
      sends: 'all',
      reason: 'mono',
    });
    for (const firstChannelOnly of [true, false]) {
      const decision = decideChannels({ count: 1 }, { ...nothingSet, firstChannelOnly });
      expect(decision).toMatchObject({ sends: 'all', firstChannelOnly, billedChannels: 1 });
    }
  });

  it.each([3, 6, 8])('%i are mixed, whatever is asked for', (count) => {
    for (const firstChannelOnly of [undefined, true, false]) {
      const decision = decideChannels({ count }, { ...nothingSet, firstChannelOnly });
      expect(decision).toMatchObject({ sends: 'mix', reason: 'many', firstChannelOnly: true });
      expect(decision.billedChannels).toBe(1);
    }
  });
});

describe('[CH10] of a recording that the service fetches', () => {
  it('the first is heard where nobody could listen', () => {
    const source = { count: undefined, isByAddress: true };
    expect(decideChannels(source, nothingSet)).toMatchObject({
      ...{ sends: 'first', reason: 'unmeasured', firstChannelOnly: true },
    });
  });

  it.each<[string, Partial<StereoFacts>, boolean]>([
    ['speech on the right only', { ownMs: [0, 60_000] }, false],
    ['one word of the other', { ownMs: [60_000, 700] }, false],
    ['two people', different, false],
    ['the same speech', { sharedMs: 60_000 }, true],
    ['the very same', same, true],
  ])('%s: nothing has to be made of it', (_what, facts, firstChannelOnly) => {
    const source = { count: 2, facts: { ...none, ...facts }, isByAddress: true };
    const decision = decideChannels(source, nothingSet);
    expect(needsOwnFile(decision)).toBe(false);
    expect(decision.firstChannelOnly).toBe(firstChannelOnly);
  });
});
