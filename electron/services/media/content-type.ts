import { extname } from 'node:path';

/** By extension. Nothing here can be a page or a script, whatever a file is called. */
const contentTypes: Readonly<Record<string, string>> = {
  '.3gp': 'video/3gpp',
  '.aac': 'audio/aac',
  '.aif': 'audio/aiff',
  '.aiff': 'audio/aiff',
  '.amr': 'audio/amr',
  '.avi': 'video/x-msvideo',
  '.flac': 'audio/flac',
  '.flv': 'video/x-flv',
  '.m4a': 'audio/mp4',
  '.m4b': 'audio/mp4',
  '.m4v': 'video/mp4',
  '.mka': 'audio/x-matroska',
  '.mkv': 'video/x-matroska',
  '.mov': 'video/quicktime',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.mpeg': 'video/mpeg',
  '.mpg': 'video/mpeg',
  '.oga': 'audio/ogg',
  '.ogg': 'audio/ogg',
  '.ogv': 'video/ogg',
  '.opus': 'audio/ogg',
  '.ts': 'video/mp2t',
  '.wav': 'audio/wav',
  '.weba': 'audio/webm',
  '.webm': 'video/webm',
  '.wma': 'audio/x-ms-wma',
  '.wmv': 'video/x-ms-wmv',
};

/** What comes first where several endings have a type, and other names that servers give types. */
const usualEndings: Readonly<Record<string, string>> = {
  'audio/ogg': '.ogg',
  'video/mp4': '.mp4',
  'video/mpeg': '.mpg',
  'audio/mp3': '.mp3',
  'audio/wave': '.wav',
  'audio/vnd.wave': '.wav',
  'audio/x-wav': '.wav',
  'audio/x-flac': '.flac',
  'audio/x-m4a': '.m4a',
  'audio/aacp': '.aac',
};

/** The usual ending of a media type, with its dot; none where the type is of no recording. */
export function findEnding(contentType: string): string {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const known = Object.entries(contentTypes).find(([, own]) => own === type)?.[0];
  return usualEndings[type] ?? known ?? '';
}

/** The media type of a recording, by its name; bytes of no kind where the name says nothing. */
export function findContentType(path: string): string {
  return contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
}
