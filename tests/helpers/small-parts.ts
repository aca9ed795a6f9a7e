/** The size of an upload's parts where a test needs several, B: 8.2 s of mono sound, 4.1 of stereo. */
export const smallPartBytes = 256 * 1024;

/** For the environment of a program. */
export const smallParts = { ZIMU_OSS_PART_BYTES: String(smallPartBytes) };
