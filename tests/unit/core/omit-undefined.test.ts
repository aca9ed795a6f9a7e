import { omitUndefined } from '@core/omit-undefined';
import { expect, it } from 'vitest';

it('leaves out what has no value, and nothing else that is empty or false', () => {
  const given = { none: undefined, empty: '', zero: 0, no: false, nothing: null };
  expect(Object.keys(omitUndefined(given))).toEqual(['empty', 'zero', 'no', 'nothing']);
});
