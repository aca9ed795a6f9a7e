import { defineFormat } from './define-format';
import { writePage } from './html/write-page';
import { proseOptions } from './timed-text';

export const html = defineFormat({
  id: 'html',
  name: ['HTML (page that plays)', 'HTML（可播放的网页）'],
  about: [
    'A page to read and listen: a click on a word plays the recording from there.',
    '可边读边听的网页：点击词语即从该处播放录音。',
  ],
  purpose: 'reading',
  programs: ['Chrome', 'Edge', 'Firefox', 'Safari', '浏览器'],
  extensions: ['.html', '.htm'],
  mediaTypes: ['text/html'],
  unit: 'sentence',
  options: proseOptions,
  holds: { times: true, speakers: true, wordTimes: true },
  recognise: ({ text = '' }) => (/^\uFEFF?\s*<!doctype html\b/iu.test(text) ? 0.7 : 0),
  write: writePage,
});
