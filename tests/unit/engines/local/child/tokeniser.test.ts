import fc from 'fast-check';
import llamaTokenizer from 'llama-tokenizer-js';
import { describe, expect, test } from 'vitest';
import {
  decodeChunks,
  decodeText,
  encodeChunks,
} from '../../../../../electron/engines/local/child/tokeniser';

describe('tokeniser', () => {
  test('chunks survive encoding and decoding, whatever their letters', () => {
    const chunk = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => {
      // U+2581 is the vocabulary's own mark for a blank; U+FFFD stands for broken text.
      return !/[\s▁\uFFFD]/u.test(text);
    });
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 6 }), (texts) => {
        const { tokens } = encodeChunks(texts);
        expect(decodeChunks(tokens).map(({ text }) => text)).toEqual(texts);
      }),
    );
  });

  test('tokens of chunks are those of the running text', () => {
    const text = 'Anxiety, said Mr. Thornton; it costs $3.50 — naïve 字幕 🎬.';
    const { tokens, chunks } = encodeChunks(text.split(' '));
    expect(tokens).toEqual(llamaTokenizer.encode(text, false, true));
    expect(chunks.at(-1)?.endToken).toBe(tokens.length);
    expect(decodeText(tokens)).toBe(text);
  });

  test('spans join up without gaps or overlaps', () => {
    const { tokens, chunks } = encodeChunks(['Unbelievably,', 'he', 'said:', 'éé']);
    expect(decodeChunks(tokens)).toEqual(chunks);
    chunks.forEach((chunk, index) => {
      expect(chunk.beginToken).toBe(chunks[index - 1]?.endToken ?? 0);
    });
  });

  test('bytes of one character spread over tokens become that character', () => {
    const bytes = [0xf0, 0x9f, 0x8e, 0xac].map((byte) => byte + 3);
    expect(decodeText(bytes)).toBe('🎬');
  });

  test('bytes that are no character become the replacement character', () => {
    expect(decodeText([0xf0 + 3, 0x9f + 3])).toBe('\uFFFD');
  });

  test('numbers beyond the vocabulary and control tokens spell nothing', () => {
    expect(decodeChunks([1, 2, 0, 32_000, 32_767])).toEqual([]);
  });

  test('nothing gives nothing', () => {
    expect(decodeChunks([])).toEqual([]);
    expect(encodeChunks([])).toEqual({ tokens: [], chunks: [] });
  });
});
