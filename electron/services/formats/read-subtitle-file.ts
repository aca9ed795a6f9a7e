import { omitUndefined } from '@core/omit-undefined';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import type { FrameRate } from '@core/timing/frame-rate';
import type { ReadFile, Repair, TranscriptFormat } from '@core/formats/format';
import { detectFormat } from '@core/formats/registry';
import { finishSteps, type Steps } from '@core/steps';
import { type DecodedText, decodeText } from './decode-text';
import { vendorDialects } from './vendor-dialects';

/** A file that holds text, of whatever format. */
export interface OpenedText {
  /** Undefined where it is like none that is known. */
  readonly format: TranscriptFormat | undefined;
  /** Undefined where it is no text. */
  readonly decoded: DecodedText | undefined;
}

/** What a person says of a file. */
export interface AskedReading {
  readonly format?: TranscriptFormat | undefined;
  /** For a file that counts frames and does not say of what rate. */
  readonly fps?: FrameRate | undefined;
  /** Which of two channels of captions is read. */
  readonly captionChannel?: 1 | 2 | undefined;
}

/** A file of a format that can be read. */
export interface SubtitleFile extends ReadFile {
  readonly format: TranscriptFormat;
  /** Labels of other encodings in which its bytes are plausible text as well [EN2]. */
  readonly otherEncodings: readonly string[];
}

/**
 * Finds the format of a file by its content and its name [FM11].
 * @param name of the file, or what the source is called
 * @param encoding as a person named it; by default it is found out [EN1]
 * @throws StudioError `text/unreadable` for binary data of no format, `text/encoding-unknown`
 */
export function openText(bytes: Uint8Array, name: string, encoding?: string): OpenedText {
  let decoded: DecodedText | undefined;
  let reason: unknown;
  try {
    decoded = decodeText(bytes, encoding);
  } catch (thrown) {
    reason = thrown;
  }
  const text = decoded?.text;
  const format = detectFormat({ fileName: name, bytes, ...omitUndefined({ text }) });
  if (decoded !== undefined || format?.takes === 'bytes') return { format, decoded };
  if (!(reason instanceof StudioError)) throw unreadable(name, reason);
  const data = { ...reason.data, path: name };
  throw new StudioError(reason.code, reason.message, { data, cause: reason });
}

/**
 * Reads a file of subtitles with what had to be mended in it.
 * @param name of the file, or what the source is called
 * @param encoding as a person named it; by default it is found out [EN1]
 * @param asked what a person said of it; by default its format is found out [FM11]
 * @throws StudioError `text/unreadable` where it is of no format that can be read, or holds text but no
 *   cue; `text/encoding-unknown`
 */
export function readSubtitleFile(
  bytes: Uint8Array,
  name: string,
  encoding?: string,
  asked?: AskedReading,
): SubtitleFile {
  return finishSteps(readSubtitlesInSteps(bytes, name, encoding, asked));
}

/** As {@link readSubtitleFile}, in steps: a file of ten thousand cues takes a second or two. */
export function* readSubtitlesInSteps(
  bytes: Uint8Array,
  name: string,
  encoding?: string,
  asked?: AskedReading,
): Steps<SubtitleFile> {
  const { format, decoded } =
    asked?.format === undefined
      ? openText(bytes, name, encoding)
      : openAs(asked.format, bytes, name, encoding);
  if (format?.read === undefined) throw unreadable(name, 'it is of no known subtitle format');
  yield;
  const file = yield* readInSteps(bytes, name, { format, decoded }, asked);
  // Silence is written as a file without cues; text that became none is a file of something else.
  const hasText = file.repairs.some(({ before = '' }) => before.trim() !== '');
  if (file.document.sentences.length === 0 && hasText) throw unreadable(name, 'it holds no cue');
  const otherEncodings = format.takes === 'bytes' ? [] : (decoded?.others ?? []);
  return { ...file, format, otherEncodings };
}

/** A file of which a person said what it is. */
function openAs(
  format: TranscriptFormat,
  bytes: Uint8Array,
  name: string,
  encoding: string | undefined,
): OpenedText {
  if (format.takes === 'bytes') return { format, decoded: undefined };
  return { ...openText(bytes, name, encoding), format };
}

/** Reads what {@link openText} opened; an error names the file. */
export function readOpened(bytes: Uint8Array, name: string, opened: OpenedText): ReadFile {
  return finishSteps(readInSteps(bytes, name, opened));
}

function* readInSteps(
  bytes: Uint8Array,
  name: string,
  { format, decoded }: OpenedText,
  { fps, captionChannel }: AskedReading = {},
): Steps<ReadFile> {
  const input = format?.takes === 'bytes' ? bytes : decoded?.text;
  if (format?.readInSteps === undefined || input === undefined) {
    throw unreadable(name, 'it is no text');
  }
  try {
    const file = yield* format.readInSteps(input, {
      name,
      encoding: decoded?.encoding,
      dialects: vendorDialects,
      ...omitUndefined({ fps, captionChannel }),
    });
    return { ...file, repairs: [...file.repairs, ...listUnreadable(input)] };
  } catch (thrown) {
    if (!(thrown instanceof StudioError)) throw thrown;
    // The reader tells where in the file; the person has to be told which file as well.
    const { reason, path: place } = thrown.data;
    const why = [reason, place].filter((part) => typeof part === 'string').join(': ');
    throw new StudioError(thrown.code, thrown.message, {
      data: { ...thrown.data, path: name, reason: why },
      cause: thrown,
    });
  }
}

/** Lines with a character that the bytes do not have in their encoding. */
function listUnreadable(input: string | Uint8Array): Repair[] {
  if (typeof input !== 'string' || !input.includes('\ufffd')) return [];
  return input.split(/\r\n|\n|\r/u).flatMap((before, index) => {
    return before.includes('\ufffd')
      ? [{ code: 'character-unreadable', line: index + 1, before }]
      : [];
  });
}

function unreadable(path: string, reason: unknown): StudioError {
  const why = typeof reason === 'string' ? reason : describeThrown(reason);
  return new StudioError('text/unreadable', `${path} cannot be read as text: ${why}`, {
    data: { path, reason: why },
    ...(typeof reason === 'string' ? {} : { cause: reason }),
  });
}
