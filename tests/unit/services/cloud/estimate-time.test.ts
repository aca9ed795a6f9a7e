import { describe, expect, it } from 'vitest';
import { estimateTime } from '../../../../electron/services/cloud/estimate-time';

const hourMs = 3_600_000;
const asIs = { kind: 'as-is', sizeBytes: 20_000_000, partCount: 1 } as const;

describe('how long an engine takes, about', () => {
  it('is not said without a length, nor of an engine nobody knows', () => {
    expect(estimateTime('flash', undefined, asIs)).toBeUndefined();
    expect(estimateTime('scripted', hourMs, undefined)).toBeUndefined();
  });

  it('is shortest for flash, and longer where something is converted first', () => {
    const flash = estimateTime('flash', hourMs, asIs)!;
    expect(flash).toBeLessThan(estimateTime('file', hourMs, asIs)!);
    expect(flash).toBeLessThan(estimateTime('flash', hourMs, { ...asIs, kind: 'encode' })!);
    expect(flash).toBeLessThan(estimateTime('local', hourMs, undefined)!);
  });
});
