import { getBranch } from './get-branch';
import { GraphBuilder } from './graph-builder';
import type { ModelShape } from './model-shape';
import { elementType, getGraph, parseModel } from './onnx-model';
import { addLinear, joinColumns, multiply, readLinearLayer } from './quantised-matrix';

/**
 * Adds to Moonshine's encoder the keys and values that every layer of the decoder attends to, as
 * one multiplication. The published decoder computes them in its first step, in a branch of its
 * own, and turns and scales the keys again in each step that follows.
 *
 * Input: `input_values` [1, samples]. Outputs: `cross_keys` [layers, heads, head size, frames],
 * turned and scaled for the decoder of {@link buildDecoder}, and `cross_values`
 * [layers, heads, frames, head size]. A frame is 24 ms.
 * @throws Error when the sources are not the expected export
 */
export function buildEncoder(
  encoderSource: Uint8Array,
  decoderSource: Uint8Array,
  shape: ModelShape,
): Uint8Array {
  const encoder = getGraph(parseModel(encoderSource));
  const decoder = getGraph(parseModel(decoderSource));
  const nodes = getBranch(decoder, 'else_branch').node ?? [];
  const { layers, heads, headSize } = shape;
  const projections = (kind: 'k_proj' | 'v_proj') =>
    Array.from({ length: layers }, (_, layer) =>
      readLinearLayer(decoder, nodes, `/model/decoder/layers.${layer}/encoder_attn/${kind}`),
    );
  const builder = new GraphBuilder(encoder);
  builder.clearOutputs();
  const both = addLinear(
    builder,
    'last_hidden_state',
    joinColumns([
      ...projections('k_proj').map((matrix) => multiply(matrix, headSize ** -0.5)),
      ...projections('v_proj'),
    ]),
  );
  const [keys, values] = builder.addMany('Split', [both], 2, { attributes: { axis: -1 } }) as [
    string,
    string,
  ];
  const splitHeads = (input: string) =>
    builder.add('Reshape', [input, builder.integers([-1, layers, heads, headSize])]);
  builder.add('Transpose', [splitHeads(keys)], {
    attributes: { perm: [1, 2, 3, 0] },
    outputs: ['cross_keys'],
  });
  builder.add('Transpose', [splitHeads(values)], {
    attributes: { perm: [1, 2, 0, 3] },
    outputs: ['cross_values'],
  });
  builder.output('cross_keys', elementType.float, [layers, heads, headSize, 'F']);
  builder.output('cross_values', elementType.float, [layers, heads, 'F', headSize]);
  return builder.build('moonshine_encoder', 14);
}
