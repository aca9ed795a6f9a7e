import type { FileGrant } from './calls/files-calls';
import { isSubtitleName, subtitleExtensions } from '@core/formats/registry';
import { mediaExtensions } from './media-extensions';

/** Endings of the names of files that can be opened, by kind, with their points. */
export const fileExtensions: Readonly<Record<FileGrant['kind'], readonly string[]>> = {
  media: mediaExtensions,
  project: ['.zimu'],
  subtitle: subtitleExtensions,
};

/**
 * As what a file is opened, by its name alone: for every dialog, drop, upload, command line and file
 * manager. What has no other name is tried as a recording.
 */
export function findFileKind(name: string): FileGrant['kind'] {
  const lower = name.toLowerCase();
  if (fileExtensions.project.some((extension) => lower.endsWith(extension))) return 'project';
  return isSubtitleName(name) ? 'subtitle' : 'media';
}
