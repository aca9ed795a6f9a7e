import { formatTimecode } from '../timing/timecode';
import { buildDocument, findLineEnding, sortRepairs } from './build-document';
import { defineFormat } from './define-format';
import type { FormatDocument } from './format-document';
import { formatTiming, parseSrt } from './parse-srt';
import { cueOptions, listTimedTexts, type TimedTextOptions } from './timed-text';

/**
 * A document as SubRip text [FM2]: UTF-8 without a byte order mark once encoded, line feeds, cues
 * numbered from 1 and parted by a blank line, `HH:MM:SS,mmm`. No cues give an empty text.
 */
export function formatSrt(document: FormatDocument, options: TimedTextOptions = {}): string {
  return listTimedTexts(document, options)
    .map(
      ({ beginMs, endMs, lines }, index) =>
        `${index + 1}\n${formatTiming(beginMs, endMs)}\n${lines.join('\n')}\n`,
    )
    .join('\n');
}

/** The first cue of a file, whose name a pipe does not tell. */
const beginning = /^\uFEFF?\s*\d+[ \t]*(?:\r\n|\r|\n)[ \t]*\d+:\d+:\d+[,.]\d+[ \t]*-->/u;

const formatTime = (timeMs: number): string => formatTimecode(timeMs, ',');

export const srt = defineFormat({
  id: 'srt',
  name: ['SRT (SubRip)', 'SRT（SubRip 字幕）'],
  about: [
    'Subtitles for nearly every player and editor.',
    '几乎所有播放器和剪辑软件都支持的字幕。',
  ],
  extensions: ['.srt'],
  mediaTypes: ['application/x-subrip'],
  unit: 'cue',
  options: cueOptions,
  holds: { times: true },
  recognise: ({ text = '' }) => (beginning.test(text) ? 0.8 : 0),
  *read(input, { language = 'und' }) {
    const text = String(input);
    const { cues, repairs } = parseSrt(text);
    const source = { format: 'srt', lineEnding: findLineEnding(text) };
    const built = yield* buildDocument(cues, { language, source, formatTime });
    return { document: built.document, repairs: sortRepairs([...repairs, ...built.repairs]) };
  },
  write: formatSrt,
});
