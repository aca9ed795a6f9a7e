import type { Repair } from '../format';
import { CaptionDecoder, type DecodedCaption } from './caption-decoder';
import { captionRate, parseCaptionTimecode } from './caption-timecode';
import { formatFrameTimecode } from '../../timing/frame-timecode';

export const sccHeader = 'Scenarist_SCC V1.0';
const header = /^\s*Scenarist_SCC\s+V\d/iu;
const dataLine = /^\s*([\d:;.,]+)\s+(\S.*)$/u;
const hexWord = /^[\da-f]{4}$/iu;

/**
 * The captions of a Scenarist file [FM58], in the order of the file. Never throws.
 * @param chosen of two channels; by default the first that says something
 */
export function parseScc(
  text: string,
  repairs: Repair[],
  chosen?: 1 | 2,
): readonly DecodedCaption[] {
  const decoder = new CaptionDecoder();
  const own = chosen === undefined ? undefined : chosen === 1 ? 0 : channelBit;
  const channel: ChannelState = { own, isOther: false, lastControl: -1 };
  let hasHeader = false;
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u);
  lines.forEach((content, index) => {
    const line = index + 1;
    if (content.trim() === '') return;
    if (header.test(content)) {
      hasHeader = true;
      return;
    }
    const [, timecode = '', data = ''] = dataLine.exec(content) ?? [];
    const parsed = parseCaptionTimecode(timecode);
    if (parsed === undefined) {
      repairs.push({ code: 'stray-text-dropped', line, before: content });
      return;
    }
    const { frame: begin, isStrict } = parsed;
    if (!isStrict) {
      const isDropFrame = !/:\d+$/u.test(timecode);
      const after = formatFrameTimecode(begin, { rate: captionRate, isDropFrame });
      repairs.push({ code: 'time-rewritten', line, before: timecode, after });
    }
    if (!hasHeader) {
      repairs.push({ code: 'header-added', line, after: sccHeader });
      hasHeader = true;
    }
    let isOtherTold = channel.isOther;
    data
      .trim()
      .split(/\s+/u)
      .forEach((hex, place) => {
        if (!hexWord.test(hex)) {
          repairs.push({ code: 'code-unreadable', line, before: hex });
          return;
        }
        const word = takeWord(Number.parseInt(hex, 16) & 0x7f7f, channel);
        if (channel.isOther && !isOtherTold) {
          isOtherTold = true;
          repairs.push({ code: 'channel-dropped', line, before: content });
        }
        if (word !== undefined) decoder.take(word, begin + place, line);
      });
  });
  decoder.finish();
  return decoder.captions;
}

/** By which codes of the second channel differ from those of the first. */
const channelBit = 0x08;

interface ChannelState {
  /** The bit by which codes of the channel that is read are known. */
  own: number | undefined;
  /** Whether what comes is of another channel. */
  isOther: boolean;
  /** A code is sent twice, so that one may be lost. */
  lastControl: number;
}

/** The word as of the first channel; undefined where it is another's or was sent before. */
function takeWord(word: number, state: ChannelState): number | undefined {
  const first = word >> 8;
  if (first < 0x10 || first >= 0x20) {
    if (first >= 0x20) state.lastControl = -1;
    return state.isOther ? undefined : word;
  }
  const bit = first & channelBit;
  state.own ??= bit;
  state.isOther = bit !== state.own;
  if (word === state.lastControl) {
    state.lastControl = -1;
    return undefined;
  }
  state.lastControl = word;
  return state.isOther ? undefined : word & ~0x0800;
}
