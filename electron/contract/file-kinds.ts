import { isSubtitleName, subtitleExtensions } from '@core/formats/subtitle-extensions';
import type { FileGrant } from './calls/files-calls';

/** What ffmpeg reads and people have; any other file can be tried all the same. */
const mediaExtensions =
  'mp3 m4a aac wav flac ogg oga opus wma amr aiff aif aifc caf ac3 mka weba ' +
  'mp4 m4v mov mkv webm avi wmv flv mpg mpeg ts mts m2ts 3gp ogv';

/**
 * Endings of the names of files that can be opened, with their points: for every open dialog, of the
 * system and of a page.
 */
export const fileExtensions: Readonly<Record<FileGrant['kind'], readonly string[]>> = {
  media: mediaExtensions.split(' ').map((extension) => `.${extension}`),
  project: ['.zimu'],
  subtitle: subtitleExtensions,
};

/**
 * As what a file is opened, by its name alone: for every dialog, drop, upload, command line and file
 * manager. What has no known name is tried as a recording.
 */
export function findFileKind(name: string): FileGrant['kind'] {
  const lower = name.toLowerCase();
  if (fileExtensions.project.some((extension) => lower.endsWith(extension))) return 'project';
  return isSubtitleName(name) ? 'subtitle' : 'media';
}

/** Many times what the longest recording has; more is no subtitle file that a person made. */
export const mostSubtitleBytes = 64_000_000;
