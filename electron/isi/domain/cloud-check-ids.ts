/** The steps of the test of a person's account, in the order in which they are tried and shown. */
export const cloudCheckIds = [
  'clock',
  'token',
  'appkey',
  'bucket-write',
  'bucket-read',
  'bucket-delete',
] as const;

export type CloudCheckId = (typeof cloudCheckIds)[number];
