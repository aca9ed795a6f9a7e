import { fileParameterSpecs } from './file-parameters';
import { flashParameterSpecs } from './flash-parameters';
import type { SpeechModel } from './model-table';
import type { ParameterSpec } from './parameter-spec';
import type { RecognitionService } from './recognition-service';

/** Parameters that the studio sets itself: what was prepared, where it lies, and word times. */
const ownParameters = [
  'format',
  'appkey',
  'file_link',
  'version',
  'enable_words',
  'enable_word_level_result',
  'enable_callback',
  'callback_url',
] as const;

/** A parameter that a person may set, by the vendor's name. */
export type ParameterName = Exclude<
  keyof typeof flashParameterSpecs | keyof typeof fileParameterSpecs,
  (typeof ownParameters)[number]
>;

/** A parameter as a form shows it. */
export interface ParameterField {
  readonly name: ParameterName;
  readonly spec: ParameterSpec;
  /** What holds where a person says nothing, as the studio asks for it; absent: nothing is sent. */
  readonly byDefault: boolean | number | string | undefined;
  /** The model of the Appkey is not able to do it. */
  readonly isUnsupported: boolean;
}

/** What of the vendor's table of models a parameter needs (protocol §5). */
const abilities: Partial<Record<ParameterName, (model: SpeechModel) => boolean>> = {
  enable_timestamp_alignment: (model) => model.hasTimestampAlignment,
  enable_inverse_text_normalization: (model) => model.hasItn,
  enable_disfluency: (model) => model.hasDisfluencyRemoval,
  enable_semantic_sentence_detection: (model) => model.hasSemanticSentences,
  enable_punctuation_prediction: (model) => model.hasPunctuation,
};

/**
 * Parameters without effect as long as another one is not at a value (protocol §3.2). `is` is that
 * value; it is looked for in what holds, so a default counts too.
 */
export const parameterConditions: Partial<
  Record<ParameterName, { readonly name: ParameterName; readonly is: boolean | number }>
> = {
  supervise_type: { name: 'auto_split', is: true },
  speaker_num: { name: 'auto_split', is: true },
  max_end_silence: { name: 'enable_semantic_sentence_detection', is: false },
  max_single_segment_time: { name: 'enable_semantic_sentence_detection', is: false },
};

/**
 * The parameters of a service in the order of its table, with what holds without a word.
 * @param model of the Appkey; undefined where nobody said: then everything is offered
 */
export function listParameterFields(
  service: RecognitionService,
  model: SpeechModel | undefined,
): readonly ParameterField[] {
  const specs: Readonly<Record<string, ParameterSpec>> =
    service === 'flash' ? flashParameterSpecs : fileParameterSpecs;
  return Object.entries(specs).flatMap(([name, spec]) => {
    if (!isParameterName(name)) return [];
    const isAble = abilities[name];
    return [
      {
        name,
        spec,
        byDefault: findDefault(name, spec, model),
        isUnsupported: model !== undefined && isAble !== undefined && !isAble(model),
      },
    ];
  });
}

/** Where the engines ask for something else than the service assumes (engines/flash, engines/file). */
function findDefault(
  name: ParameterName,
  spec: ParameterSpec,
  model: SpeechModel | undefined,
): ParameterField['byDefault'] {
  const ours: Partial<Record<ParameterName, ParameterField['byDefault']>> = {
    sample_rate: model?.sampleRateHz ?? spec.byDefault,
    enable_timestamp_alignment: model?.hasTimestampAlignment ?? false,
    enable_sample_rate_adaptive: true,
    enable_punctuation_prediction: model?.hasPunctuation ?? true,
  };
  return name in ours ? ours[name] : spec.byDefault;
}

function isParameterName(name: string): name is ParameterName {
  return !isOwnParameter(name);
}

/** Whether the studio sets a parameter itself, by the vendor's name. */
export function isOwnParameter(name: string): boolean {
  const own: readonly string[] = ownParameters;
  return own.includes(name);
}
