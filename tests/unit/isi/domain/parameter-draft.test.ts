import { findModel } from '@isi/model-table';
import { formatParameterDraft, readParameterDraft } from '@isi/parameter-draft';
import { listParameterFields, type ParameterName } from '@isi/parameter-fields';
import { parameterTexts } from '@core/messages/texts/parameter-texts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const aligned = findModel('通用-英文');
const plain = findModel('通用-德语');
const flash = listParameterFields('flash', aligned);
const file = listParameterFields('file', aligned);

describe('the fields of a service', () => {
  it('leave out what the studio sets itself', () => {
    const names = [...flash, ...file].map(({ name }): string => name);
    for (const name of ['format', 'appkey', 'file_link', 'version', 'callback_url']) {
      expect(names).not.toContain(name);
    }
    expect(flash).toHaveLength(10);
    expect(file).toHaveLength(19);
  });

  it('have a label and a sentence each', () => {
    for (const { name } of [...flash, ...file]) {
      expect(parameterTexts).toHaveProperty([`parameter.${name}.label`]);
      expect(parameterTexts).toHaveProperty([`parameter.${name}.hint`]);
    }
  });

  it('begin with what the engines ask for', () => {
    const defaults = Object.fromEntries(file.map(({ name, byDefault }) => [name, byDefault]));
    expect(defaults).toMatchObject({
      enable_timestamp_alignment: true,
      // What there is to hear says which channels are.
      first_channel_only: undefined,
      enable_sample_rate_adaptive: true,
      enable_punctuation_prediction: true,
    });
    const telephone = findModel('电话客服（通用）', { tag: 'en', sampleRateHz: 8000 });
    const [rate] = listParameterFields('flash', telephone);
    expect(rate).toMatchObject({ name: 'sample_rate', byDefault: 8000 });
  });

  it('are off where the model is not able, and on where nobody knows the model', () => {
    const off = (model: typeof plain): ParameterName[] =>
      listParameterFields('file', model)
        .filter(({ isUnsupported }) => isUnsupported)
        .map(({ name }) => name);
    expect(off(plain)).toEqual([
      'enable_timestamp_alignment',
      'enable_disfluency',
      'enable_semantic_sentence_detection',
    ]);
    expect(off(undefined)).toEqual([]);
  });
});

describe('a form', () => {
  it('gives only what differs from the default', () => {
    const { values, problems } = readParameterDraft(flash, {
      enable_timestamp_alignment: true,
      enable_inverse_text_normalization: true,
      sample_rate: '16000',
      sentence_max_length: ' 20 ',
      max_end_silence: '450',
      vocabulary_id: '',
      special_word_filter: '{"system_reserved_filter":true}',
    });
    expect(problems).toEqual({});
    expect(values).toEqual({
      enable_inverse_text_normalization: true,
      sentence_max_length: 20,
      special_word_filter: '{"system_reserved_filter":true}',
    });
  });

  it.each([
    ['sentence_max_length', '3', 'out-of-range'],
    ['sentence_max_length', '4.5', 'wrong-kind'],
    ['sentence_max_length', 'many', 'wrong-kind'],
    ['supervise_type', '3', 'not-a-choice'],
    ['special_word_filter', '[1]', 'not-json'],
    ['vocabulary_id', 'two words', 'blanks'],
    ['valid_times', '{}', 'wrong-kind'],
    ['valid_times', '[{"begin_time":5,"end_time":1,"channel_id":0}]', 'wrong-kind'],
    ['valid_times', '[', 'wrong-kind'],
  ])('says of %s "%s": %s', (name, typed, problem) => {
    const { values, problems } = readParameterDraft(file, { auto_split: true, [name]: typed });
    expect(problems).toEqual({ [name]: problem });
    expect(values).not.toHaveProperty(name);
  });

  it('takes no value of a field without effect, and does not block because of it', () => {
    const unsupported = readParameterDraft(listParameterFields('file', plain), {
      enable_disfluency: true,
      speaker_num: '1',
    });
    expect(unsupported).toMatchObject({
      values: {},
      problems: {},
      off: { enable_disfluency: 'model', speaker_num: 'condition', supervise_type: 'condition' },
    });
    expect(readParameterDraft(flash, {}).off).not.toHaveProperty('max_end_silence');
  });

  it('comes back from the values it gave', () => {
    const drafts = fc.record(
      {
        enable_disfluency: fc.boolean(),
        auto_split: fc.boolean(),
        supervise_type: fc.constantFrom('1', '2'),
        speaker_num: fc.integer({ min: 2, max: 100 }).map(String),
        sentence_max_length: fc.integer({ min: 4, max: 50 }).map(String),
        punctuation_mark: fc.constantFrom('，', '，,'),
        valid_times: fc.constant('[{"begin_time":0,"end_time":9,"channel_id":0}]'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(drafts, (draft) => {
        const { values } = readParameterDraft(file, draft);
        expect(readParameterDraft(file, formatParameterDraft(file, values)).values).toEqual(values);
      }),
    );
  });
});
