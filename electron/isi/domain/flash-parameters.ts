import { type ParameterSpec, validateParameters } from './parameter-spec';

/**
 * Parameters of flash, by the vendor's names (protocol §2.2). `appkey`, `token` and
 * `audio_address` are given apart: they are no matter of taste.
 */
export interface FlashParameters {
  readonly format: 'wav' | 'mp3' | 'mp4' | 'aac' | 'opus';
  /** Hz, of the model: the service resamples. */
  readonly sample_rate?: 8000 | 16000;
  readonly vocabulary_id?: string;
  readonly customization_id?: string;
  readonly enable_inverse_text_normalization?: boolean;
  readonly enable_word_level_result?: boolean;
  readonly enable_timestamp_alignment?: boolean;
  readonly first_channel_only?: boolean;
  /** Towards -1 more noise counts as speech, towards 1 more speech counts as noise. */
  readonly speech_noise_threshold?: number;
  /** JSON as text. */
  readonly special_word_filter?: string;
  /** Characters of a sentence. */
  readonly sentence_max_length?: number;
  /** ms; named by the vendor's mobile pages only. */
  readonly max_end_silence?: number;
}

/** What each parameter takes and what the service assumes, for forms and for checks. */
export const flashParameterSpecs: Readonly<Record<keyof FlashParameters, ParameterSpec>> = {
  format: {
    kind: 'choice',
    group: 'usual',
    isRequired: true,
    choices: ['wav', 'mp3', 'mp4', 'aac', 'opus'],
  },
  sample_rate: {
    kind: 'choice',
    group: 'usual',
    byDefault: 16_000,
    choices: [16_000, 8_000],
    unit: 'Hz',
  },
  enable_word_level_result: { kind: 'boolean', group: 'usual', byDefault: false },
  enable_timestamp_alignment: { kind: 'boolean', group: 'usual', byDefault: false },
  enable_inverse_text_normalization: { kind: 'boolean', group: 'usual', byDefault: false },
  // Without it 8 kHz means both channels and 16 kHz means one.
  first_channel_only: { kind: 'boolean', group: 'usual' },
  sentence_max_length: {
    kind: 'integer',
    group: 'usual',
    minimum: 4,
    maximum: 50,
    unit: 'characters',
  },
  vocabulary_id: { kind: 'text', group: 'advanced', isWithoutBlanks: true },
  customization_id: { kind: 'text', group: 'advanced', isWithoutBlanks: true },
  speech_noise_threshold: { kind: 'number', group: 'advanced', minimum: -1, maximum: 1 },
  special_word_filter: { kind: 'json', group: 'advanced' },
  max_end_silence: {
    kind: 'integer',
    group: 'advanced',
    byDefault: 450,
    minimum: 0,
    unit: 'ms',
  },
};

/** @throws StudioError `usage/invalid` (data: `parameter`, `reason`, `allowed`, `problem`) */
export function validateFlashParameters(parameters: FlashParameters): void {
  validateParameters(flashParameterSpecs, { ...parameters });
}

/**
 * The same for values from outside, whose type is not known yet.
 * @throws StudioError `usage/invalid` as {@link validateFlashParameters}
 */
export function assertFlashParameters(values: object): asserts values is FlashParameters {
  validateParameters(flashParameterSpecs, { ...values });
}
