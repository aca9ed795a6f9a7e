import { omitUndefined } from '@core/omit-undefined';
import type { UsageReason } from '@core/errors/explain-reason';
import { StudioError } from '@core/errors/studio-error';
import { isBucketName } from '@isi/is-bucket-name';
import { isStorageRegion } from '@isi/is-storage-region';
import { findRegion, type SpeechRegion, speechRegions, usualRegion } from '@isi/speech-regions';
import { smallestPartBytes } from './oss/plan-parts';

/** Where the services are. Origins have a scheme and no path. */
export interface IsiEndpoints {
  readonly region: SpeechRegion;
  /** Origin of the token service; one host serves all regions (protocol §1). */
  readonly meta: string;
  /** Full address of flash, path included. */
  readonly flash: string;
  /** Origin of file transcription. */
  readonly fileTranscription: string;
  /** Only what the environment says; OSS has its own defaults. */
  readonly oss: {
    /** Custom origin, path-style. */
    readonly endpoint?: string;
    readonly bucket?: string;
    readonly region?: string;
    /** Of the parts in which a large file is uploaded. */
    readonly partBytes?: number;
  };
}

/** The service's path on every gateway. */
export const flashPath = '/stream/v1/FlashRecognizer';

/**
 * Full address of flash in a region.
 * @param isInternal the network inside of the vendor's data centre, plain http (protocol §2.1)
 */
export function buildFlashUrl(region: SpeechRegion, isInternal = false): string {
  return isInternal
    ? `http://nls-gateway-${region}-internal.aliyuncs.com${flashPath}`
    : `https://nls-gateway-${region}.aliyuncs.com${flashPath}`;
}

/** Origin of file transcription in a region (protocol §3.1). */
export function buildFileTranscriptionOrigin(region: SpeechRegion): string {
  return `https://filetrans.${region}.aliyuncs.com`;
}

/**
 * The addresses in use: the vendor's, unless variables named `ZIMU_ISI_…` or `ZIMU_OSS_…` say
 * otherwise. Empty variables count as absent.
 * @param chosen region and network of a setting; the environment's region wins
 * @throws StudioError `usage/invalid` (data: `problem`, `parameter`, `reason`, `allowed`) for a
 *   region, an address, a bucket's name or a size that is none
 */
export function readEndpoints(
  environment: Readonly<Record<string, string | undefined>>,
  chosen: { readonly region?: SpeechRegion; readonly isInternal?: boolean } = {},
): IsiEndpoints {
  const read = (name: string): string | undefined => {
    const value = environment[name]?.trim();
    return value === '' ? undefined : value;
  };
  const region = findRegion(read('ZIMU_ISI_REGION') ?? chosen.region ?? usualRegion);
  if (region === undefined) {
    const allowed = speechRegions.join(', ');
    throw invalid('ZIMU_ISI_REGION', `one of ${allowed}`, 'not-a-region', allowed);
  }
  const readUrl = (name: string, hasPath: boolean): string | undefined => {
    const text = read(name);
    return text === undefined ? undefined : checkUrl(name, text, hasPath);
  };
  const endpoint = readUrl('ZIMU_OSS_ENDPOINT', false);
  const bucket = read('ZIMU_OSS_BUCKET');
  // Both become part of a host's name, where nothing could say any more which variable was wrong.
  if (bucket !== undefined && !isBucketName(bucket)) {
    throw invalid('ZIMU_OSS_BUCKET', 'the name of a bucket', 'not-a-bucket');
  }
  const ossRegion = read('ZIMU_OSS_REGION');
  if (ossRegion !== undefined && !isStorageRegion(ossRegion)) {
    throw invalid('ZIMU_OSS_REGION', 'a region as cn-shanghai', 'not-a-region');
  }
  return {
    region,
    meta: readUrl('ZIMU_ISI_META_ENDPOINT', false) ?? 'https://nls-meta.cn-shanghai.aliyuncs.com',
    flash: readUrl('ZIMU_ISI_FLASH_ENDPOINT', true) ?? buildFlashUrl(region, chosen.isInternal),
    fileTranscription:
      readUrl('ZIMU_ISI_FILETRANS_ENDPOINT', false) ?? buildFileTranscriptionOrigin(region),
    oss: {
      ...omitUndefined({
        ...{ endpoint, bucket, region: ossRegion },
        partBytes: readPartBytes(read('ZIMU_OSS_PART_BYTES')),
      }),
    },
  };
}

/** What the service takes for a part that is not the last: 100 KB to 5 GB. */
const largestPartBytes = 5 * 1024 ** 3;

function readPartBytes(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const bytes = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (bytes >= smallestPartBytes && bytes <= largestPartBytes) return bytes;
  const allowed = `${smallestPartBytes}–${largestPartBytes}`;
  throw invalid('ZIMU_OSS_PART_BYTES', `a number in ${allowed}`, 'out-of-range', allowed);
}

function checkUrl(name: string, text: string, hasPath: boolean): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.username !== '') {
    throw invalid(name, 'an address that begins with http:// or https://', 'not-http');
  }
  if (hasPath) {
    if (url.search !== '' || url.hash !== '') {
      throw invalid(name, 'an address without a query', 'has-query');
    }
    return text;
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw invalid(name, 'an address without a path', 'has-path');
  }
  return url.origin;
}

/** The value itself is not shown: a mistyped one may hold a secret. */
function invalid(name: string, wanted: string, reason: UsageReason, allowed?: string): StudioError {
  const problem = `${name} must be ${wanted}`;
  return new StudioError('usage/invalid', problem, {
    data: { problem, parameter: name, reason, ...omitUndefined({ allowed }) },
  });
}
