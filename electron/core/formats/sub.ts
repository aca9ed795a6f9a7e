import type { z } from 'zod';
import type { DocumentSource } from '../records/document-properties';
import { findFrame, type FrameRate, nameFrameRate, parseFrameRate } from '../timing/frame-rate';
import { formatTimecode } from '../timing/timecode';
import { buildInSteps, findLineEnding, sortRepairs } from './build-document';
import { defineFormat } from './define-format';
import type { FormatDocument } from './format-document';
import { chooseFrameRate, fps } from './frame-options';
import type { Loss } from './list-losses';
import { writeMarkup } from './markup/dialect';
import { microDvdDialect, writeMicroDvd } from './markup/microdvd-dialect';
import { readLook } from './markup/read-look';
import { findSubKind, parseSub } from './sub/parse-sub';
import { cueOptions, listTimedTexts } from './timed-text';

const format = 'sub';
/** Headers of a file [RK14]: its rate as it was written, and marks that hold for every cue. */
const headerNames = { rate: 'rate', defaults: 'DEFAULT' } as const;

const subOptions = cueOptions.extend({ fps });

type SubOptions = Partial<z.output<typeof subOptions>>;

/** A document as MicroDVD text [FM38]: its rate, then a cue in each line, in frames. */
function writeSub(
  document: FormatDocument,
  options: SubOptions,
): { readonly content: string; readonly losses: readonly Loss[] } {
  const own = findOwnSource(document);
  const { rate, rateText } = chooseRate(document, options.fps);
  const defaults = findHeader(own, headerNames.defaults);
  let partial = 0;
  let bars = 0;
  const lines = listTimedTexts(document, options).map(({ beginMs, endMs, text }) => {
    const begin = findFrame(beginMs, rate);
    const end = Math.max(begin + 1, findFrame(endMs, rate));
    if (text.includes('|')) bars++;
    const written = writeMarkup(text.replaceAll('|', '¦'), microDvdDialect);
    if (written !== text && text.search(/[<{]/u) !== -1 && !writeMicroDvd(readLook(text)).isWhole) {
      partial++;
    }
    return `{${begin}}{${end}}${written.replaceAll('\n', '|')}\n`;
  });
  const head = `{1}{1}${rateText}\n` + (defaults === undefined ? '' : `{DEFAULT}{}${defaults}\n`);
  const losses = [
    { code: 'partial-look', count: partial },
    { code: 'bars', count: bars },
  ];
  return { content: head + lines.join(''), losses: losses.filter(({ count }) => count > 0) };
}

function findOwnSource({ source }: FormatDocument): DocumentSource | undefined {
  return source?.format === format ? source : undefined;
}

function findHeader(source: DocumentSource | undefined, wanted: string): string | undefined {
  return source?.headers?.find(({ name }) => name === wanted)?.value;
}

/** The rate a person chose, else that of the file, else that of the recording [FM74]. */
function chooseRate(
  document: FormatDocument,
  chosen: SubOptions['fps'],
): { readonly rate: FrameRate; readonly rateText: string } {
  const rateText = findHeader(findOwnSource(document), headerNames.rate);
  const ofFile = parseFrameRate(rateText?.replace(',', '.') ?? '');
  const isChosen = chosen !== undefined && chosen !== 'none';
  if (!isChosen && ofFile !== undefined) return { rate: ofFile, rateText: rateText! };
  const rate = chooseFrameRate(document, chosen);
  return { rate, rateText: nameFrameRate(rate) };
}

/** MicroDVD; MPL2 and SubViewer, which have the same extension, are read as well [FM39]. */
export const sub = defineFormat({
  id: format,
  name: ['SUB (MicroDVD)', 'SUB（MicroDVD 字幕）'],
  about: [
    'Subtitles counted in frames, for older players; MPL2 and SubViewer files are read too.',
    '按帧计时的字幕，适用于旧播放器；也可读取 MPL2 和 SubViewer 文件。',
  ],
  purpose: 'subtitles',
  programs: ['VLC', 'PotPlayer'],
  extensions: ['.sub'],
  mediaTypes: ['text/x-microdvd'],
  unit: 'cue',
  options: subOptions,
  holds: { times: true, markup: true },
  repairTexts: {
    'rate-assumed': [
      'The file does not say its frame rate; 23.976 frames a second were taken.',
      '文件没有写明帧率，已按 23.976 帧/秒计算。',
    ],
    'line-joined': [
      'A line without times was added to the cue before it.',
      '没有时间的一行已并入前一条字幕。',
    ],
    'end-added': [
      'The cue had no end; it now ends where the next one begins, or after four seconds.',
      '这条字幕没有出点，已设为下一条的入点，或入点后四秒。',
    ],
    'other-program': [
      'The file is not of MicroDVD but of another program; it will be saved as MicroDVD.',
      '该文件不是 MicroDVD 而是其他程序的格式，保存时将写为 MicroDVD。',
    ],
  },
  lossTexts: {
    'partial-look': [
      'look of a part of a line, or places, of {count} {count|cue|cues}',
      '{count} 条字幕的行内样式或位置',
    ],
    bars: ['bars (|) in {count} {count|text|texts}', '{count} 条文字中的竖线（|）'],
  },
  recognise({ text = '' }) {
    const kind = findSubKind(text);
    return kind === undefined ? 0 : kind === 'subviewer' ? 0.7 : 0.85;
  },
  *read(input, { language = 'und', fps: known }) {
    const text = String(input);
    const { kind, cues, rate, rateText, defaults, notes, repairs } = parseSub(text, known);
    const headers = [
      ...(rate === undefined
        ? []
        : [{ name: headerNames.rate, value: rateText ?? nameFrameRate(rate) }]),
      ...(defaults === undefined ? [] : [{ name: headerNames.defaults, value: defaults }]),
    ];
    const source = {
      ...{ format, lineEnding: findLineEnding(text), hasLines: true, headers },
      ...(notes === '' ? {} : { sections: [{ name: '', text: notes, afterCues: 0 }] }),
    };
    const formatTime = (timeMs: number): string =>
      kind === 'microdvd' && rate !== undefined
        ? `{${findFrame(timeMs, rate)}}`
        : formatTimecode(timeMs, '.');
    const built = yield* buildInSteps(cues, { language, source, formatTime });
    const other = kind === 'microdvd' ? [] : [{ code: 'other-program', line: 1 }];
    return {
      document: built.document,
      repairs: sortRepairs([...other, ...repairs, ...built.repairs]),
    };
  },
  timecode: (document, options) => chooseRate(document, options.fps),
  write: writeSub,
});
