import { stripMarkup } from '../../transcript/markup';
import type { Sentence } from '../../transcript/sentence';
import { formatClock } from '../../timing/format-clock';
import { escapeMarkup } from '../escape-markup';
import type { FormatDocument } from '../format-document';
import { pageScript } from './page-script';
import { pageStyle } from './page-style';

/** The page's own texts, English and Chinese; the page shows those of its reader. */
const pageTexts = {
  choose: ['Recording:', '录音：'],
  follow: ['Follow what is said', '跟随播放'],
  language: ['中文', 'English'],
  transcript: [
    'Transcript. Arrow keys go from word to word and from cue to cue, the space bar plays.',
    '文字稿。左右方向键按词跳转，上下方向键按句跳转，空格键播放。',
  ],
  title: ['Transcript', '文字稿'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

/** What is told below the recording: where there is none, and where it cannot be played. */
const toldTexts = {
  choose: [
    'Choose the recording to hear what is said; it stays on this computer.',
    '选择录音后，点击词语即可播放；录音不会离开本机。',
  ],
  missing: [
    'The recording is not beside this page, or this browser cannot play it. Choose it, or one in another format.',
    '录音不在本页旁边，或浏览器无法播放。请选择该录音，或换用其他格式。',
  ],
} as const;

/**
 * Only this script runs, and nothing is loaded but a recording beside the page or a chosen one: text that
 * was made to look like markup, were it ever let through, would do nothing.
 */
const policy =
  "default-src 'none'; style-src 'nonce-page'; script-src 'nonce-page'; media-src 'self' file: blob:; base-uri 'none'; form-action 'none'";

/**
 * A document as one page [FM73] that needs nothing of elsewhere: each word has its times and plays the
 * recording from there.
 */
export function writePage(
  { language, media, sentences }: FormatDocument,
  { speakers = true }: { readonly speakers?: boolean } = {},
): string {
  // Half of a character, which some disks let through, is in no address.
  const file = (media?.path.split(/[\\/]/u).at(-1) ?? '').replace(/\p{Cs}/gu, '\ufffd');
  const speech = language === 'und' ? '' : ` lang="${escapeMarkup(language)}"`;
  const title = file === '' ? pageTexts.title[0] : file.replace(/(?<=.)\.[^.]*$/u, '');
  const source = file === '' ? '' : ` src="${escapeMarkup(encodeURIComponent(file))}"`;
  let lastSpeaker: string | undefined;
  const cues = sentences.flatMap((sentence) => {
    if (stripMarkup(sentence.text).trim() === '') return [];
    const isTold = speakers && sentence.speaker !== lastSpeaker;
    lastSpeaker = sentence.speaker;
    return [writeCue(sentence, isTold ? (sentence.speaker ?? '') : '')];
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>${escapeMarkup(title)}</title>
<style nonce="page">${pageStyle}</style>
</head>
<body>
<header>
<h1><bdi>${escapeMarkup(title)}</bdi></h1>
<video controls preload="metadata" playsinline${source}></video>
<div class="tools ours">
<label><span ${both('choose')}</span> <input type="file" id="choose" accept="audio/*,video/*"></label>
<label><input type="checkbox" id="follow" checked> <span ${both('follow')}</span></label>
<button type="button" id="language" ${both('language')}</button>
</div>
<p id="told" class="ours" role="status"${listTold()}></p>
</header>
<main tabindex="0" aria-label="${pageTexts.transcript[0]}" data-label-en="${pageTexts.transcript[0]}" data-label-zh="${pageTexts.transcript[1]}">
<div${speech}>
${cues.join('\n')}
</div>
</main>
<script nonce="page">${pageScript}</script>
</body>
</html>
`;
}

/** The rest of a tag whose content is a text of the page, with both languages of it. */
function both(name: keyof typeof pageTexts): string {
  const [english, chinese] = pageTexts[name];
  return `data-en="${english}" data-zh="${chinese}">${english}`;
}

function listTold(): string {
  return Object.entries(toldTexts)
    .map(
      ([name, [english, chinese]]) => ` data-${name}-en="${english}" data-${name}-zh="${chinese}"`,
    )
    .join('');
}

function writeCue({ beginMs, endMs, words }: Sentence, speaker: string): string {
  const who = speaker.trim() === '' ? '' : `<bdi class="who">${escapeMarkup(speaker)}</bdi>`;
  const text = words
    .map((word) => {
      const [before, after] = [word.before, word.after].map((part) =>
        escapeMarkup(stripMarkup(part)),
      );
      const said = escapeMarkup(stripMarkup(word.text));
      return `${before}<span class="w" ${listTimes(word)}>${said}</span>${after}`;
    })
    .join('');
  const time = formatClock(beginMs);
  return `<div class="cue" ${listTimes({ beginMs, endMs })}><button type="button" class="time" data-begin="${toSeconds(beginMs)}">${time}</button><div dir="auto">${who}<span class="text">${text.trim()}</span></div></div>`;
}

function listTimes({
  beginMs,
  endMs,
}: {
  readonly beginMs: number;
  readonly endMs: number;
}): string {
  return `data-begin="${toSeconds(beginMs)}" data-end="${toSeconds(endMs)}"`;
}

function toSeconds(timeMs: number): string {
  return (Math.max(0, Math.round(timeMs)) / 1000).toFixed(3);
}
