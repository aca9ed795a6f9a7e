import { formatTimecode } from '../timing/timecode';
import { buildDocument, findLineEnding, sortRepairs } from './build-document';
import { defineFormat } from './define-format';
import { option } from './option-fields';
import { karaokeCueOptions } from './timed-text';
import { profiles } from './ttml/profiles';
import { ttmlRepairTexts } from './ttml/repair-texts';
import { parseTtml } from './ttml/read-ttml';
import { formatTtml } from './ttml/write-ttml';
import { findTimecode, frameRateNames } from './ttml/write-times';
import { z } from 'zod';

const format = 'ttml';
const formatTime = (timeMs: number): string => formatTimecode(timeMs, '.');

/** The root of a TTML document, whatever stands before it; of any other XML there is none. */
const root = /<(?:[\w-]+:)?tt(?=[\s>])[^<>]*(?:ttml|ttaf1)/u;
const beginning = /^[\s\ufeff]*<[?!a-z]/iu;

const ttmlOptions = karaokeCueOptions.extend({
  ttmlProfile: option(z.enum(['same', 'imsc', 'ebu-tt-d', 'dfxp', 'ttml']).default('same'), {
    label: ['TTML profile', 'TTML 规范'],
    choices: {
      same: ['As the opened file, else IMSC', '与打开的文件相同，否则为 IMSC'],
      imsc: profiles.imsc.label,
      'ebu-tt-d': profiles['ebu-tt-d'].label,
      dfxp: profiles.dfxp.label,
      ttml: profiles.ttml.label,
    },
  }),
  ttmlTimes: option(z.enum(['milliseconds', ...frameRateNames]).default('milliseconds'), {
    label: ['Times of TTML in', 'TTML 时间单位'],
    choices: {
      milliseconds: ['milliseconds', '毫秒'],
      ...Object.fromEntries(
        frameRateNames.map((name) => [name, [`frames, ${name} fps`, `帧，${name} fps`]] as const),
      ),
    },
  }),
});

export const ttml = defineFormat({
  id: format,
  name: ['TTML (IMSC, EBU-TT-D, DFXP)', 'TTML（IMSC、EBU-TT-D、DFXP）'],
  about: [
    'Timed text of broadcasters and streaming services.',
    '广播机构与流媒体平台使用的定时文本。',
  ],
  purpose: 'subtitles',
  programs: ['Netflix', 'BBC', 'iTunes', 'Premiere Pro', 'Vimeo'],
  extensions: ['.ttml', '.dfxp', '.itt', '.xml'],
  mediaTypes: ['application/ttml+xml'],
  unit: 'cue',
  options: ttmlOptions,
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
  lossTexts: {
    'ttml-looks': [
      'sizes and classes in {count} {count|text|texts}',
      '{count} 句文字的字号与样式类',
    ],
    'ttml-rounded': [
      'times of {count} {count|cue|cues} that fall between two frames',
      '{count} 条字幕不在整帧上的时间',
    ],
  },
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
  timecode: (_document, { ttmlTimes }) => findTimecode(ttmlTimes),
  write: formatTtml,
});
