import { readableFormats } from '@core/formats/registry';
import { describe, expect, it } from 'vitest';
import { readSubtitleFile } from '../../../../electron/services/formats/read-subtitle-file';
import { makeTranscript } from '../../core/transcript/build-transcript';

describe('a file without cues', () => {
  it('is read where it is what our own writer makes of silence', () => {
    for (const { id, extension, write } of readableFormats) {
      const content = write?.(makeTranscript([])).content ?? '';
      const file = readSubtitleFile(Buffer.from(content), `talk${extension}`);
      expect(file.format.id).toBe(id);
      expect(file.document.sentences).toEqual([]);
    }
  });

  it.each(['talk.srt', 'talk.vtt'])('is refused where it has text: %s', (name) => {
    expect(() => readSubtitleFile(Buffer.from('Hello\n'), name)).toThrow(
      expect.objectContaining({ code: 'text/unreadable' }),
    );
  });
});
