import { formatTimecode } from '../timing/timecode';
import { buildDocument, findLineEnding, sortRepairs } from './build-document';
import { defineFormat } from './define-format';
import { spokenCueOptions } from './timed-text';
import { ttmlRepairTexts } from './ttml/repair-texts';
import { parseTtml } from './ttml/read-ttml';

const format = 'ttml';
const formatTime = (timeMs: number): string => formatTimecode(timeMs, '.');

/** The root of a TTML document, whatever stands before it; of any other XML there is none. */
const root = /<(?:[\w-]+:)?tt(?=[\s>])[^>]*(?:ttml|ttaf1)/u;
const beginning = /^[\s\ufeff]*<[?!a-z]/iu;

export const ttml = defineFormat({
  id: format,
  name: ['TTML (IMSC, EBU-TT-D, DFXP)', 'TTML（IMSC、EBU-TT-D、DFXP）'],
  about: [
    'Timed text of broadcasters and streaming services.',
    '广播机构与流媒体平台使用的定时文本。',
  ],
  extensions: ['.ttml', '.dfxp', '.itt', '.xml'],
  mediaTypes: ['application/ttml+xml'],
  unit: 'cue',
  options: spokenCueOptions,
  holds: {
    times: true,
    speakers: true,
    wordTimes: true,
    sections: true,
    styles: true,
    regions: true,
    markup: true,
  },
  repairTexts: ttmlRepairTexts,
  recognise: ({ text = '' }) =>
    beginning.test(text.slice(0, 1000)) && root.test(text.slice(0, 100_000)) ? 1 : 0,
  read(input, hints) {
    const text = String(input);
    const { cues, records, source, language = 'und', repairs } = parseTtml(text);
    const built = buildDocument(cues, {
      language: hints.language ?? (language === '' ? 'und' : language),
      source: { format, lineEnding: findLineEnding(text), hasLines: true, ...source },
      records,
      formatTime,
    });
    return { document: built.document, repairs: sortRepairs([...repairs, ...built.repairs]) };
  },
});
