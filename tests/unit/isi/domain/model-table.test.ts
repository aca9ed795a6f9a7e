import { findModel, modelTable, searchModels } from '@isi/model-table';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fileDescription } from '../../../../electron/engines/file/describe-file';
import { flashDescription } from '../../../../electron/engines/flash/describe-flash';
import { noIsiReference, readIsiReference } from '../../../helpers/read-isi-reference';
import { describeUnless } from '../../../helpers/skip';

const row = z.object({
  kind: z.enum(['language', 'dialect']),
  language_zh: z.string(),
  language_en: z.string(),
  bcp47_suggested: z.string(),
  models_zh: z.array(z.string()),
  sample_rate: z.number(),
  punctuation: z.boolean(),
  itn: z.boolean(),
  disfluency: z.boolean(),
  semantic_sentence_detection: z.boolean(),
  timestamp_alignment: z.boolean(),
});

const reference = readIsiReference('models.json');

describeUnless(reference === undefined ? noIsiReference : undefined, "the vendor's table", () => {
  it('is there, row for row', () => {
    const { models } = z.object({ models: z.array(row) }).parse(reference);
    expect(modelTable).toEqual(
      models.map((model) => ({
        kind: model.kind,
        names: model.models_zh,
        language: [model.language_en, model.language_zh],
        tag: model.bcp47_suggested,
        sampleRateHz: model.sample_rate,
        hasPunctuation: model.punctuation,
        hasItn: model.itn,
        hasDisfluencyRemoval: model.disfluency,
        hasSemanticSentences: model.semantic_sentence_detection,
        hasTimestampAlignment: model.timestamp_alignment,
      })),
    );
  });
});

describe('the table of models', () => {
  it('has the counts of the documents', () => {
    const count = (isCounted: (model: (typeof modelTable)[number]) => boolean): number =>
      modelTable.filter(isCounted).length;
    expect(modelTable).toHaveLength(98);
    expect(count(({ kind }) => kind === 'language')).toBe(65);
    expect(new Set(modelTable.map(({ language }) => language[1])).size).toBe(52 + 22);
    expect(modelTable.flatMap(({ names }) => names)).toHaveLength(108);
    expect(count(({ sampleRateHz }) => sampleRateHz === 8000)).toBe(15);
    expect(count(({ hasPunctuation }) => hasPunctuation)).toBe(96);
    expect(count(({ hasItn }) => hasItn)).toBe(45);
    expect(count(({ hasDisfluencyRemoval }) => hasDisfluencyRemoval)).toBe(31);
    expect(count(({ hasSemanticSentences }) => hasSemanticSentences)).toBe(26);
    expect(count(({ hasTimestampAlignment }) => hasTimestampAlignment)).toBe(25);
  });

  it('is searched in both languages, by tag and by rate', () => {
    expect(searchModels('japanese').map(({ tag }) => tag)).toEqual(['ja']);
    expect(searchModels('日语').map(({ tag }) => tag)).toEqual(['ja']);
    expect(searchModels('粤语 8k')).toHaveLength(3);
    expect(searchModels('')).toHaveLength(98);
    expect(searchModels('klingon')).toEqual([]);
  });

  it('finds a model by its name, where a name is shared by its language', () => {
    expect(findModel('通用-英文')?.hasTimestampAlignment).toBe(true);
    expect(findModel('东南亚多语言', { tag: 'th' })?.language[0]).toBe('Thai');
    expect(findModel('识音石 V1 - 端到端模型', { sampleRateHz: 8000 })?.tag).toBe('zh-CN');
    expect(findModel('no such model')).toBeUndefined();
  });

  it('gives the cloud engines their languages', () => {
    for (const { languages } of [flashDescription, fileDescription]) {
      expect(new Set(languages)).toEqual(
        new Set(modelTable.map(({ tag }) => new Intl.Locale(tag).language)),
      );
      expect(languages[0]).toBe('zh');
    }
  });
});
