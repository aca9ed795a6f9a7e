import { formatTimecode } from '../timing/timecode';
import type { Transcript } from '../transcript/transcript';
import { type FormatOptions, listTimedTexts } from './timed-text';

/**
 * A transcript as WebVTT [FM4] (W3C WebVTT): `HH:MM:SS.mmm`, `&`, `<` and `>` escaped, which keeps
 * an arrow in the text from being read as a timing, and the speaker as a voice tag.
 */
export function formatVtt(transcript: Transcript, options: FormatOptions = {}): string {
  const blocks = listTimedTexts(transcript, options).map(({ beginMs, endMs, lines, speaker }) => {
    const voice =
      speaker === undefined || speaker.trim() === '' || options.speakers === false
        ? ''
        : `<v ${escapeText(speaker.trim().replace(/\s+/gu, ' '))}>`;
    const time = `${formatTimecode(beginMs, '.')} --> ${formatTimecode(endMs, '.')}`;
    return `${time}\n${voice}${escapeText(lines.join('\n'))}\n`;
  });
  return ['WEBVTT\n', ...blocks].join('\n');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
