import { z } from 'zod';
import { toStandardRegion } from './oss-address';

/**
 * Which bucket an upload is in; plain JSON without a secret, so that it is found again after another
 * bucket was chosen. Whether the vendor's hosts are asked by the internal network is not part of it:
 * the computer may have moved.
 */
export const bucketAddressSchema = z.object({
  bucket: z.string().min(1),
  /** `cn-shanghai` */
  region: z.string().min(1),
  /** Of a storage of one's own, with its scheme. */
  origin: z.url({ protocol: /^https?$/ }).optional(),
});

export type BucketAddress = z.infer<typeof bucketAddressSchema>;

/** Whether two addresses are one bucket, however its region is written. */
export function isSameBucket(one: BucketAddress, other: BucketAddress): boolean {
  return (
    one.bucket === other.bucket &&
    toStandardRegion(one.region) === toStandardRegion(other.region) &&
    one.origin === other.origin
  );
}
