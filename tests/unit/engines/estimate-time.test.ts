import { describe, expect, it } from 'vitest';
import { estimateFileTime } from '../../../electron/engines/file/describe-file';
import { estimateFlashTime } from '../../../electron/engines/flash/describe-flash';
import { estimateLocalTime } from '../../../electron/engines/local/describe-local';
import { createEngines } from '../../../electron/engines/registry';
import { planEngine } from '../../../electron/services/cloud/plan-engine';
import type { MediaInfo } from '../../../electron/services/media/probe-media';

const hourMs = 3_600_000;
const asIs = { kind: 'as-is', sizeBytes: 20_000_000, partCount: 1 } as const;
const unknownLength: MediaInfo = {
  ...{ path: '/talk.wav', sizeBytes: 20_000_000, durationMs: undefined, startOffsetMs: 0 },
  container: { name: 'wav', longName: 'WAV' },
  timeline: 'kept',
  streams: [{ index: 0, kind: 'audio', codec: 'pcm_s16le', startOffsetMs: 0, channels: 1 }],
  audioStreamIndex: 0,
};

describe('how long an engine takes, about', () => {
  it('is not said without a length, nor of an engine that cannot tell', () => {
    const engines = createEngines({ local: { modelsDirectory: '/none' }, scripted: {} });
    const readRegion = () => 'cn-shanghai' as const;
    for (const id of engines.ids) {
      const plan = planEngine(unknownLength, engines.get(id), { readRegion });
      expect(plan.estimatedMs, id).toBeUndefined();
    }
    const known = { ...unknownLength, durationMs: hourMs };
    expect(planEngine(known, engines.get('local'), { readRegion }).estimatedMs).toBeGreaterThan(0);
    const scripted = planEngine(known, engines.get('scripted'), { readRegion });
    expect(scripted.estimatedMs).toBeUndefined();
  });

  it('is not said of a service that nothing was planned for', () => {
    expect(estimateFlashTime(hourMs, undefined)).toBeUndefined();
    expect(estimateFileTime(hourMs, undefined)).toBeUndefined();
  });

  it('is shortest for flash, and longer where something is converted first', () => {
    const flash = estimateFlashTime(hourMs, asIs)!;
    expect(flash).toBeLessThan(estimateFileTime(hourMs, asIs)!);
    expect(flash).toBeLessThan(estimateFlashTime(hourMs, { ...asIs, kind: 'encode' })!);
    expect(flash).toBeLessThan(estimateLocalTime(hourMs));
  });
});
