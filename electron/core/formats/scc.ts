import { z } from 'zod';
import { chooseCueLimits } from '../cues/cue-limits';
import { findFrame, findFrameMs, roundToFrame } from '../timing/frame-rate';
import { formatFrameTimecode } from '../timing/frame-timecode';
import { buildDocument, findLineEnding, sortRepairs } from './build-document';
import { defineFormat } from './define-format';
import { estimateDurationMs } from './estimate-duration';
import { fitLines } from './fit-lines';
import type { Repair } from './format';
import type { FormatDocument } from './format-document';
import { readLook } from './markup/read-look';
import { option } from './option-fields';
import { isKnownLook, mostColumns } from './scc/caption-codes';
import { captionRate } from './scc/caption-timecode';
import { parseScc } from './scc/parse-scc';
import { writeScc } from './scc/write-scc';
import { cueOptions, listTimedTexts, type TimedText, type TimedTextOptions } from './timed-text';

const format = 'scc';
const captionOptions = z.object({
  ...cueOptions.shape,
  counting: option(z.enum(['drop', 'non-drop']).default('drop'), {
    label: ['Timecode', '时间码'],
    choices: { drop: ['Drop-frame', '丢帧'], 'non-drop': ['Non-drop-frame', '不丢帧'] },
  }),
});
/** Four rows are as many as captions may have (CEA-608-E). */
const limits = { maxLineCharacters: mostColumns, maxLines: 4 };

/** A document as captions that pop on [FM57]. */
export function listCaptions(document: FormatDocument, options: TimedTextOptions): TimedText[] {
  return fitLines(document, listTimedTexts(document, options), limits);
}

const formatTime = (timeMs: number): string =>
  formatFrameTimecode(findFrame(timeMs, captionRate), { rate: captionRate, isDropFrame: true });

export const scc = defineFormat({
  id: format,
  name: ['SCC (Scenarist captions)', 'SCC（Scenarist 隐藏字幕）'],
  about: [
    'Closed captions (CEA-608) for American television and DVD.',
    '美国电视和 DVD 使用的隐藏字幕（CEA-608）。',
  ],
  purpose: 'subtitles',
  programs: ['Premiere Pro', 'Final Cut Pro', 'YouTube', 'DVD'],
  extensions: ['.scc'],
  mediaTypes: ['application/x-scc'],
  unit: 'cue',
  options: captionOptions,
  holds: { times: true, markup: true },
  repairTexts: {
    'code-unreadable': [
      'This is no code of captions; it was left out.',
      '这不是字幕代码，已略去。',
    ],
    'channel-dropped': [
      'Captions of another channel were left out; convert reads it with --caption-channel.',
      '另一通道的字幕已略去；可用 convert 的 --caption-channel 读取。',
    ],
  },
  lossTexts: {
    frames: [
      'times between two frames of {count} {count|cue|cues}',
      '{count} 条字幕不在整帧上的时间',
    ],
    late: [
      '{count} {count|cue|cues} that begin later, as their codes need time to be sent',
      '{count} 条字幕因代码传送需要时间而推迟入点',
    ],
    characters: [
      'characters that captions do not have, of {count} {count|cue|cues}',
      '{count} 条字幕中隐藏字幕没有的字符',
    ],
    looks: [
      'looks that captions do not have, of {count} {count|cue|cues}',
      '{count} 条字幕中隐藏字幕没有的样式',
    ],
  },
  recognise: ({ text = '' }) => (/^\ufeff?\s*Scenarist_SCC V/iu.test(text.slice(0, 200)) ? 1 : 0),
  read(input, { language = 'und', captionChannel }) {
    const text = String(input);
    const repairs: Repair[] = [];
    const captions = parseScc(text, repairs, captionChannel);
    const all = captions.map((caption) => caption.text).join('\n');
    const cueLimits = chooseCueLimits(language, all);
    const cues = captions.map(({ line, beginFrame, endFrame, text: said }) => {
      const beginMs = findFrameMs(beginFrame, captionRate);
      const endMs =
        endFrame === undefined
          ? beginMs + estimateDurationMs(said, cueLimits)
          : findFrameMs(endFrame, captionRate);
      return { line, beginMs, endMs, text: said };
    });
    const source = { format, lineEnding: findLineEnding(text), hasLines: true };
    const built = buildDocument(cues, { language, source, formatTime });
    return { document: built.document, repairs: sortRepairs([...repairs, ...built.repairs]) };
  },
  timecode: (_document, { counting }) => ({
    rate: captionRate,
    isDropFrame: counting === 'drop',
  }),
  write(document, options) {
    const cues = listCaptions(document, options);
    const { content, late, unknown } = writeScc(cues, options.counting === 'drop');
    const isOffFrame = (timeMs: number): boolean => roundToFrame(timeMs, captionRate) !== timeMs;
    const frames = cues.filter(({ beginMs, endMs }) => isOffFrame(beginMs) || isOffFrame(endMs));
    const looks = cues.filter(({ text }) =>
      readLook(text).runs.some(({ look }) => !isKnownLook(look)),
    );
    return {
      content,
      losses: [
        { code: 'frames', count: frames.length },
        { code: 'late', count: late },
        { code: 'characters', count: unknown },
        { code: 'looks', count: looks.length },
      ].filter(({ count }) => count > 0),
    };
  },
});
