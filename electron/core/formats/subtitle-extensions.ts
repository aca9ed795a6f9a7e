/**
 * Endings of files to be opened as text in time, with their points: those of all formats that can be read
 * [FM11], held so by a test. The first page of the window knows by them what is dropped on it, and
 * fetches the formats themselves, which are half a megabyte, when one is needed.
 */
export const subtitleExtensions = [
  '.srt',
  '.vtt',
  '.ass',
  '.ssa',
  '.ttml',
  '.dfxp',
  '.itt',
  '.xml',
  '.lrc',
  '.sbv',
  '.sub',
  '.scc',
  '.stl',
  '.csv',
  '.tsv',
  '.docx',
  '.json',
] as const;

/** Whether a file is one to be opened as text in time, by its name alone. */
export function isSubtitleName(fileName: string): boolean {
  const name = fileName.toLowerCase();
  return subtitleExtensions.some((end) => name.endsWith(end));
}
