import { describe, expect, it } from 'vitest';
import {
  changePresets,
  rememberParameters,
} from '../../../../renderer/src/features/transcribe/keep-parameters';

describe('parameters that are kept', () => {
  it('are those of each engine and Appkey', () => {
    const first = rememberParameters(undefined, 'flash', 'a', { sample_rate: 8000 });
    const second = rememberParameters(first, 'flash', 'b', {});
    const third = rememberParameters(second, 'file', 'a', { auto_split: true });
    expect(rememberParameters(third, 'flash', 'a', {})).toEqual({
      last: { flash: { a: {}, b: {} }, file: { a: { auto_split: true } } },
    });
  });

  it('have names that are unique within an engine', () => {
    const one = changePresets(undefined, 'flash', { name: 'Talk', values: { sample_rate: 8000 } });
    const two = changePresets(one, 'file', { name: 'Talk', values: {} });
    const three = changePresets(two, 'flash', { name: 'Talk', values: {} });
    expect(three.presets).toEqual([
      { name: 'Talk', engine: 'file', values: {} },
      { name: 'Talk', engine: 'flash', values: {} },
    ]);
    expect(changePresets(three, 'file', { name: 'Talk', values: undefined }).presets).toEqual([
      { name: 'Talk', engine: 'flash', values: {} },
    ]);
  });
});
