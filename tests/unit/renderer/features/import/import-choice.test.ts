import { importModes } from '@core/edits/kinds/import-text';
import { describe, expect, it } from 'vitest';
import {
  listChoices,
  suggestChoice,
} from '../../../../../renderer/src/features/import/import-choice';
import { nameEncoding } from '@core/encodings/name-encoding';

describe('what can become of a subtitle file', () => {
  it('is every way of importing, and a project of its own where it was opened', () => {
    expect(new Set(listChoices(false))).toEqual(new Set(importModes));
    expect(listChoices(true)).toEqual([...listChoices(false), 'open']);
  });

  it('is first what takes nothing away', () => {
    expect(suggestChoice(true)).toBe('merge');
    expect(suggestChoice(false)).toBe('replace');
  });
});

describe('the name of an encoding', () => {
  it.each([
    ['utf-8', 'UTF-8'],
    ['utf-16le', 'UTF-16LE'],
    ['gb18030', 'GB18030'],
    ['shift_jis', 'Shift_JIS'],
    ['windows-1252', 'Windows-1252'],
    ['big5', 'Big5'],
  ])('of %s is %s', (label, name) => {
    expect(nameEncoding(label)).toBe(name);
  });
});
