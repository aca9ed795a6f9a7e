import type { SpeechRegion } from '@contract/api';

/** Regions of the speech service (protocol §2.1). */
export const speechRegions = ['cn-shanghai', 'cn-beijing', 'cn-shenzhen'] as const;

/** Where nobody chose one. */
export const usualRegion: SpeechRegion = 'cn-shanghai';

/** The region of this name; undefined where there is none. */
export function findRegion(name: string): SpeechRegion | undefined {
  return speechRegions.find((region) => region === name);
}
