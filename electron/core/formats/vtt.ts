import { buildInSteps, findLineEnding, sortRepairs } from './build-document';
import { defineFormat } from './define-format';
import { hasOwnOrder } from './file-order';
import type { FormatDocument } from './format-document';
import { karaokeCueOptions, type TimedTextOptions } from './timed-text';
import { keepCue } from './vtt/keep-cue';
import { vttMark } from './vtt/parse-blocks';
import { parseVtt } from './vtt/parse-vtt';
import { formatTimestamp } from './vtt/timestamp';
import { formatHead } from './vtt/write-head';
import { writeVtt } from './vtt/write-vtt';

const format = 'vtt';

/** A document as WebVTT [FM4], for whoever needs only the text. */
export function formatVtt(document: FormatDocument, options: TimedTextOptions = {}): string {
  return writeVtt(document, options).content;
}

export const vtt = defineFormat({
  id: format,
  name: ['VTT (WebVTT)', 'VTT（WebVTT 字幕）'],
  about: ['Subtitles for the web; can name the speakers.', '网页字幕，可标出说话人。'],
  purpose: 'subtitles',
  programs: ['YouTube', 'Vimeo', 'HTML5', 'HLS'],
  extensions: ['.vtt'],
  mediaTypes: ['text/vtt'],
  unit: 'cue',
  options: karaokeCueOptions,
  holds: {
    times: true,
    speakers: true,
    wordTimes: true,
    sections: true,
    regions: true,
    markup: true,
  },
  lossTexts: {
    'vtt-font-size': ['the size of letters of {count} {count|cue|cues}', '{count} 条字幕的字号'],
  },
  recognise({ text = '' }) {
    const end = text.search(/[\r\n]/u);
    return vttMark.test(text.slice(0, end === -1 ? undefined : end).replace(/^\ufeff/u, ''))
      ? 1
      : 0;
  },
  *read(input, hints) {
    const text = String(input);
    const parsed = parseVtt(text);
    const { headers, head, regions, language = 'und' } = parsed;
    const isEmpty = parsed.cues.length === 0 && parsed.sections.length === 0;
    const usualHead = `${formatHead(headers)}${isEmpty ? '' : '\n'}`;
    const isUsualHead = head === '' || head === usualHead;
    const sections = isUsualHead
      ? parsed.sections
      : [{ name: '', text: head, afterCues: 0 }, ...parsed.sections];
    const last = parsed.cues.length - 1;
    const isCueLast = parsed.sections.at(-1)?.afterCues !== parsed.cues.length;
    const isOrdered = hasOwnOrder(parsed.cues.map(({ cue }) => cue));
    const cues = parsed.cues.map((cue, index) =>
      keepCue(cue, isCueLast && index === last, isOrdered ? index : undefined),
    );
    const built = yield* buildInSteps(cues, {
      language: hints.language ?? language,
      source: { format, lineEnding: findLineEnding(text), hasLines: true, headers, sections },
      ...(regions.length === 0 ? undefined : { records: { regions } }),
      formatTime: formatTimestamp,
    });
    return {
      document: built.document,
      repairs: sortRepairs([...parsed.repairs, ...built.repairs]),
    };
  },
  write: writeVtt,
});
