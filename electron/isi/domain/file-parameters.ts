import { type ParameterSpec, type ParameterValue, validateParameters } from './parameter-spec';

/** A stretch of the recording that is to be recognised; others are left out. ms. */
export interface ValidTime {
  readonly begin_time: number;
  readonly end_time: number;
  readonly channel_id: number;
}

/**
 * A task of file transcription, by the vendor's names (protocol §3.2, all 25). `version` is no
 * choice: without "4.0" other parameters do not work, and the vendor's pages disagree about the
 * default (protocol §6.1).
 */
export interface FileTask {
  readonly appkey: string;
  readonly file_link: string;
  readonly version?: '4.0';
  readonly enable_words?: boolean;
  readonly enable_sample_rate_adaptive?: boolean;
  readonly enable_callback?: boolean;
  readonly callback_url?: string;
  readonly auto_split?: boolean;
  /** 1: `speaker_num` says how many speakers; 2: the service finds out. */
  readonly supervise_type?: 1 | 2;
  readonly speaker_num?: number;
  readonly enable_inverse_text_normalization?: boolean;
  readonly enable_disfluency?: boolean;
  readonly enable_punctuation_prediction?: boolean;
  readonly valid_times?: readonly ValidTime[];
  /** ms. */
  readonly max_end_silence?: number;
  /** ms. */
  readonly max_single_segment_time?: number;
  readonly customization_id?: string;
  readonly class_vocabulary_id?: string;
  readonly vocabulary_id?: string;
  readonly enable_semantic_sentence_detection?: boolean;
  readonly enable_timestamp_alignment?: boolean;
  readonly first_channel_only?: boolean;
  /** JSON as text. */
  readonly special_word_filter?: string;
  /** Marks at which sentences break besides the usual ones. */
  readonly punctuation_mark?: string;
  /** Characters of a sentence. */
  readonly sentence_max_length?: number;
}

/** Nothing tells speakers apart without it. */
const splitting = { name: 'auto_split', is: true } as const;

/** What each parameter takes and what the service assumes, for forms and for checks. */
export const fileParameterSpecs: Readonly<Record<keyof FileTask, ParameterSpec>> = {
  appkey: { kind: 'text', group: 'usual', isRequired: true, isWithoutBlanks: true },
  file_link: { kind: 'text', group: 'usual', isRequired: true, isWithoutBlanks: true },
  version: { kind: 'choice', group: 'advanced', byDefault: '4.0', choices: ['4.0'] },
  enable_words: { kind: 'boolean', group: 'usual', byDefault: false },
  enable_timestamp_alignment: { kind: 'boolean', group: 'usual', byDefault: false },
  enable_punctuation_prediction: { kind: 'boolean', group: 'usual', byDefault: true },
  enable_inverse_text_normalization: { kind: 'boolean', group: 'usual', byDefault: false },
  enable_disfluency: { kind: 'boolean', group: 'usual', byDefault: false },
  auto_split: { kind: 'boolean', group: 'usual', byDefault: false },
  // Without it 8 kHz obeys `speaker_num` and 16 kHz finds out by itself.
  supervise_type: { kind: 'choice', group: 'usual', choices: [1, 2], needs: splitting },
  // By default 2 at 8 kHz and 100 at 16 kHz; only a hint.
  speaker_num: {
    kind: 'integer',
    group: 'usual',
    minimum: 2,
    maximum: 100,
    unit: 'speakers',
    needs: splitting,
  },
  first_channel_only: { kind: 'boolean', group: 'usual' },
  sentence_max_length: {
    kind: 'integer',
    group: 'usual',
    minimum: 4,
    maximum: 50,
    unit: 'characters',
  },
  enable_sample_rate_adaptive: { kind: 'boolean', group: 'advanced', byDefault: false },
  enable_callback: { kind: 'boolean', group: 'advanced', byDefault: false },
  callback_url: { kind: 'text', group: 'advanced', isWithoutBlanks: true },
  valid_times: { kind: 'spans', group: 'advanced' },
  // Both without effect while sentences are found by meaning.
  max_end_silence: {
    kind: 'integer',
    group: 'advanced',
    byDefault: 800,
    minimum: 200,
    maximum: 6_000,
    unit: 'ms',
  },
  max_single_segment_time: {
    kind: 'integer',
    group: 'advanced',
    byDefault: 60_000,
    minimum: 5_000,
    unit: 'ms',
  },
  enable_semantic_sentence_detection: { kind: 'boolean', group: 'advanced', byDefault: false },
  customization_id: { kind: 'text', group: 'advanced', isWithoutBlanks: true },
  class_vocabulary_id: { kind: 'text', group: 'advanced', isWithoutBlanks: true },
  vocabulary_id: { kind: 'text', group: 'advanced', isWithoutBlanks: true },
  special_word_filter: { kind: 'json', group: 'advanced' },
  punctuation_mark: { kind: 'text', group: 'advanced', isWithoutBlanks: true, isMarks: true },
};

/**
 * Checks what a person asks for, before a recording is uploaded for it.
 * @param values by the vendor's names; `appkey` and `file_link` may still be missing
 * @throws StudioError `usage/invalid` as {@link validateFileTask}
 */
export function validateFileParameters(values: Readonly<Record<string, unknown>>): void {
  const isGivenLater = (name: string): boolean => name === 'appkey' || name === 'file_link';
  const specs = Object.entries(fileParameterSpecs).filter(([name]) => !isGivenLater(name));
  const asked = Object.entries(values).filter(([name]) => !isGivenLater(name));
  validateParameters(
    Object.fromEntries(specs),
    Object.fromEntries(asked) as Readonly<Record<string, ParameterValue>>,
  );
}

/**
 * Checks all that can be known before the task is submitted; the addresses are checked by
 * `check-file-link.ts`.
 * @throws StudioError `usage/invalid` (data: `parameter`, `reason`, `allowed`, `problem`)
 */
export function validateFileTask(task: FileTask): void {
  validateParameters(fileParameterSpecs, { ...task });
  if (task.enable_callback === true) {
    validateParameters(
      { callback_url: { ...fileParameterSpecs.callback_url, isRequired: true } },
      { callback_url: task.callback_url },
    );
  }
}
