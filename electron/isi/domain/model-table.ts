import type { LanguageOfModels } from './model-row';
import { chineseModels } from './models/chinese-models';
import { languageModels } from './models/language-models';
import type { BothLanguages } from './vendor-error-entry';

/** A row of the vendor's table of models: what a project of the console can be set to. */
export interface SpeechModel {
  readonly kind: 'language' | 'dialect';
  /** As the console writes them; models of one row differ in nothing else. */
  readonly names: readonly string[];
  readonly language: BothLanguages;
  /** BCP 47. */
  readonly tag: string;
  /** Of the sound the model was made for; flash resamples (§2.2), file transcription hardly (§3.2). */
  readonly sampleRateHz: 8000 | 16000;
  readonly hasPunctuation: boolean;
  readonly hasItn: boolean;
  readonly hasDisfluencyRemoval: boolean;
  readonly hasSemanticSentences: boolean;
  /** Whether word times are measured with `enable_timestamp_alignment`, not spread evenly (§0.9). */
  readonly hasTimestampAlignment: boolean;
}

/**
 * The 98 rows of the vendor's table, the same for flash and file transcription (§5). Requests name
 * no model: it hangs on the Appkey's project in the console, and a wrong one gives wrong text only.
 */
export const modelTable: readonly SpeechModel[] = [
  ...languageModels.flatMap((row) => toModels('language', row)),
  ...chineseModels.flatMap((row) => toModels('dialect', row)),
];

function toModels(
  kind: SpeechModel['kind'],
  { tag, language, models }: LanguageOfModels,
): readonly SpeechModel[] {
  return models.map(([sampleRateHz, features, ...names]) => ({
    kind,
    names,
    language,
    tag,
    sampleRateHz,
    hasPunctuation: features.includes('p'),
    hasItn: features.includes('i'),
    hasDisfluencyRemoval: features.includes('d'),
    hasSemanticSentences: features.includes('s'),
    hasTimestampAlignment: features.includes('t'),
  }));
}

/**
 * Rows whose names, language in either language, tag or sample rate hold every word of a text, in
 * the order of the table; case does not matter. An empty text gives all rows.
 */
export function searchModels(text: string): readonly SpeechModel[] {
  const words = text.trim().toLowerCase().split(/\s+/);
  return modelTable.filter(({ names, language, tag, sampleRateHz }) => {
    const rates = [`${sampleRateHz}`, `${sampleRateHz / 1000}k`];
    const whole = [...names, ...language, tag, ...rates].join('\n').toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}

/**
 * The first row that has a model of exactly this name. Some names stand in several rows
 * (电话客服（通用）, 东南亚多语言): language and sample rate then say which is meant.
 */
export function findModel(
  name: string,
  { tag, sampleRateHz }: Partial<Pick<SpeechModel, 'tag' | 'sampleRateHz'>> = {},
): SpeechModel | undefined {
  return modelTable.find(
    (model) =>
      model.names.includes(name.trim()) &&
      (tag === undefined || model.tag === tag) &&
      (sampleRateHz === undefined || model.sampleRateHz === sampleRateHz),
  );
}
