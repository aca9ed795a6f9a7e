import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasCleanLines, isBlankText, splitLines } from '@core/formats/lines';
import { TextLines } from '@core/formats/text-lines';

const anyText = fc
  .array(fc.constantFrom('a', 'é', '字', ' ', '\t', '\u3000', '\n', '\r', '\r\n'), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join(''));

describe('lines of a text', () => {
  test('end with a line feed, a carriage return, or both', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(splitLines(text)).toEqual(text.split(/\r\n|\n|\r/u));
      }),
    );
  });

  test('are the same by their places', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = text.split(/\r\n|\n|\r/u);
        const lines = new TextLines(text);
        const indexes = Array.from({ length: lines.length }, (_, index) => index);
        expect(indexes.map((index) => lines.at(index))).toEqual(expected);
        expect(indexes.map((index) => lines.isEmpty(index))).toEqual(
          expected.map((line) => line === ''),
        );
        expect(indexes.map((index) => lines.isBlank(index))).toEqual(
          expected.map((line) => line.trim() === ''),
        );
        for (const end of indexes) {
          expect(lines.join(1, end)).toBe(expected.slice(1, end).join('\n'));
        }
      }),
    );
  });

  test('are clean where none is blank or has blanks at its ends', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const text = given.replaceAll('\r', '');
        const lines = text.split('\n');
        expect(hasCleanLines(text)).toBe(
          lines.every((line) => line !== '' && line === line.trim()),
        );
        expect(isBlankText(text)).toBe(text.trim() === '');
      }),
    );
  });
});
