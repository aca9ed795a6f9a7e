import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StudioError } from '@core/errors/studio-error';
import { describeError } from '@contract/describe-error';
import {
  fileParameterSpecs,
  type FileTask,
  validateFileParameters,
  validateFileTask,
} from '@isi/file-parameters';
import {
  type FlashParameters,
  flashParameterSpecs,
  validateFlashParameters,
} from '@isi/flash-parameters';
import { type ParameterValue, validateParameters } from '@isi/parameter-spec';

function textOf({ data }: StudioError, name: string): string {
  const value = data[name];
  return typeof value === 'string' ? value : '';
}

function codeOf(run: () => void): unknown {
  try {
    run();
    return 'fits';
  } catch (thrown) {
    return thrown instanceof StudioError
      ? `${thrown.code} ${textOf(thrown, 'parameter')} ${textOf(thrown, 'reason')}`
      : thrown;
  }
}

describe('parameters of flash, protocol §2.2', () => {
  test('all together fit', () => {
    const all: Required<FlashParameters> = {
      format: 'wav',
      sample_rate: 16000,
      vocabulary_id: 'v',
      customization_id: 'c',
      enable_inverse_text_normalization: true,
      enable_word_level_result: true,
      enable_timestamp_alignment: true,
      first_channel_only: false,
      speech_noise_threshold: -0.5,
      special_word_filter: '{"system_reserved_filter":true}',
      sentence_max_length: 15,
      max_end_silence: 450,
    };
    expect(codeOf(() => validateFlashParameters(all))).toBe('fits');
    expect(Object.keys(all).sort()).toEqual(Object.keys(flashParameterSpecs).sort());
  });

  test.for<[string, ParameterValue, string]>([
    ['format', undefined, 'missing'],
    ['format', 'flac', 'not-a-choice'],
    ['sample_rate', 44100, 'not-a-choice'],
    ['sample_rate', '16000', 'not-a-choice'],
    ['enable_word_level_result', 'true', 'wrong-kind'],
    ['speech_noise_threshold', 1.01, 'out-of-range'],
    ['speech_noise_threshold', NaN, 'wrong-kind'],
    ['sentence_max_length', 3, 'out-of-range'],
    ['sentence_max_length', 51, 'out-of-range'],
    ['sentence_max_length', 4.5, 'wrong-kind'],
    ['special_word_filter', '[]', 'not-json'],
    ['special_word_filter', '{', 'not-json'],
    ['vocabulary_id', 'a b', 'blanks'],
    ['vocabulary_id', '', 'missing'],
    ['enable_words', true, 'unknown'],
    ['constructor', true, 'unknown'],
  ])('%s as %j is %s', ([name, value, reason]) => {
    expect(
      codeOf(() => validateParameters(flashParameterSpecs, { format: 'wav', [name]: value })),
    ).toBe(`usage/invalid ${name} ${reason}`);
  });

  test('whole numbers in the range fit, all others do not', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 100 }), (length) => {
        const fits =
          codeOf(() => validateFlashParameters({ format: 'mp3', sentence_max_length: length })) ===
          'fits';
        expect(fits).toBe(length >= 4 && length <= 50);
      }),
    );
  });
});

describe('parameters of a task, protocol §3.2', () => {
  const least: FileTask = { appkey: 'a', file_link: 'https://example.com/a.wav' };

  test('there are 25', () => expect(Object.keys(fileParameterSpecs)).toHaveLength(25));

  test.for<[string, ParameterValue, string]>([
    ['appkey', '', 'missing'],
    ['version', '2.0', 'not-a-choice'],
    ['supervise_type', 3, 'not-a-choice'],
    ['speaker_num', 1, 'out-of-range'],
    ['max_end_silence', 199, 'out-of-range'],
    ['max_end_silence', 6001, 'out-of-range'],
    ['max_single_segment_time', 4999, 'out-of-range'],
    ['valid_times', [{ begin_time: 5, end_time: 5, channel_id: 0 }], 'wrong-kind'],
    ['valid_times', [{ begin_time: 5, end_time: 9 }], 'wrong-kind'],
    ['valid_times', [], 'missing'],
    ['valid_times', [{ begin_time: -1, end_time: 9, channel_id: 0 }], 'wrong-kind'],
    ['valid_times', [{ begin_time: 1, end_time: 9, channel_id: '0' }], 'wrong-kind'],
    ['punctuation_mark', '， ,', 'blanks'],
    ['punctuation_mark', '，a', 'not-marks'],
    ['punctuation_mark', '然后', 'not-marks'],
    ['punctuation_mark', '', 'missing'],
    ['special_word_filter', '{"system_reserved_filter":"yes"}', 'wrong-filter'],
    ['special_word_filter', '{"filter_with_empty":["x"]}', 'wrong-filter'],
    ['special_word_filter', '{"filter_with_signed":{"word_list":[7]}}', 'wrong-filter'],
    ['special_word_filter', '{"filter":{}}', 'wrong-filter'],
    ['supervise_type', 1, 'needs-other'],
    ['speaker_num', 2, 'needs-other'],
    ['speaker_num', 101, 'out-of-range'],
  ])('%s as %j is %s', ([name, value, reason]) => {
    expect(codeOf(() => validateParameters(fileParameterSpecs, { ...least, [name]: value }))).toBe(
      `usage/invalid ${name} ${reason}`,
    );
  });

  test.for<Partial<FileTask>>([
    { auto_split: true, supervise_type: 1, speaker_num: 2 },
    { auto_split: true, speaker_num: 100 },
    { punctuation_mark: '，,；～' },
    {
      special_word_filter:
        '{"system_reserved_filter":true,"filter_with_empty":{"word_list":["开始"]},"filter_with_signed":{}}',
    },
    { valid_times: [{ begin_time: 200, end_time: 2000, channel_id: 0 }] },
  ])('%j fits, and is checked before the upload too', (asked) => {
    expect(codeOf(() => validateFileTask({ ...least, ...asked }))).toBe('fits');
    expect(codeOf(() => validateFileParameters(asked))).toBe('fits');
  });

  test('what tells speakers apart is refused without auto_split, and why', () => {
    const asked = { auto_split: false, speaker_num: 3 };
    expect(codeOf(() => validateFileParameters(asked))).toBe(
      'usage/invalid speaker_num needs-other',
    );
    const error = {
      code: 'usage/invalid',
      data: { parameter: 'speaker_num', reason: 'needs-other', allowed: 'auto_split=true' },
    } as const;
    expect(describeError('en', error).happened).toBe(
      'speaker_num has an effect only together with another parameter (auto_split=true).',
    );
    expect(describeError('zh-CN', error).happened).toContain('搭配使用');
  });

  test('a callback needs its address', () => {
    expect(codeOf(() => validateFileTask({ ...least, enable_callback: true }))).toBe(
      'usage/invalid callback_url missing',
    );
    expect(codeOf(() => validateFileTask({ ...least, enable_callback: false }))).toBe('fits');
  });

  test('an error does not hold the value', () => {
    const run = (): void =>
      validateFileTask({ ...least, file_link: 'https://h/a b?Signature=secret' });
    expect(codeOf(run)).toBe('usage/invalid file_link blanks');
    expect(run).toThrow(/^file_link: blanks$/);
  });
});
