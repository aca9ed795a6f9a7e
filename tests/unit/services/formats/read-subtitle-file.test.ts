import { toStudioError } from '@core/errors/studio-error';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../electron/services/formats/decode-text';
import { readSubtitleFile } from '../../../../electron/services/formats/read-subtitle-file';

const srt = '1\n00:00:01,000 --> 00:00:02,000\n字幕 —\n';
const utf8 = Buffer.from(srt);
/** 字幕 in GB18030. */
const gb18030 = Buffer.concat([
  Buffer.from('1\n00:00:01,000 --> 00:00:02,000\n'),
  Buffer.from([0xd7, 0xd6, 0xc4, 0xbb, 0x0a]),
]);
const utf16 = Buffer.from(`\ufeff${srt}`, 'utf16le');

describe('the encoding of a text', () => {
  it.each([
    ['UTF-8', utf8, { label: 'utf-8', hasMark: false }],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${srt}`), { label: 'utf-8', hasMark: true }],
    ['UTF-16', utf16, { label: 'utf-16le', hasMark: true }],
    ['UTF-16, big end first', Buffer.from(utf16).swap16(), { label: 'utf-16be', hasMark: true }],
    ['GB18030', gb18030, { label: 'gb18030', hasMark: false }],
  ])('is found: %s', (_name, bytes, encoding) => {
    const decoded = decodeText(bytes);
    expect(decoded.encoding).toEqual(encoding);
    expect(decoded.text).toMatch(/^1\n00:00:01,000 --> 00:00:02,000\n字幕/);
  });

  it('is none of binary data', () => {
    expect(() => decodeText(Buffer.from([1, 0, 2]))).toThrow(TypeError);
  });
});

describe('a subtitle file', () => {
  it('is read with its format, its encoding and what was mended', () => {
    const file = readSubtitleFile(Buffer.from(srt.replace(',', '.')), 'talk.srt');
    expect(file.format.id).toBe('srt');
    expect(file.encoding).toEqual({ label: 'utf-8', hasMark: false });
    expect(file.document.sentences.map(({ text }) => text)).toEqual(['字幕 —']);
    expect(file.repairs.map(({ code, line }) => [code, line])).toEqual([['time-rewritten', 2]]);
  });

  it('says which lines hold what its encoding cannot be read as', () => {
    const bytes = Buffer.concat([gb18030, Buffer.from([0xff, 0xff, 0x0a])]);
    const { repairs } = readSubtitleFile(bytes, 'talk.srt');
    expect(repairs.map(({ code, line }) => [code, line])).toEqual([['character-unreadable', 4]]);
  });

  it.each([
    ['binary data', Buffer.from([1, 0, 2]), 'talk.srt', 'binary'],
    ['no cue', Buffer.from('Hello\n'), 'talk.srt', 'no cue'],
    ['no known format', Buffer.from('Hello\n'), 'talk', 'no known'],
    ['other JSON', Buffer.from('{}'), 'talk.json', 'wrong-field'],
  ])('with %s is refused, and why', (_name, bytes, name, reason) => {
    let thrown: unknown;
    try {
      readSubtitleFile(bytes, name);
    } catch (error) {
      thrown = error;
    }
    const { code, data } = toStudioError(thrown);
    expect(code).toBe('text/unreadable');
    expect(data['path']).toBe(name);
    expect(data['reason']).toContain(reason);
  });
});
