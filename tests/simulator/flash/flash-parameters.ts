import { Refusal } from '../simulated-reply';
import { isWordFilter } from '../speech/word-filter';

/** What a call of flash asks for, checked. */
export interface FlashParameters {
  readonly format: string;
  /** Usually left to the console. */
  readonly sampleRateHz: number | undefined;
  readonly isWithWords: boolean;
  /** Numbers in digits; off by default. */
  readonly isInDigits: boolean;
  /** Most characters of a sentence; off by default. */
  readonly maximumLength: number | undefined;
  readonly isAligned: boolean;
  /** Undefined: both channels at 8 kHz, one at 16 (protocol §2.2). */
  readonly isFirstChannelOnly: boolean | undefined;
  readonly audioAddress: string | undefined;
}

/** MP4 is on the page of the REST interface, OPUS in the FAQ (protocol §2.2). */
const formats = ['wav', 'mp3', 'mp4', 'aac', 'opus'];
const switches = [
  'enable_inverse_text_normalization',
  'enable_word_level_result',
  'enable_timestamp_alignment',
  'first_channel_only',
];
const ranges: readonly (readonly [name: string, least: number, most: number, isWhole: boolean])[] =
  [
    ['speech_noise_threshold', -1, 1, false],
    ['sentence_max_length', 4, 50, true],
    ['max_end_silence', 0, Infinity, true],
    ['sample_rate', 1, Infinity, true],
  ];
const number = /^-?\d+(?:\.\d+)?$/u;

/**
 * Reads the query of a call (protocol §2.2). How the vendor takes a bad value is not published;
 * here it is always refused, so that a client's slip shows.
 * @throws Refusal 40000003 for a bad value, 40270001 for a format that flash does not take
 */
export function readFlashParameters(query: URLSearchParams): FlashParameters {
  for (const name of switches) {
    const value = query.get(name);
    if (value !== null && value !== 'true' && value !== 'false') throw invalid(name);
  }
  for (const [name, least, most, isWhole] of ranges) {
    const value = query.get(name);
    if (value === null) continue;
    const isNumber = number.test(value) && (!isWhole || Number.isInteger(Number(value)));
    if (!isNumber || Number(value) < least || Number(value) > most) throw invalid(name);
  }
  const filter = query.get('special_word_filter');
  if (filter !== null && !isWordFilter(filter)) throw invalid('special_word_filter');
  const format = query.get('format')?.toLowerCase() ?? '';
  if (format === '') throw new Refusal(40000003, 'Gateway:PARAMETER_INVALID:format not set');
  if (!formats.includes(format)) throw new Refusal(40270001);
  const first = query.get('first_channel_only');
  const rate = query.get('sample_rate');
  const length = query.get('sentence_max_length');
  return {
    format,
    sampleRateHz: rate === null ? undefined : Number(rate),
    isInDigits: query.get('enable_inverse_text_normalization') === 'true',
    maximumLength: length === null ? undefined : Number(length),
    isWithWords: query.get('enable_word_level_result') === 'true',
    isAligned: query.get('enable_timestamp_alignment') === 'true',
    isFirstChannelOnly: first === null ? undefined : first === 'true',
    audioAddress: query.get('audio_address') ?? undefined,
  };
}

function invalid(name: string): Refusal {
  return new Refusal(40000003, `Gateway:PARAMETER_INVALID:${name}`);
}
