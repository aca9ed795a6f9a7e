import { modelTable } from '@isi/model-table';
import { describe, expect, it } from 'vitest';
import {
  findAppkeyModel,
  listModelChoices,
} from '../../../../../renderer/src/features/settings/cloud/list-model-choices';

describe('the choices of models', () => {
  it('give every name of every row once', () => {
    const choices = listModelChoices('');
    expect(choices).toHaveLength(modelTable.flatMap(({ names }) => names).length);
    expect(new Set(choices.map(({ id }) => id)).size).toBe(choices.length);
  });

  it.each(['sichuan 16k', '四川 16000', '通用-四川话 16k'])('are found by "%s"', (text) => {
    expect(listModelChoices(text).map(({ name }) => name)).toContain('通用-四川话');
  });

  it('are found again from what an Appkey keeps, with what they support', () => {
    for (const { name, model } of listModelChoices('')) {
      const { tag, sampleRateHz } = model;
      const found = findAppkeyModel({ model: name, tag, sampleRateHz });
      expect(found, name).toMatchObject({ tag, sampleRateHz });
      // Dialects share the tag zh, and some a name and a rate with it; then the first row is found.
      expect(found?.hasPunctuation, name).toBe(model.hasPunctuation);
    }
    expect(findAppkeyModel({})).toBeUndefined();
    expect(findAppkeyModel({ model: 'gone' })).toBeUndefined();
  });
});
