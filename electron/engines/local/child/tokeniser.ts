import llamaTokenizer from 'llama-tokenizer-js';

/** Token that begins every text given to the decoder. */
export const beginToken = 1;
/** Token by which the decoder says that it has finished. */
export const endToken = 2;

/** A chunk of text between blanks and the tokens that spell it, end exclusive. */
export interface ChunkSpan {
  readonly text: string;
  readonly beginToken: number;
  readonly endToken: number;
}

/** A text's tokens, and which of them spell which chunk. */
export interface EncodedChunks {
  readonly tokens: readonly number[];
  readonly chunks: readonly ChunkSpan[];
}

/** Mark of a blank in the vocabulary (U+2581). */
const blankMark = '▁';
const byteToken = /^<0x([0-9A-F]{2})>$/;
/** The three tokens before the bytes (unknown, begin, end) spell nothing. */
const firstSpellingToken = 3;

const encoder = new TextEncoder();

/** The bytes a token spells; none for control tokens and for the model's unused numbers. */
function spell(token: number): Uint8Array {
  const piece = token < firstSpellingToken ? undefined : llamaTokenizer.vocabById[token];
  if (piece === undefined) return new Uint8Array();
  const byte = byteToken.exec(piece)?.[1];
  if (byte !== undefined) return Uint8Array.of(Number.parseInt(byte, 16));
  return encoder.encode(piece.replaceAll(blankMark, ' '));
}

/**
 * Cuts tokens into chunks at blanks. A chunk begins with the first token that brings something
 * after a blank; a token that holds a blank in its midst belongs to the chunk it begins in. Bytes
 * that are no valid UTF-8 become U+FFFD, as everywhere in text decoding.
 */
export function decodeChunks(tokens: readonly number[]): ChunkSpan[] {
  const chunks: ChunkSpan[] = [];
  let bytes: number[] = [];
  let begin = 0;
  const close = (end: number) => {
    const text = new TextDecoder().decode(Uint8Array.from(bytes));
    if (text !== '') chunks.push({ text, beginToken: begin, endToken: end });
    bytes = [];
  };
  tokens.forEach((token, index) => {
    for (const byte of spell(token)) {
      if (byte !== 0x20) {
        if (bytes.length === 0) begin = index;
        bytes.push(byte);
      } else if (bytes.length > 0) {
        // The blank stands at the front of its token, so the chunk ended with the token before.
        close(Math.max(index, begin + 1));
      }
    }
  });
  close(tokens.length);
  return chunks;
}

/** The text of tokens, its chunks joined by single blanks. */
export function decodeText(tokens: readonly number[]): string {
  return decodeChunks(tokens)
    .map((chunk) => chunk.text)
    .join(' ');
}

/**
 * Tokens of known chunks, each after a blank as in running text. One chunk's tokens do not depend
 * on its neighbours, since no token of the vocabulary reaches across a blank into a word.
 * @param texts without blanks inside
 */
export function encodeChunks(texts: readonly string[]): EncodedChunks {
  const tokens: number[] = [];
  const chunks = texts.map((text): ChunkSpan => {
    const begin = tokens.length;
    for (const token of llamaTokenizer.encode(text, false, true)) tokens.push(token);
    return { text, beginToken: begin, endToken: tokens.length };
  });
  return { tokens, chunks };
}
