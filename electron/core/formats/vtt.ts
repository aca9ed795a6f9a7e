import { formatTimecode } from '../timing/timecode';
import { buildInSteps, findLineEnding, sortRepairs } from './build-document';
import { defineFormat } from './define-format';
import type { FormatDocument } from './format-document';
import { parseVtt, vttMark } from './parse-vtt';
import { listTimedTexts, spokenCueOptions, type TimedTextOptions } from './timed-text';

/**
 * A document as WebVTT [FM4] (W3C WebVTT): `HH:MM:SS.mmm`, `&`, `<` and `>` escaped, which keeps
 * an arrow in the text from being read as a timing, and the speaker as a voice tag.
 */
export function formatVtt(document: FormatDocument, options: TimedTextOptions = {}): string {
  const blocks = listTimedTexts(document, options).map(({ beginMs, endMs, lines, speaker }) => {
    const name = options.speakers === false ? '' : (speaker?.trim().replace(/\s+/gu, ' ') ?? '');
    // With the tag's own mark two dashes would make an arrow, which begins another cue.
    const voice = name === '' ? '' : `<v ${escapeText(name)}${name.endsWith('--') ? ' ' : ''}>`;
    const time = `${formatTimecode(beginMs, '.')} --> ${formatTimecode(endMs, '.')}`;
    return `${time}\n${voice}${escapeText(lines.join('\n'))}\n`;
  });
  return ['WEBVTT\n', ...blocks].join('\n');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const formatTime = (timeMs: number): string => formatTimecode(timeMs, '.');

export const vtt = defineFormat({
  id: 'vtt',
  name: ['VTT (WebVTT)', 'VTT（WebVTT 字幕）'],
  about: ['Subtitles for the web; can name the speakers.', '网页字幕，可标出说话人。'],
  extensions: ['.vtt'],
  mediaTypes: ['text/vtt'],
  unit: 'cue',
  options: spokenCueOptions,
  holds: { times: true, speakers: true },
  recognise({ text = '' }) {
    const end = text.search(/[\r\n]/u);
    return vttMark.test(text.slice(0, end === -1 ? undefined : end).replace(/^\ufeff/u, ''))
      ? 1
      : 0;
  },
  *read(input, hints) {
    const text = String(input);
    const { cues, headers, sections, language = 'und', repairs } = parseVtt(text);
    const source = { format: 'vtt', lineEnding: findLineEnding(text), headers, sections };
    const built = yield* buildInSteps(cues, {
      language: hints.language ?? language,
      source,
      formatTime,
    });
    return { document: built.document, repairs: sortRepairs([...repairs, ...built.repairs]) };
  },
  write: formatVtt,
});
