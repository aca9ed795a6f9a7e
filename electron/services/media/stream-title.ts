/**
 * What programs call the part that plays a track, where nobody gave the track a name: a title is what
 * a person wrote. Found in files of ffmpeg, GPAC, Apple, MainConcept, Google, GoPro, Nero and phones.
 */
const usualHandlers =
  /handler?$|GPAC|Google Inc|^(?:Core Media |GoPro |Nero |Lavf|sound$|audio$|soun$|video$|vide$)/i;

/**
 * What a file calls a track: its title, else, of an MP4 or QuickTime file, the name of its handler,
 * the one place where many programs write it.
 * @param tags by ffprobe's names
 */
export function findTitle(tags: Readonly<Record<string, string>> | undefined): string | undefined {
  const title = tags?.['title']?.trim() ?? '';
  if (title !== '') return title;
  // QuickTime counts the letters in the first byte, which ffprobe may give as one of them.
  const handler = (tags?.['handler_name'] ?? '').replace(/^\p{Cc}+/u, '').trim();
  return handler === '' || usualHandlers.test(handler) ? undefined : handler;
}
