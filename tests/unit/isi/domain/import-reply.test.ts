import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toStudioError } from '@core/errors/studio-error';
import { buildImportedTranscript } from '@isi/replies/build-imported-transcript';
import { readVendorReply } from '@isi/replies/import-reply';
import { findTranscriptProblems } from '@core/transcript/invariants';
import { joinWords } from '@core/transcript/word';

const sentence = { Text: '你好。', BeginTime: 100, EndTime: 900, ChannelId: 0 };

function refusalOf(text: string): ReturnType<typeof toStudioError> {
  try {
    readVendorReply(text);
  } catch (thrown) {
    return toStudioError(thrown);
  }
  throw new Error('the reply was read');
}

describe('readVendorReply', () => {
  test.each([
    { StatusCode: 21050003, StatusText: 'SUCCESS_WITH_NO_VALID_FRAGMENT' },
    { StatusCode: '21050003', StatusText: 'ASR_RESPONSE_HAVE_NO_WORDS' },
    { StatusCode: 41050029, StatusText: 'ASR_RESPONSE_HAVE_HO_WORDS' },
    { StatusCode: 'ASR_RESPONSE_HAVE_NO_WORDS' },
    { StatusCode: 99, StatusText: 'ASR_RESPONSE_HAVE_NO_WORDS', Result: '' },
    { status_code: 21050003, status_text: 'x', result: '' },
    { status: '40270002', message: 'NO_VALID_AUDIO_ERROR', result: '', task_id: 't' },
    { status: 20000000, flash_result: null },
    { StatusCode: 21050000, StatusText: 'SUCCESS', SolveTime: 1, Result: null },
  ])('[IS9] silence has no segments: %j', (reply) => {
    expect(readVendorReply(JSON.stringify(reply)).segments).toEqual([]);
  });

  test('[IS10] the code decides, as number or text, after a byte order mark too', () => {
    const reply = {
      StatusCode: '21050000',
      StatusText: 'SUCCEED',
      Result: { Sentences: [sentence] },
    };
    expect(readVendorReply(`\ufeff${JSON.stringify(reply)}`).segments).toHaveLength(1);
  });

  test('[IS10] the parts of one recording lie where they were cut', () => {
    const part = (beginMs: number, endMs: number, text: string): object => ({
      beginMs,
      endMs,
      reply: {
        status: 20000000,
        flash_result: { sentences: [{ text, begin_time: 500, end_time: 900, channel_id: 0 }] },
      },
    });
    const silent = { beginMs: 60_000, endMs: 90_000, reply: { status: 40270002, message: '' } };
    const reply = readVendorReply(
      JSON.stringify([part(0, 60_000, '你好。'), silent, part(90_000, 100_000, '再见。')]),
    );
    expect(reply).toMatchObject({ shape: 'flash', service: 'flash', durationMs: 100_000 });
    expect(reply.segments.map(({ beginMs, endMs }) => [beginMs, endMs])).toEqual([
      [500, 900],
      [90_500, 90_900],
    ]);
  });

  test('[IS10] the comments of the vendor’s samples are passed over, protocol §6.24', () => {
    const text = `// GetTaskResult
    {
      "StatusCode": 21050000, // number
      "SolveTime": 1,
      "Result": { "Sentences": [ // one
        { "Text": "见 \\" // http://a.b", "BeginTime": 0, "EndTime": 900, "ChannelId": 0 }
      ] } // the end
    }`;
    const { segments } = readVendorReply(text);
    expect(
      segments
        .flatMap(({ words }) => words)
        .map(({ text: word }) => word)
        .join(''),
    ).toContain('见');
    expect(joinWords(segments[0]!.words)).toContain('// http://a.b');
  });

  test('[IS10] a reply says the same with comments after its lines', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (said, remark) => {
        const reply = {
          StatusCode: 21050000,
          SolveTime: 1,
          Result: { Sentences: [{ ...sentence, Text: `${said} 好` }] },
        };
        const plain = JSON.stringify(reply, undefined, 1);
        const comment = ` // ${remark.replace(/[\r\n]/g, ' ')}\n`;
        expect(readVendorReply(plain.replaceAll('\n', () => comment))).toEqual(
          readVendorReply(plain),
        );
      }),
    );
  });

  test.each([
    ['<html>LTAI5secret</html>', { reason: 'not-json' }],
    ['', { reason: 'not-json' }],
    ['{"StatusCode": 21050000, // LTAI5secret\n}', { reason: 'not-json' }],
    ['{"StatusCode": "21050000 // LTAI5secret\n}', { reason: 'not-json' }],
    ['// LTAI5secret', { reason: 'not-json' }],
    ['[]', { reason: 'unknown-shape' }],
    [
      '[{"status": 20000000, "flash_result": {"sentences": 7}}]',
      { reason: 'wrong-field', path: 'flash_result.sentences' },
    ],
    ['[{"secret": 20000000}, {"sentences": []}]', { reason: 'unknown-shape' }],
    ['[{"beginMs": 5, "endMs": 1, "reply": {}}]', { reason: 'unknown-shape' }],
    ['null', { reason: 'unknown-shape' }],
    ['{"Token": {"Id": "LTAI5secret"}}', { reason: 'unknown-shape' }],
    [
      JSON.stringify({
        StatusCode: 21050000,
        SolveTime: 1,
        Result: { Sentences: [{ BeginTime: 'LTAI5secret', Text: ['LTAI5secret'] }] },
      }),
      { reason: 'wrong-field', path: 'Result.Sentences' },
    ],
    [
      '{"status": 20000000, "flash_result": {"sentences": "LTAI5secret"}}',
      { reason: 'wrong-field', path: 'flash_result.sentences' },
    ],
  ])('[IS10] what is no reply is refused without quoting it: %s', (text, data) => {
    const refusal = refusalOf(text);
    expect(refusal.code).toBe('engine/reply-unreadable');
    expect(refusal.data).toEqual(data);
    expect(refusal.message + String(refusal.cause)).not.toContain('secret');
  });

  test('[IS10] a failed callback is the vendor’s error', () => {
    const reply = { status_code: 41050002, status_text: 'FILE_DOWNLOAD_FAILED', task_id: 't' };
    expect(refusalOf(JSON.stringify(reply)).data).toMatchObject({
      service: 'file',
      vendorCode: '41050002',
      taskId: 't',
    });
  });

  test('[IS10] a reply becomes a sound transcript', () => {
    const reply = readVendorReply(
      JSON.stringify({
        StatusCode: 21050000,
        BizDuration: 9000,
        Result: {
          Sentences: [
            { ...sentence, ChannelId: 1 },
            {
              Text: 'Well, hello there.',
              BeginTime: 90,
              EndTime: 3000,
              ChannelId: 0,
              SpeakerId: 2,
            },
          ],
        },
      }),
    );
    const transcript = buildImportedTranscript(reply, { path: 'call.wav' });
    expect(findTranscriptProblems(transcript)).toEqual([]);
    expect(transcript).toMatchObject({
      media: { path: 'call.wav', durationMs: 9000 },
      language: 'und',
      engine: 'file',
      sentences: [
        { text: 'Well, hello there.', channel: 0, speaker: '2' },
        { text: '你好。', channel: 1 },
      ],
    });
    expect(buildImportedTranscript(reply, { path: 'call.wav', language: 'zh' }).language).toBe(
      'zh',
    );
  });
});
