import { defineFormat } from './define-format';
import { fcpxmlOptions } from './fcpxml/options';
import { chooseTimecode } from './frame-options';
import { writeFcpxml } from './fcpxml/write-fcpxml';

export const fcpxml = defineFormat({
  id: 'fcpxml',
  name: ['FCPXML (Final Cut Pro)', 'FCPXML（Final Cut Pro）'],
  about: [
    'Titles or captions of Final Cut Pro, on the frames of the picture.',
    'Final Cut Pro 的标题或隐藏式字幕，与画面帧对齐。',
  ],
  purpose: 'editing',
  programs: ['Final Cut Pro', 'DaVinci Resolve', '达芬奇'],
  extensions: ['.fcpxml'],
  mediaTypes: ['application/xml'],
  unit: 'cue',
  options: fcpxmlOptions,
  holds: { times: true, markup: true },
  lossTexts: {
    'partial-look': [
      'part of the look or place of {count} {count|text|texts}',
      '{count} 条文字的部分样式或位置',
    ],
  },
  recognise: ({ text = '' }) => (/<fcpxml[\s>]/u.test(text.slice(0, 1000)) ? 1 : 0),
  timecode: chooseTimecode,
  holdsStart: true,
  write: writeFcpxml,
});
