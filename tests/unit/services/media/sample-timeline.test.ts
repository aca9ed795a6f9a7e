import { describe, expect, test } from 'vitest';
import { SampleTimeline } from '../../../../electron/services/media/sample-timeline';

const base = { rateHz: 16_000, startOffsetMs: 0, durationMs: 60_000 };

describe('SampleTimeline', () => {
  test('a kept container gets silence up to its first frame', () => {
    const timeline = new SampleTimeline({ ...base, timeline: 'kept' });
    expect(timeline.silenceBefore(1_148, 0)).toBe(18_368);
  });

  test('a rebased container begins where the probe said, whatever ffmpeg calls zero', () => {
    const timeline = new SampleTimeline({ ...base, timeline: 'rebased', startOffsetMs: 500 });
    expect(timeline.silenceBefore(93_000, 0)).toBe(8_000);
    expect(timeline.silenceBefore(94_000, 24_000)).toBe(0);
  });

  test('an untimed stream gets none', () => {
    const timeline = new SampleTimeline({ ...base, timeline: 'untimed' });
    expect(timeline.silenceBefore(25, 0)).toBe(0);
    expect(timeline.silenceBefore(9_000, 100)).toBe(0);
  });

  test('a pause is filled, jitter is not, an overlap is kept', () => {
    const timeline = new SampleTimeline({ ...base, timeline: 'kept' });
    expect(timeline.silenceBefore(0, 0)).toBe(0);
    expect(timeline.silenceBefore(1_090, 16_000)).toBe(0);
    expect(timeline.silenceBefore(3_000, 16_000)).toBe(32_000);
    expect(timeline.silenceBefore(2_000, 48_000)).toBe(0);
  });

  test('a jump far past the end is a broken time stamp', () => {
    const timeline = new SampleTimeline({ ...base, timeline: 'kept' });
    expect(timeline.silenceBefore(0, 0)).toBe(0);
    expect(timeline.silenceBefore(4_000_000_000, 16_000)).toBe(0);
    const endless = new SampleTimeline({ ...base, timeline: 'kept', durationMs: undefined });
    expect(endless.silenceBefore(0, 0)).toBe(0);
    expect(endless.silenceBefore(4_000_000_000, 16_000)).toBe(0);
  });
});
