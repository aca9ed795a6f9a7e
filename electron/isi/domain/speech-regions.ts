/** Regions of the speech services (protocol §2.1). */
export const speechRegions = ['cn-shanghai', 'cn-beijing', 'cn-shenzhen'] as const;

export type SpeechRegion = (typeof speechRegions)[number];

/** Where nobody chose one. */
export const usualRegion: SpeechRegion = 'cn-shanghai';

/** The region of this name; undefined where there is none. */
export function findRegion(name: string): SpeechRegion | undefined {
  return speechRegions.find((region) => region === name);
}
