import { z } from 'zod';
import { formatFrameTimecode } from '../timing/frame-timecode';
import { stripMarkup } from '../transcript/markup';
import { defineFormat } from './define-format';
import type { FormatDocument } from './format-document';
import { chooseTimecode, dropFrame, fps } from './frame-options';
import { listFramedCues, nameDocument, toOneLine } from './list-framed-cues';
import type { Loss } from './list-losses';
import { spokenCueOptions } from './timed-text';

const edlOptions = z.object({
  speakers: spokenCueOptions.shape.speakers,
  words: spokenCueOptions.shape.words,
  fps,
  dropFrame,
});

/** How a person tells markers apart that another program made. */
const color = 'ResolveColorBlue';

/**
 * A document as an edit decision list of CMX 3600 [FM75] whose events are the markers that DaVinci
 * Resolve reads: one frame at the begin of each cue, with its text and its length behind it.
 */
function writeEdl(
  document: FormatDocument,
  options: z.output<typeof edlOptions>,
): { readonly content: string; readonly losses: readonly Loss[] } {
  const form = chooseTimecode(document, options);
  const code = (frame: number): string => formatFrameTimecode(frame, form);
  let bars = 0;
  const events = listFramedCues(document, options, form.rate).map((cue, index) => {
    const { beginFrame, endFrame, speaker = '' } = cue;
    const name = options.speakers && speaker.trim() !== '' ? `${speaker}: ` : '';
    const text = toOneLine(name + stripMarkup(cue.text.replaceAll('\n', ' ')));
    if (text.includes('|')) bars++;
    const span = `${code(beginFrame)} ${code(beginFrame + 1)}`;
    const number = String(index + 1).padStart(3, '0');
    // A bar would begin another field of the marker.
    const fields = `|C:${color} |M:${text.replaceAll('|', '¦')} |D:${endFrame - beginFrame}`;
    return `\n${number}  001      V     C        ${span} ${span}\n ${fields}\n`;
  });
  const mode = form.isDropFrame ? 'DROP FRAME' : 'NON-DROP FRAME';
  const title = toOneLine(nameDocument(document));
  return {
    content: `TITLE: ${title}\nFCM: ${mode}\n${events.join('')}`,
    losses: bars === 0 ? [] : [{ code: 'bars', count: bars }],
  };
}

export const edl = defineFormat({
  id: 'edl',
  name: ['EDL (markers for Resolve)', 'EDL（Resolve 标记）'],
  about: [
    'Markers of DaVinci Resolve (Timeline, Import, Timeline Markers from EDL); the programme has to start where the timeline does, usually at 01:00:00:00.',
    'DaVinci Resolve 的时间线标记（时间线 › 导入 › 从 EDL 导入时间线标记）；节目起始时间码须与时间线一致，通常为 01:00:00:00。',
  ],
  purpose: 'editing',
  programs: ['DaVinci Resolve', '达芬奇'],
  extensions: ['.edl'],
  mediaTypes: ['text/x-edl'],
  unit: 'cue',
  options: edlOptions,
  holds: { times: true, speakers: true },
  lossTexts: {
    bars: [
      '{count} {count|text|texts} with a bar (|), written as ¦',
      '{count} 条文字中的竖线（|），写作 ¦',
    ],
  },
  recognise: ({ text = '' }) => (/^\uFEFF?TITLE:.*\r?\nFCM:/u.test(text) ? 0.9 : 0),
  timecode: chooseTimecode,
  write: writeEdl,
});
