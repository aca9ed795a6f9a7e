import { z } from 'zod';
import { stripMarkup } from '../transcript/markup';
import { defineFormat } from './define-format';
import type { FormatDocument } from './format-document';
import { toOneLine } from './list-framed-cues';
import type { Loss } from './list-losses';

/** What the site asks of chapters (support.google.com/youtube/answer/9884579). */
const leastSeconds = 10;
const leastChapters = 3;

interface Chapter {
  readonly atSeconds: number;
  readonly title: string;
}

/**
 * A document as chapters for the description of a video [FM77]: each cue begins one, in whole seconds. The
 * first one is at 00:00, each lasts ten seconds at least, and where there are fewer than three the site
 * shows none; what that costs is a loss.
 */
function writeYoutube(document: FormatDocument): {
  readonly content: string;
  readonly losses: readonly Loss[];
} {
  const given = document.sentences
    .map(({ beginMs, text }) => ({ beginMs, title: makeTitle(text) }))
    .filter(({ title }) => title !== '');
  const endSeconds = Math.floor((document.media?.durationMs ?? 0) / 1000);
  const chapters: Chapter[] = [];
  for (const { beginMs, title } of given) {
    const last = chapters.at(-1);
    const atSeconds = last === undefined ? 0 : Math.floor(beginMs / 1000);
    const isBrief = last !== undefined && atSeconds - last.atSeconds < leastSeconds;
    const isLate = last !== undefined && endSeconds > 0 && endSeconds - atSeconds < leastSeconds;
    if (!isBrief && !isLate) chapters.push({ atSeconds, title });
  }
  const isLong = chapters.some(({ atSeconds }) => atSeconds >= 3600);
  const content = chapters
    .map(({ atSeconds, title }) => `${formatPlace(atSeconds, isLong)} ${title}\n`)
    .join('');
  const losses = [
    { code: 'chapters-close', count: given.length - chapters.length },
    { code: 'first-moved', count: (given[0]?.beginMs ?? 0) >= 1000 ? 1 : 0 },
    { code: 'chapters-few', count: chapters.length < leastChapters ? chapters.length : 0 },
  ];
  return { content, losses: losses.filter(({ count }) => count > 0) };
}

/** One line; a description may not hold pointed brackets. */
function makeTitle(text: string): string {
  return toOneLine(stripMarkup(text)).replaceAll('<', '‹').replaceAll('>', '›');
}

function formatPlace(atSeconds: number, isLong: boolean): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const place = `${two((atSeconds % 3600) / 60)}:${two(atSeconds % 60)}`;
  return isLong ? `${two(atSeconds / 3600)}:${place}` : place;
}

export const youtube = defineFormat({
  id: 'youtube',
  name: ['YouTube chapters', 'YouTube 章节'],
  about: [
    'Chapters for the description of a video: one for each cue, ten seconds apart at least.',
    '粘贴到视频说明中的章节：每条字幕一章，相隔至少十秒。',
  ],
  purpose: 'reading',
  programs: ['YouTube'],
  extensions: ['.youtube.txt'],
  mediaTypes: ['text/plain'],
  unit: 'sentence',
  options: z.object({}),
  holds: { times: true },
  lossTexts: {
    'chapters-close': [
      '{count} {count|cue|cues} less than ten seconds from another chapter or the end',
      '{count} 条字幕，距另一章节或结尾不足十秒',
    ],
    'first-moved': [
      'the begin of {count} {count|chapter|chapters}, which has to be 00:00',
      '{count} 个章节的开始时间，须为 00:00',
    ],
    'chapters-few': [
      '{count} {count|chapter|chapters} on the site, which shows three or more only',
      '网站上的 {count} 个章节：不足三个时网站不显示',
    ],
  },
  recognise: () => 0,
  write: writeYoutube,
});
