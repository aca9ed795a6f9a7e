import { describe, expect, test } from 'vitest';
import { findFormat, transcriptFormats } from '@core/formats/registry';
import { makeSentence, makeTranscript } from '../transcript/build-transcript';

describe('transcriptFormats', () => {
  test('[FM7] every format is found by id and extension and writes a text without a mark', () => {
    const transcript = makeTranscript([makeSentence('Hello.', 0, 1000)]);
    for (const format of transcriptFormats) {
      expect(findFormat(format.id)).toBe(format);
      expect(findFormat(format.extension.toUpperCase())).toBe(format);
      expect(format.format(transcript)).toMatch(/^[^\ufeff\r]+\n$/u);
    }
  });

  test('[FM7] an unknown format is undefined', () => {
    expect(findFormat('docx')).toBeUndefined();
  });
});
