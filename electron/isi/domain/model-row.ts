import type { BothLanguages } from './vendor-error-entry';

/**
 * What a model supports, a letter for each: `p` punctuation, `i` inverse text normalisation (ITN),
 * `d` smoothing of disfluencies, `s` sentence breaks by meaning, `t` alignment of times with sound.
 */
export type ModelFeatures = string;

/** Models that differ in nothing but their names, as the vendor's table has them in one row. */
export type ModelRow = readonly [
  sampleRateHz: 8000 | 16000,
  features: ModelFeatures,
  ...names: string[],
];

/** A language or dialect with its models. The tag is ours: the vendor gives none (models.json). */
export interface LanguageOfModels {
  /** BCP 47; dialects without a tag of their own are `zh`. */
  readonly tag: string;
  readonly language: BothLanguages;
  readonly models: readonly ModelRow[];
}
