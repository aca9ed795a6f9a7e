import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { ModelShape } from '../graph-edit/model-shape';
import { floatsOf, floatTensor, getOutput, integerTensor, toIntegers } from './sessions';
import { beginToken } from './tokeniser';

/** What every layer of the decoder attends to, and how many frames of 24 ms that is. */
export interface EncodedSound {
  readonly feeds: Readonly<Record<string, Tensor>>;
  readonly frames: number;
}

/** One token the decoder chose, why it is believed, and where the decoder looked for it. */
export interface DecodedToken {
  readonly token: number;
  /** Natural logarithm of its probability. */
  readonly logProbability: number;
  /** `[head][frame]` of the alignment heads. */
  readonly attention: Float32Array;
}

/** A known text as the decoder sees it. */
export interface ForcedText {
  /** Natural logarithm of the probability of each token, given those before it. */
  readonly logProbabilities: Float64Array;
  /** `[token][head][frame]`, with the end token's rows last. */
  readonly attention: Float32Array;
}

/**
 * Turns the encoder's results into the decoder's inputs, one view for each layer: nothing is
 * copied.
 */
export function viewEncodedSound(
  results: InferenceSession.OnnxValueMapType,
  shape: ModelShape,
): EncodedSound {
  const { layers, heads, headSize } = shape;
  const keys = getOutput(results, 'cross_keys');
  const frames = keys.dims[3] ?? 0;
  const keyData = floatsOf(keys);
  const valueData = floatsOf(getOutput(results, 'cross_values'));
  const size = heads * headSize * frames;
  const feeds: Record<string, Tensor> = {};
  for (let layer = 0; layer < layers; layer++) {
    const part = (data: Float32Array) => data.subarray(layer * size, (layer + 1) * size);
    feeds[`cross_keys.${layer}`] = floatTensor(part(keyData), [1, heads, headSize, frames]);
    feeds[`cross_values.${layer}`] = floatTensor(part(valueData), [1, heads, frames, headSize]);
  }
  return { feeds, frames };
}

/**
 * Decodes greedily, a token at a time, for as long as the caller asks for more. The end token comes
 * like any other. Attention is collected on the way, so that transcribing needs no second pass with
 * the text given: on 206 boundaries with a forced aligner's times both have a mean error of 49 ms
 * and a median of 32 (base), 55 and 36 (tiny). A step of base takes about 6.5 ms.
 */
export async function* decodeGreedily(
  session: InferenceSession,
  sound: EncodedSound,
  shape: ModelShape,
): AsyncGenerator<DecodedToken> {
  const token = BigInt64Array.of(BigInt(beginToken));
  const position = BigInt64Array.of(0n);
  const feeds: Record<string, Tensor> = {
    ...sound.feeds,
    ...createEmptyPast(shape),
    tokens: integerTensor(token),
    position: integerTensor(position),
    mask: floatTensor(new Float32Array(1), [1, 1]),
  };
  const fetches = ['next_token', 'log_probability', 'attention'];
  for (let layer = 0; layer < shape.layers; layer++) {
    fetches.push(`keys.${layer}`, `values.${layer}`);
  }
  for (;;) {
    const results = await session.run(feeds, fetches);
    const next = (getOutput(results, 'next_token').data as BigInt64Array)[0] ?? 0n;
    yield {
      token: Number(next),
      logProbability: floatsOf(getOutput(results, 'log_probability'))[0] ?? 0,
      attention: floatsOf(getOutput(results, 'attention')),
    };
    token[0] = next;
    position[0] = position[0]! + 1n;
    for (let layer = 0; layer < shape.layers; layer++) {
      feeds[`past_keys.${layer}`] = getOutput(results, `keys.${layer}`);
      feeds[`past_values.${layer}`] = getOutput(results, `values.${layer}`);
    }
  }
}

/** Gives the decoder a whole text at once and collects what it makes of each token. */
export async function forceText(
  session: InferenceSession,
  sound: EncodedSound,
  shape: ModelShape,
  tokens: readonly number[],
): Promise<ForcedText> {
  const length = tokens.length + 1;
  const results = await session.run(
    {
      ...sound.feeds,
      ...createEmptyPast(shape),
      tokens: integerTensor(toIntegers([beginToken, ...tokens])),
      position: integerTensor(toIntegers([0])),
      mask: floatTensor(createCausalMask(length), [length, length]),
    },
    ['log_probabilities', 'attention'],
  );
  const table = floatsOf(getOutput(results, 'log_probabilities'));
  const vocabulary = table.length / length;
  const attention = getOutput(results, 'attention');
  return {
    logProbabilities: Float64Array.from(tokens, (token, row) => table[row * vocabulary + token]!),
    attention: exchangeAxes(floatsOf(attention), attention.dims[1] ?? 0, length, sound.frames),
  };
}

/** Keys and values of no tokens at all. */
function createEmptyPast({ layers, heads, headSize }: ModelShape): Record<string, Tensor> {
  const past: Record<string, Tensor> = {};
  for (let layer = 0; layer < layers; layer++) {
    past[`past_keys.${layer}`] = floatTensor(new Float32Array(), [1, heads, headSize, 0]);
    past[`past_values.${layer}`] = floatTensor(new Float32Array(), [1, heads, 0, headSize]);
  }
  return past;
}

/** Keeps each token from seeing those after it. */
function createCausalMask(length: number): Float32Array {
  const mask = new Float32Array(length * length);
  for (let row = 0; row < length; row++) {
    mask.fill(-Infinity, row * length + row + 1, (row + 1) * length);
  }
  return mask;
}

/** `[head][token][frame]` as `[token][head][frame]`. */
function exchangeAxes(
  data: Float32Array,
  heads: number,
  tokens: number,
  frames: number,
): Float32Array {
  const result = new Float32Array(data.length);
  for (let head = 0; head < heads; head++) {
    for (let token = 0; token < tokens; token++) {
      const from = (head * tokens + token) * frames;
      result.set(data.subarray(from, from + frames), (token * heads + head) * frames);
    }
  }
  return result;
}
