import * as ort from 'onnxruntime-node';
import { describe, expect, test } from 'vitest';
import {
  decodeGreedily,
  forceText,
  viewEncodedSound,
} from '../../../../../electron/engines/local/child/decoder';
import {
  floatsOf,
  floatTensor,
  getOutput,
} from '../../../../../electron/engines/local/child/sessions';
import { buildDecoder } from '../../../../../electron/engines/local/graph-edit/build-decoder';
import { buildEncoder } from '../../../../../electron/engines/local/graph-edit/build-encoder';
import { buildVoiceDetector } from '../../../../../electron/engines/local/graph-edit/build-voice-detector';
import { GraphBuilder } from '../../../../../electron/engines/local/graph-edit/graph-builder';
import { getGraph, parseModel } from '../../../../../electron/engines/local/graph-edit/onnx-model';
import {
  addLinear,
  joinColumns,
  multiply,
  type QuantisedMatrix,
  readLinearLayer,
  transpose,
} from '../../../../../electron/engines/local/graph-edit/quantised-matrix';
import { getBranch } from '../../../../../electron/engines/local/graph-edit/get-branch';
import {
  createDecoderExport,
  createEncoderExport,
  smallHeads,
  smallShape,
  smallVocabulary,
} from './create-export';

const open = (bytes: Uint8Array) =>
  ort.InferenceSession.create(bytes, { intraOpNumThreads: 1, logSeverityLevel: 3 });
const wave = (length: number) => Float32Array.from({ length }, (_, index) => Math.sin(index * 0.7));

/** The weights as ordinary numbers. */
function widen({ columns, bytes, scales, zeroPoints }: QuantisedMatrix): number[] {
  return Array.from(bytes, (byte, index) => {
    const column = index % columns;
    return (byte - zeroPoints[column]!) * scales[column]!;
  });
}

const small: QuantisedMatrix = {
  rows: 2,
  columns: 3,
  bytes: Uint8Array.of(1, 2, 3, 4, 5, 6),
  scales: Float32Array.of(0.5, 0.5, 0.5),
  zeroPoints: Uint8Array.of(3, 3, 3),
};

describe('quantised matrices', () => {
  test('joined columns keep their own scale and zero point', () => {
    const other = {
      ...small,
      scales: Float32Array.of(2, 2, 2),
      zeroPoints: Uint8Array.of(0, 0, 0),
    };
    expect(widen(joinColumns([small, other]))).toEqual([
      -1, -0.5, 0, 2, 4, 6, 0.5, 1, 1.5, 8, 10, 12,
    ]);
  });

  test('a factor changes every weight by it', () => {
    expect(widen(multiply(small, 4))).toEqual(widen(small).map((weight) => weight * 4));
  });

  test('turning exchanges rows and columns', () => {
    expect(widen(transpose(small))).toEqual([-1, 0.5, -0.5, 1, 0, 1.5]);
  });

  test('matrices of different heights cannot be joined', () => {
    expect(() => joinColumns([small, transpose(small)])).toThrow('equally many rows');
  });

  test('a linear layer multiplies and adds within the error of 8 bits', async () => {
    const builder = new GraphBuilder();
    const input = builder.input('x', 1, [1, 2]);
    const result = addLinear(builder, input, small, Float32Array.of(10, 20, 30));
    builder.output(result, 1, [1, 3]);
    const session = await open(builder.build('linear', 17));
    const output = await session.run({ x: floatTensor(Float32Array.of(1, -2), [1, 2]) });
    const [first, second, third] = floatsOf(getOutput(output, result));
    expect(first).toBeCloseTo(10 - 1 - 1, 1);
    expect(second).toBeCloseTo(20 - 0.5 - 2, 1);
    expect(third).toBeCloseTo(30 + 0 - 3, 1);
  });
});

describe('the rewritten encoder', () => {
  test('gives each layer its keys, turned and scaled, and its values', async () => {
    const { layers, heads, headSize } = smallShape;
    const width = heads * headSize;
    const frames = 4;
    const sound = wave(frames * width);
    const session = await open(
      buildEncoder(createEncoderExport(), createDecoderExport(), smallShape),
    );
    const results = await session.run({ input_values: floatTensor(sound, [1, sound.length]) });
    const keys = floatsOf(getOutput(results, 'cross_keys'));
    const values = floatsOf(getOutput(results, 'cross_values'));
    const graph = getGraph(parseModel(createDecoderExport()));
    const nodes = getBranch(graph, 'else_branch').node ?? [];
    for (let layer = 0; layer < layers; layer++) {
      const path = `/model/decoder/layers.${layer}/encoder_attn`;
      const keyWeights = widen(readLinearLayer(graph, nodes, `${path}/k_proj`));
      const valueWeights = widen(readLinearLayer(graph, nodes, `${path}/v_proj`));
      const project = (weights: number[], frame: number, column: number) => {
        let sum = 0;
        for (let row = 0; row < width; row++) {
          sum += sound[frame * width + row]! * weights[row * width + column]!;
        }
        return sum;
      };
      for (let frame = 0; frame < frames; frame++) {
        for (let column = 0; column < width; column++) {
          const head = Math.floor(column / headSize);
          const at = column % headSize;
          const key = keys[((layer * heads + head) * headSize + at) * frames + frame]!;
          const value = values[((layer * heads + head) * frames + frame) * headSize + at]!;
          const scale = headSize ** -0.5;
          expect(key).toBeCloseTo(project(keyWeights, frame, column) * scale, 1);
          expect(value).toBeCloseTo(project(valueWeights, frame, column), 1);
        }
      }
    }
  });
});

describe('the rewritten decoder', () => {
  async function prepare() {
    const encoder = await open(
      buildEncoder(createEncoderExport(), createDecoderExport(), smallShape),
    );
    const decoder = await open(buildDecoder(createDecoderExport(), smallShape, smallHeads));
    const sound = wave(5 * 12);
    const results = await encoder.run({ input_values: floatTensor(sound, [1, sound.length]) });
    return { decoder, sound: viewEncodedSound(results, smallShape) };
  }

  test('decodes a token at a time', async () => {
    const { decoder, sound } = await prepare();
    const steps = [];
    for await (const step of decodeGreedily(decoder, sound, smallShape)) {
      steps.push(step);
      if (steps.length === 6) break;
    }
    for (const { token, logProbability, attention } of steps) {
      expect(token).toBeLessThan(smallVocabulary);
      expect(logProbability).toBeLessThanOrEqual(0);
      expect(logProbability).toBeGreaterThanOrEqual(-Math.log(smallVocabulary));
      for (let head = 0; head < smallHeads.length; head++) {
        const row = attention.subarray(head * sound.frames, (head + 1) * sound.frames);
        expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
      }
    }
  });

  test('a text given at once gets what it got a token at a time', async () => {
    const { decoder, sound } = await prepare();
    const steps = [];
    for await (const step of decodeGreedily(decoder, sound, smallShape)) {
      steps.push(step);
      if (steps.length === 6) break;
    }
    const forced = await forceText(
      decoder,
      sound,
      smallShape,
      steps.slice(0, 5).map(({ token }) => token),
    );
    const attention = Float32Array.from(steps.flatMap((step) => [...step.attention]));
    // One scale for six tokens is coarser than one for each: equal within the error of 8 bits.
    steps.slice(0, 5).forEach(({ logProbability }, index) => {
      expect(forced.logProbabilities[index]).toBeCloseTo(logProbability, 0);
    });
    forced.attention.forEach((weight, index) => expect(weight).toBeCloseTo(attention[index]!, 1));
  });

  test('the same source gives the same bytes', () => {
    const build = () => buildDecoder(createDecoderExport(), smallShape, smallHeads);
    expect(Buffer.compare(build(), build())).toBe(0);
  });
});

describe('sources that are not the published export', () => {
  test.each([
    ['no model at all', Buffer.from('not a model')],
    ['a model without branches', Buffer.from(createEncoderExport())],
  ])('%s is an error', (_, bytes) => {
    expect(() => buildDecoder(bytes, smallShape, smallHeads)).toThrow();
    expect(() => buildVoiceDetector(bytes)).toThrow();
  });
});
