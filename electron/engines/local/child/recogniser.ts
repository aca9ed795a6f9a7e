import { join } from 'node:path';
import type { InferenceSession } from 'onnxruntime-node';
import { levelSpeech } from '@core/sound/level';
import { recognitionRateHz } from '../../engine';
import { maximumTokens } from '../graph-edit/model-shape';
import { type RecogniserFacts, type RecogniserName, recognisers } from '../models/catalogue';
import type { Recognised, TimedChunk } from '../protocol';
import {
  type DecodedToken,
  decodeGreedily,
  type EncodedSound,
  forceText,
  viewEncodedSound,
} from './decoder';
import { floatTensor, openSession } from './sessions';
import { findStandstill, hasStumbled } from './standstill';
import { type ChunkSpan, decodeChunks, encodeChunks, endToken } from './tokeniser';
import { alignChunks, findPlace } from './word-alignment';

/** What a segment was heard to say. */
export type Recognition = Pick<
  Recognised,
  'chunks' | 'meanLogProbability' | 'improbableShare' | 'outcome' | 'hasStumbled'
>;

/** The encoder's convolutions need 895 samples; shorter sound is filled up with silence. */
const minimumSamples = 1600;

/**
 * How many tokens sound of a length may give: English speech never came above 6.5 a second, and
 * a decoder that runs in circles is stopped the sooner.
 */
export function capTokens(samples: number): number {
  return Math.floor((samples / recognitionRateHz) * 10) + 5;
}

/** Hears segments of English speech and places texts on them, with one Moonshine model. */
export class Recogniser {
  readonly #facts: RecogniserFacts;
  readonly #encoder: InferenceSession;
  readonly #decoder: InferenceSession;

  private constructor(
    facts: RecogniserFacts,
    encoder: InferenceSession,
    decoder: InferenceSession,
  ) {
    this.#facts = facts;
    this.#encoder = encoder;
    this.#decoder = decoder;
  }

  /**
   * @param directory absolute folder of the prepared model
   * @throws StudioError `model/missing` or `model/corrupt`
   */
  static async load(directory: string, model: RecogniserName): Promise<Recogniser> {
    const open = (part: string) => openSession(join(directory, `${part}.onnx`), model);
    return new Recogniser(recognisers[model], await open('encoder'), await open('decoder'));
  }

  /**
   * Transcribes a segment.
   * @param samples 16 kHz mono, at most about 25 s: longer ones lose words and much memory
   */
  async recognise(samples: Float32Array): Promise<Recognition> {
    if (samples.length === 0) return { chunks: [], meanLogProbability: 0, outcome: 'ended' };
    const speech = levelSpeech(samples);
    const sound = await this.#encode(speech);
    const { decoded, outcome, kept, ...remarks } = await this.#decode(
      sound,
      capTokens(samples.length),
    );
    const emitted = decoded.slice(0, kept);
    const logProbabilities = emitted.map((token) => token.logProbability);
    const spans = decodeChunks(emitted.map(({ token }) => token));
    const attention = joinAttention(decoded, kept, sound.frames * this.#heads);
    const sum = logProbabilities.reduce((total, value) => total + value, 0);
    return {
      chunks: this.#time(spans, logProbabilities, attention, sound.frames, speech),
      meanLogProbability: kept === 0 ? 0 : sum / kept,
      improbableShare: logProbabilities.filter((value) => value < -1).length / Math.max(1, kept),
      outcome,
      ...remarks,
    };
  }

  /**
   * Places a known text on a segment. Cased and punctuated text is placed best: the model was
   * trained on it.
   * @param samples 16 kHz mono, at most about 25 s
   * @param texts chunks without blanks inside, in spoken order
   * @returns one for each chunk; `confidence` is that of the given text
   */
  async align(samples: Float32Array, texts: readonly string[]): Promise<TimedChunk[]> {
    if (texts.length === 0) return [];
    const { tokens, chunks } = encodeChunks(texts);
    if (samples.length === 0 || tokens.length >= maximumTokens) {
      // No sound, or more text than any speaker has: nothing to measure.
      const nothing = new Float64Array(tokens.length).fill(-Infinity);
      return this.#time(chunks, nothing, new Float32Array(), 0, samples);
    }
    const speech = levelSpeech(samples);
    const sound = await this.#encode(speech);
    const forced = await forceText(this.#decoder, sound, this.#facts.shape, tokens);
    return this.#time(chunks, forced.logProbabilities, forced.attention, sound.frames, speech);
  }

  get #heads(): number {
    return this.#facts.alignmentHeads.length;
  }

  async #encode(samples: Float32Array): Promise<EncodedSound> {
    let heard = samples;
    if (samples.length < minimumSamples) {
      heard = new Float32Array(minimumSamples);
      heard.set(samples);
    }
    const results = await this.#encoder.run({
      input_values: floatTensor(heard, [1, heard.length]),
    });
    return viewEncodedSound(results, this.#facts.shape);
  }

  /** All that was decoded, how it ended, and how many tokens of it are the text. */
  async #decode(sound: EncodedSound, cap: number) {
    const decoded: DecodedToken[] = [];
    const tokens: number[] = [];
    const places: number[] = [];
    for await (const step of decodeGreedily(this.#decoder, sound, this.#facts.shape)) {
      decoded.push(step);
      if (step.token === endToken) {
        const remarks = hasStumbled(tokens, places, sound.frames) ? { hasStumbled: true } : {};
        return { decoded, outcome: 'ended' as const, kept: tokens.length, ...remarks };
      }
      tokens.push(step.token);
      places.push(findPlace(step.attention, this.#heads, sound.frames));
      const loop = findStandstill(tokens, places);
      if (loop !== undefined) return { decoded, outcome: 'looped' as const, kept: loop };
      if (tokens.length >= cap) break;
    }
    return { decoded, outcome: 'capped' as const, kept: tokens.length };
  }

  #time(
    chunks: readonly ChunkSpan[],
    logProbabilities: ArrayLike<number>,
    attention: Float32Array,
    frames: number,
    samples: Float32Array,
  ): TimedChunk[] {
    const { alignmentOffsetMs: offsetMs, alignmentTailMs: tailMs } = this.#facts;
    const times = alignChunks({
      attention,
      heads: this.#heads,
      frames,
      chunks,
      samples,
      offsetMs,
      tailMs,
    });
    return chunks.map(({ text, beginToken, endToken }, index) => {
      let least = 0;
      for (let token = beginToken; token < endToken; token++) {
        least = Math.min(least, logProbabilities[token] ?? 0);
      }
      return { text, ...times[index]!, confidence: Math.exp(least) };
    });
  }
}

/**
 * Attention of the kept tokens and, as the end token's, the most of what followed: after a loop
 * that is where the dropped copies looked, so that no kept word is stretched over their sound.
 */
function joinAttention(
  decoded: readonly DecodedToken[],
  kept: number,
  rowLength: number,
): Float32Array {
  const result = new Float32Array((kept + 1) * rowLength);
  for (const [index, { attention }] of decoded.entries()) {
    if (index < kept) {
      result.set(attention, index * rowLength);
      continue;
    }
    const last = result.subarray(kept * rowLength);
    for (let at = 0; at < rowLength; at++) last[at] = Math.max(last[at]!, attention[at]!);
  }
  return result;
}
