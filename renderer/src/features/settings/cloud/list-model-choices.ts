import { omitUndefined } from '@core/omit-undefined';
import type { AppkeySetting } from '@contract/api';
import { findModel, searchModels, type SpeechModel } from '@isi/model-table';

/** A model by one of the names that the console has for it. */
export interface ModelChoice {
  readonly id: string;
  readonly name: string;
  readonly model: SpeechModel;
}

/** What a text finds in the table, one choice for each name; an empty text gives all. */
export function listModelChoices(text: string): readonly ModelChoice[] {
  return searchModels(text).flatMap((model) =>
    model.names.map((name) => ({ id: toChoiceId(name, model), name, model })),
  );
}

/** Names stand in several rows, and so do tags of dialects: all of it together is one choice. */
export function toChoiceId(name: string, { language, tag, sampleRateHz }: SpeechModel): string {
  return [name, tag, sampleRateHz, language[0]].join('\n');
}

/** The row of the table that an Appkey's model is. */
export function findAppkeyModel({
  model,
  tag,
  sampleRateHz,
}: Pick<AppkeySetting, 'model' | 'tag' | 'sampleRateHz'>): SpeechModel | undefined {
  if (model === undefined) return undefined;
  return findModel(model, omitUndefined({ tag, sampleRateHz }));
}
