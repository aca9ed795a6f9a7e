import { StudioError } from '@core/errors/studio-error';
import { readVendorReply } from '@isi/replies/import-reply';
import { describe, expect, it } from 'vitest';

const event = (name: string, sentence?: object, more: object = {}): string =>
  JSON.stringify({
    header: { task_id: 't', event: name, attributes: {}, ...more },
    payload: sentence === undefined ? {} : { output: { sentence } },
  });

describe('[IS10] events of model studio, saved line by line', () => {
  it('give each sentence as it was in the end', () => {
    const words = [
      { begin_time: 170, end_time: 295, text: 'Okay', punctuation: ',' },
      { begin_time: 295, end_time: 920, text: 'fine', punctuation: '.' },
    ];
    const text = [
      event('task-started'),
      event('result-generated', {
        begin_time: 170,
        end_time: null,
        text: 'Okay',
        sentence_end: false,
        sentence_id: 1,
      }),
      event('result-generated', {
        begin_time: 170,
        end_time: 920,
        text: 'Okay, fine.',
        sentence_end: true,
        sentence_id: 1,
        words,
      }),
      event('result-generated', { heartbeat: true, begin_time: null, end_time: null, text: '' }),
      event('result-generated', { begin_time: 2000, end_time: 3000, text: '好的。' }),
      event('task-finished'),
    ].join('\n');
    const { segments, repairs } = readVendorReply(text);
    expect(
      segments.map(({ beginMs, endMs, words: said }) => [beginMs, endMs, said.length]),
    ).toEqual([
      [170, 920, 2],
      [2000, 3000, 1],
    ]);
    expect(segments[0]!.words[1]).toMatchObject({ text: 'fine', after: '.', beginMs: 295 });
    expect(repairs).toEqual([]);
  });

  it('without a sentence tell how the task failed', () => {
    const failed = { error_code: 'CLIENT_ERROR', error_message: 'request timeout' };
    const read = (): unknown => readVendorReply(event('task-failed', undefined, failed));
    expect(read).toThrow(StudioError);
    expect(read).toThrow('CLIENT_ERROR');
  });
});
