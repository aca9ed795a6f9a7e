import type { onnx } from 'onnx-proto';
import { getBranch } from './get-branch';
import { GraphBuilder } from './graph-builder';
import { elementType, getDimensions, getGraph, parseModel, readFloats } from './onnx-model';

/** Samples of a frame (512) and of the context before it (64). */
const inputSamples = 576;
const stateSize = 128;

/**
 * Writes Silero's voice activity model (version 6, 16 kHz) anew, with its weights and its
 * arithmetic, to judge many frames in one call: the convolutions see all frames at once and the
 * recurrent layer walks over them. The published file takes a frame a call through six nested
 * conditions.
 *
 * Inputs: `frames` [N, 576], each with the last 64 samples of the frame before it; `hidden` and
 * `cell` [1, 1, 128]. Outputs: `probabilities` [N], `next_hidden`, `next_cell`.
 * @throws Error when `source` is not the expected export
 */
export function buildVoiceDetector(source: Uint8Array): Uint8Array {
  const constants = readConstants(getBranch(getGraph(parseModel(source)), 'then_branch'));
  const builder = new GraphBuilder();
  const store = (name: string) => {
    const { values, dimensions } = constants(name);
    return builder.floats(values, dimensions);
  };
  const frames = builder.input('frames', elementType.float, ['N', inputSamples]);
  const hidden = builder.input('hidden', elementType.float, [1, 1, stateSize]);
  const cell = builder.input('cell', elementType.float, [1, 1, stateSize]);

  const padded = builder.add('Pad', [frames, builder.integers([0, 0, 0, 64])], {
    attributes: { mode: 'reflect' },
  });
  const spectrum = builder.add(
    'Conv',
    [builder.add('Unsqueeze', [padded, builder.integers([1])]), store('stft.forward_basis_buffer')],
    { attributes: { kernel_shape: [256], strides: [128] } },
  );
  const [real, imaginary] = builder.addMany('Split', [spectrum], 2, {
    attributes: { axis: 1 },
  }) as [string, string];
  let features = builder.add('Sqrt', [
    builder.add('Add', [
      builder.add('Mul', [real, real]),
      builder.add('Mul', [imaginary, imaginary]),
    ]),
  ]);
  for (const [index, stride] of [1, 2, 2, 1].entries()) {
    const convolved = builder.add(
      'Conv',
      [
        features,
        store(`encoder.${index}.reparam_conv.weight`),
        store(`encoder.${index}.reparam_conv.bias`),
      ],
      { attributes: { kernel_shape: [3], strides: [stride], pads: [1, 1] } },
    );
    features = builder.add('Relu', [convolved]);
  }

  const gates = (name: string) => orderGates(constants(`decoder.rnn.${name}`).values);
  const bias = new Float32Array([...gates('bias_ih'), ...gates('bias_hh')]);
  builder.add(
    'LSTM',
    [
      builder.add('Reshape', [features, builder.integers([-1, 1, stateSize])]),
      builder.floats(gates('weight_ih'), [1, 4 * stateSize, stateSize]),
      builder.floats(gates('weight_hh'), [1, 4 * stateSize, stateSize]),
      builder.floats(bias, [1, 8 * stateSize]),
      '',
      hidden,
      cell,
    ],
    {
      attributes: { hidden_size: stateSize },
      outputs: ['states', 'next_hidden', 'next_cell'],
    },
  );
  const score = builder.add('MatMul', [
    builder.add('Relu', [builder.add('Reshape', ['states', builder.integers([-1, stateSize])])]),
    builder.floats(constants('decoder.decoder.2.weight').values, [stateSize, 1]),
  ]);
  builder.add(
    'Sigmoid',
    [
      builder.add('Reshape', [
        builder.add('Add', [score, store('decoder.decoder.2.bias')]),
        builder.integers([-1]),
      ]),
    ],
    { outputs: ['probabilities'] },
  );
  builder.output('probabilities', elementType.float, ['N']);
  builder.output('next_hidden', elementType.float, [1, 1, stateSize]);
  builder.output('next_cell', elementType.float, [1, 1, stateSize]);
  return builder.build('voice_detector', 17);
}

interface Constant {
  readonly values: Float32Array;
  readonly dimensions: readonly number[];
}

/** Looks up the float constants of a branch by the end of their names. */
function readConstants(branch: onnx.IGraphProto): (name: string) => Constant {
  return (name) => {
    const node = branch.node?.find(
      ({ opType, output }) =>
        opType === 'Constant' && output?.[0]?.endsWith(`Inline_0__${name}`) === true,
    );
    const tensor = node?.attribute?.[0]?.t;
    if (!tensor) throw new Error(`The model has no constant ${name}`);
    return { values: readFloats(tensor), dimensions: getDimensions(tensor) };
  };
}

/** The four gates as ONNX orders them (input, output, forget, cell), from PyTorch's order. */
function orderGates(values: Float32Array): Float32Array {
  const part = values.length / 4;
  const result = new Float32Array(values.length);
  for (const [to, from] of [0, 3, 1, 2].entries()) {
    result.set(values.subarray(from * part, (from + 1) * part), to * part);
  }
  return result;
}
