import type { StudioError } from '@core/errors/studio-error';
import { planLinkLife } from '@isi/plan-link-life';
import { toReachableLink } from '@isi/reachable-link';
import type { OssClient } from '../../isi/client/oss/create-oss-client';
import type { CloudAccess, CloudSession } from '../cloud/cloud-access';
import { checkLink, linkLifeSeconds } from './check-link';
import type { FileJob } from './file-job';

type LinkTools = {
  readonly access: Pick<CloudAccess, 'now'>;
  readonly session: Pick<CloudSession, 'endpoints' | 'findBucket' | 'openBucket' | 'readAccessKey'>;
};

/**
 * A link to an object, good for as long as the key allows, at which the service reaches it.
 * @throws StudioError `credentials/missing`, `credentials/locked`
 */
export async function signLink(
  bucket: Pick<OssClient, 'signedUrl'>,
  key: string,
  { access, session }: LinkTools,
): Promise<string> {
  const life = planLinkLife(await session.readAccessKey(), access.now(), linkLifeSeconds);
  const link = await bucket.signedUrl(key, Math.max(1, life.seconds));
  return toReachableLink(link, session.endpoints.region).link;
}

/**
 * What a person should know of the link that a job is going to have, before anything is uploaded.
 * @throws StudioError as `checkLink`, `credentials/missing`, `credentials/locked`
 */
export async function listLinkRemarks(
  { uploadedKey, bucket: uploadedTo }: FileJob,
  { access, session }: LinkTools,
): Promise<readonly StudioError[]> {
  const bucket = session.openBucket(
    () => undefined,
    uploadedKey === undefined ? session.findBucket() : uploadedTo,
  );
  return checkLink({
    link: await bucket.signedUrl('check', 1),
    key: await session.readAccessKey(),
    nowMs: access.now(),
    serviceRegion: session.endpoints.region,
  });
}
