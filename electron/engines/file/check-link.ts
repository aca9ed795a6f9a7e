import { StudioError } from '@core/errors/studio-error';
import { createVendorError } from '@isi/create-vendor-error';
import { planLinkLife } from '@isi/plan-link-life';
import { toReachableLink } from '@isi/reachable-link';
import type { AccessKey } from '../../isi/client/credentials';

/** A link must outlive the queue: 24 h for a trial account (protocol §4). */
export const linkLifeSeconds = 24 * 3600;

export interface LinkToCheck {
  /** Of the bucket, for any key of it. */
  readonly link: string;
  readonly key: AccessKey;
  readonly nowMs: number;
  readonly serviceRegion: string;
}

/**
 * What a person should know of a link before anything is uploaded or paid for, the gravest last:
 * `storage/link-across-regions` (data: `bucketRegion`, `region`), `storage/link-ends-early` (data:
 * `time`, `hours`, `minutes`), `storage/link-end-unknown`.
 * @throws StudioError `engine/unauthorised`, as the storage would say, for a key that has ended
 */
export function checkLink({
  link,
  key,
  nowMs,
  serviceRegion,
}: LinkToCheck): readonly StudioError[] {
  const remarks: StudioError[] = [];
  const { bucketRegion } = toReachableLink(link, serviceRegion);
  if (bucketRegion !== undefined) {
    const data = { bucketRegion, region: serviceRegion };
    remarks.push(
      new StudioError('storage/link-across-regions', 'the bucket is elsewhere', { data }),
    );
  }
  const { kind, seconds } = planLinkLife(key, nowMs, linkLifeSeconds);
  if (kind === 'dead') {
    throw createVendorError({ service: 'oss', code: 'SecurityTokenExpired' });
  }
  if (kind === 'unknown') {
    remarks.push(new StudioError('storage/link-end-unknown', 'the key may end before its link'));
  }
  if (kind === 'cut') {
    const time = new Date(nowMs + seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
    const data = {
      time,
      hours: Math.floor(seconds / 3600),
      minutes: Math.floor(seconds / 60) % 60,
    };
    remarks.push(new StudioError('storage/link-ends-early', 'the key ends before', { data }));
  }
  return remarks;
}
