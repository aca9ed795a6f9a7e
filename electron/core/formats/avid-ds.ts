import type { z } from 'zod';
import { formatFrameTimecode } from '../timing/frame-timecode';
import { stripMarkup } from '../transcript/markup';
import { defineFormat } from './define-format';
import type { FormatDocument } from './format-document';
import { chooseTimecode, dropFrame, fps } from './frame-options';
import { listFramedCues } from './list-framed-cues';
import { cueOptions } from './timed-text';

const avidOptions = cueOptions.extend({ fps, dropFrame });

/** The first line by which Avid's caption effect knows its files. */
const heading = '@ This file written with the Avid Caption plugin, version 1';

/** A document as the caption text of Avid DS and of the SubCap effect of Media Composer [FM76]. */
function writeAvid(document: FormatDocument, options: z.output<typeof avidOptions>): string {
  const form = chooseTimecode(document, options);
  const cues = listFramedCues(document, options, form.rate).map(
    ({ beginFrame, endFrame, text: whole }) => {
      const text = whole
        .split('\n')
        .map((line) => stripMarkup(line).trim())
        .filter((line) => line !== '');
      const span = [beginFrame, endFrame]
        .map((frame) => formatFrameTimecode(frame, form))
        .join(' ');
      return text.length === 0 ? '' : `${span}\n${text.join('\n')}\n\n`;
    },
  );
  return `${heading}\n\n<begin subtitles>\n\n${cues.join('')}<end subtitles>\n`;
}

export const avidDs = defineFormat({
  id: 'avid-ds',
  name: ['Avid DS captions', 'Avid DS 字幕'],
  about: [
    'Captions for Avid DS and the SubCap effect of Media Composer.',
    '供 Avid DS 和 Media Composer 的 SubCap 效果使用的字幕。',
  ],
  purpose: 'editing',
  programs: ['Avid DS', 'Media Composer'],
  extensions: ['.avid.txt'],
  mediaTypes: ['text/plain'],
  unit: 'cue',
  options: avidOptions,
  holds: { times: true },
  recognise: ({ text = '' }) => (text.replace(/^\uFEFF/u, '').startsWith(heading) ? 1 : 0),
  timecode: chooseTimecode,
  write: writeAvid,
});
