import { fileUploadLimits, flashUploadLimits, planUpload, type UploadSource } from './plan-upload';
import type { RecognitionService } from './recognition-service';

/** What a server says of the recording behind an address. */
export interface AddressFacts {
  /** Decoded name, from the address. */
  readonly fileName: string;
  /** As the server gives it; empty where it does not. */
  readonly contentType: string;
}

const megabyte = 1024 * 1024;
const videoEndings: readonly string[] = ['mp4', 'm4v', 'mov', 'mkv', 'avi', 'flv', 'wmv', 'webm'];

/**
 * Bytes that a service takes of an address: flash 100 MB (protocol §2.2), file transcription 512 MB
 * of sound and 2 GB of video (§3.2). The larger meaning of "MB" counts: what lies between the two is
 * for the service to judge.
 */
export function findMostBytes(service: RecognitionService, facts: AddressFacts): number {
  if (service === 'flash') return 100 * megabyte;
  const isVideo =
    /^video\//i.test(facts.contentType) || videoEndings.includes(findEnding(facts.fileName));
  return (isVideo ? 2048 : 512) * megabyte;
}

/**
 * Whether a service hears of an address what is heard here [IS16]: it takes the file as it is. Of a
 * video the file service leaves the picture out by itself.
 */
export function canFetch(source: UploadSource, service: RecognitionService): boolean {
  if (service === 'flash') return planUpload(source, flashUploadLimits).kind === 'as-is';
  const facts = { fileName: '', contentType: source.hasVideo ? 'video/mp4' : '' };
  const limits = { ...fileUploadLimits, mostBytes: findMostBytes('file', facts) };
  return planUpload({ ...source, hasVideo: false }, limits).kind === 'as-is';
}

/** Of `format` of flash (protocol §2.2). */
export type FlashFormat = 'wav' | 'mp3' | 'mp4' | 'aac' | 'opus';

const formatOfEnding: ReadonlyMap<string, FlashFormat> = new Map([
  ['wav', 'wav'],
  ['mp3', 'mp3'],
  ['mp4', 'mp4'],
  // A public client sends it so (protocol §2.2).
  ['m4a', 'mp4'],
  ['aac', 'aac'],
  ['opus', 'opus'],
]);
const formatOfType: ReadonlyMap<string, FlashFormat> = new Map([
  ['audio/wav', 'wav'],
  ['audio/wave', 'wav'],
  ['audio/x-wav', 'wav'],
  ['audio/vnd.wave', 'wav'],
  ['audio/mpeg', 'mp3'],
  ['audio/mp3', 'mp3'],
  ['audio/mp4', 'mp4'],
  ['audio/x-m4a', 'mp4'],
  ['video/mp4', 'mp4'],
  ['audio/aac', 'aac'],
  ['audio/aacp', 'aac'],
  ['audio/opus', 'opus'],
]);

/**
 * The format that flash has to be told of a recording it fetches itself, by the name's ending or
 * else by what the server says; undefined where neither tells.
 */
export function nameFlashFormat({ fileName, contentType }: AddressFacts): FlashFormat | undefined {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return formatOfEnding.get(findEnding(fileName)) ?? formatOfType.get(type);
}

function findEnding(fileName: string): string {
  return /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}
