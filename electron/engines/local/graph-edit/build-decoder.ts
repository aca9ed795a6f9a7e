import { getBranch } from './get-branch';
import { GraphBuilder } from './graph-builder';
import { type AttentionHead, maximumTokens, type ModelShape } from './model-shape';
import { elementType, getGraph, getInitializer, parseModel, readFloats } from './onnx-model';
import {
  addLinear,
  addMatrix,
  joinColumns,
  multiply,
  readLinearLayer,
  readQuantisedTensor,
  transpose,
} from './quantised-matrix';

const microsoft = 'com.microsoft' as const;

/**
 * Writes Moonshine's decoder anew, with the weights of the published export and the same
 * arithmetic, as one graph without branches for both its uses: greedy decoding, one token a call
 * with the keys and values of those before, and teacher forcing, a whole text in one call.
 *
 * The published file holds two branches of some 1,500 nodes each and multiplies the last layer in
 * floating point after widening 14 to 19 million weights at every step. This graph has about 280
 * nodes; queries, keys and values are one multiplication; the scale of attention lies in the
 * weights; keys are kept transposed, so that no step turns them; the last layer stays in 8 bits.
 *
 * Inputs: `tokens` [T], `position` [1] (tokens decoded before), `mask` [1 or T, 1 or T] added to
 * the scores of self-attention, `cross_keys.L`, `cross_values.L` (from the encoder graph),
 * `past_keys.L`, `past_values.L`. Outputs: `log_probabilities` [T, vocabulary], `next_token` and
 * `log_probability` (the best of the last axis) [T, 1], `attention` [1, heads, T, frames] of the
 * alignment heads in the order asked for, `keys.L`, `values.L`.
 * @throws Error when `source` is not the expected export
 */
export function buildDecoder(
  source: Uint8Array,
  shape: ModelShape,
  alignmentHeads: readonly AttentionHead[],
): Uint8Array {
  const graph = getGraph(parseModel(source));
  const nodes = getBranch(graph, 'then_branch').node ?? [];
  const builder = new GraphBuilder();
  const { layers, heads, headSize } = shape;
  const width = heads * headSize;
  const vectorOf = (name: string) => readFloats(getInitializer(graph, `model.decoder.${name}`));
  const layerOf = (name: string) => readLinearLayer(graph, nodes, `/model/decoder/${name}`);
  const normalise = (input: string, name: string) =>
    builder.add(
      'LayerNormalization',
      [input, builder.floats(vectorOf(`${name}.weight_merged_0`))],
      {
        attributes: { axis: -1, epsilon: { float: 1e-5 } },
      },
    );

  const tokens = builder.input('tokens', elementType.int64, ['T']);
  const position = builder.input('position', elementType.int64, [1]);
  const mask = builder.input('mask', elementType.float, ['M', 'N']);
  const [cosines, sines] = addRotaryTables(
    builder,
    readFloats(getInitializer(graph, '/model/decoder/rotary_emb/Cast_1_output_0')),
  );
  // One table serves the first layer and the last: it is stored turned, as the last layer needs it.
  const embedding = transpose(
    readQuantisedTensor(graph, 'model.decoder.embed_tokens.weight_merged_0'),
  );
  const table = addMatrix(builder, embedding);
  const tokenColumns = builder.add('Gather', [table.bytes, tokens], { attributes: { axis: 1 } });
  const tokenVectors = builder.add('DequantizeLinear', [
    builder.add('Transpose', [tokenColumns], { attributes: { perm: [1, 0] } }),
    builder.floats(embedding.scales.slice(0, 1), []),
    builder.bytes(embedding.zeroPoints.slice(0, 1), []),
  ]);
  let state = builder.add('Unsqueeze', [tokenVectors, builder.integers([0])]);

  /** [1, T, width × n] as [1, heads × n, T, head size]. */
  const splitHeads = (input: string, groups: number) =>
    builder.add(
      'Transpose',
      [builder.add('Reshape', [input, builder.integers([1, -1, heads * groups, headSize])])],
      { attributes: { perm: [0, 2, 1, 3] } },
    );
  const joinHeads = (input: string) =>
    builder.add('Reshape', [
      builder.add('Transpose', [input], { attributes: { perm: [0, 2, 1, 3] } }),
      builder.integers([1, -1, width]),
    ]);

  const attentionRows = new Map<string, string>();
  for (let layer = 0; layer < layers; layer++) {
    const name = `layers.${layer}`;
    const selfInput = normalise(state, `${name}.input_layernorm`);
    const projected = addLinear(
      builder,
      selfInput,
      joinColumns([
        multiply(layerOf(`${name}/self_attn/q_proj`), headSize ** -0.5),
        layerOf(`${name}/self_attn/k_proj`),
        layerOf(`${name}/self_attn/v_proj`),
      ]),
    );
    const [queryKey, newValue] = builder.addMany(
      'Split',
      [splitHeads(projected, 3), builder.integers([2 * heads, heads])],
      2,
      { attributes: { axis: 1 } },
    ) as [string, string];
    const rotated = builder.add('RotaryEmbedding', [queryKey, position, cosines, sines], {
      domain: microsoft,
      attributes: {
        interleaved: 1,
        num_heads: 2 * heads,
        rotary_embedding_dim: shape.rotarySize,
      },
    });
    const [query, newKey] = builder.addMany(
      'Split',
      [rotated, builder.integers([heads, heads])],
      2,
      { attributes: { axis: 1 } },
    ) as [string, string];
    const turnedKey = builder.add('Transpose', [newKey], { attributes: { perm: [0, 1, 3, 2] } });
    const keys = builder.add(
      'Concat',
      [
        builder.input(`past_keys.${layer}`, elementType.float, [1, heads, headSize, 'P']),
        turnedKey,
      ],
      { attributes: { axis: 3 }, outputs: [`keys.${layer}`] },
    );
    const values = builder.add(
      'Concat',
      [
        builder.input(`past_values.${layer}`, elementType.float, [1, heads, 'P', headSize]),
        newValue,
      ],
      { attributes: { axis: 2 }, outputs: [`values.${layer}`] },
    );
    builder.output(keys, elementType.float, [1, heads, headSize, 'Q']);
    builder.output(values, elementType.float, [1, heads, 'Q', headSize]);
    const selfScores = builder.add('Add', [builder.add('MatMul', [query, keys]), mask]);
    const selfWeights = builder.add('Softmax', [selfScores], { attributes: { axis: -1 } });
    const selfResult = joinHeads(builder.add('MatMul', [selfWeights, values]));
    state = builder.add('Add', [
      state,
      addLinear(builder, selfResult, layerOf(`${name}/self_attn/dense`)),
    ]);

    const crossInput = normalise(state, `${name}.post_attention_layernorm`);
    const crossQuery = splitHeads(
      addLinear(builder, crossInput, layerOf(`${name}/encoder_attn/q_proj`)),
      1,
    );
    const crossKeys = builder.input(`cross_keys.${layer}`, elementType.float, [
      1,
      heads,
      headSize,
      'F',
    ]);
    const crossValues = builder.input(`cross_values.${layer}`, elementType.float, [
      1,
      heads,
      'F',
      headSize,
    ]);
    const crossWeights = builder.add('Softmax', [builder.add('MatMul', [crossQuery, crossKeys])], {
      attributes: { axis: -1 },
    });
    for (const head of alignmentHeads.filter((candidate) => candidate.layer === layer)) {
      attentionRows.set(
        `${head.layer}.${head.head}`,
        builder.add('Slice', [
          crossWeights,
          builder.integers([head.head]),
          builder.integers([head.head + 1]),
          builder.integers([1]),
        ]),
      );
    }
    const crossResult = joinHeads(builder.add('MatMul', [crossWeights, crossValues]));
    state = builder.add('Add', [
      state,
      addLinear(builder, crossResult, layerOf(`${name}/encoder_attn/dense`)),
    ]);

    const innerInput = normalise(state, `${name}.final_layernorm`);
    const widened = addLinear(
      builder,
      innerInput,
      layerOf(`${name}/mlp/up_proj`),
      vectorOf(`${name}.mlp.up_proj.bias_merged_0`),
    );
    const [content, gate] = builder.addMany('Split', [widened], 2, {
      attributes: { axis: -1 },
    }) as [string, string];
    // With alpha 1 this is SiLU, x · sigmoid(x), in one node.
    const opened = builder.add('QuickGelu', [gate], {
      domain: microsoft,
      attributes: { alpha: { float: 1 } },
    });
    state = builder.add('Add', [
      state,
      addLinear(
        builder,
        builder.add('Mul', [opened, content]),
        layerOf(`${name}/mlp/down_proj`),
        vectorOf(`${name}.mlp.down_proj.bias_merged_0`),
      ),
    ]);
  }

  const logits = builder.add('Squeeze', [
    addLinear(builder, normalise(state, 'norm'), table),
    builder.integers([0]),
  ]);
  const logProbabilities = builder.add('LogSoftmax', [logits], {
    attributes: { axis: -1 },
    outputs: ['log_probabilities'],
  });
  builder.add('TopK', [logProbabilities, builder.integers([1])], {
    attributes: { axis: -1 },
    outputs: ['log_probability', 'next_token'],
  });
  builder.add(
    'Concat',
    alignmentHeads.map((head) => attentionRows.get(`${head.layer}.${head.head}`) ?? ''),
    { attributes: { axis: 1 }, outputs: ['attention'] },
  );
  builder.output('log_probabilities', elementType.float, ['T', embedding.columns]);
  builder.output('log_probability', elementType.float, ['T', 1]);
  builder.output('next_token', elementType.int64, ['T', 1]);
  builder.output('attention', elementType.float, [1, alignmentHeads.length, 'T', 'F']);
  return builder.build('moonshine_decoder', 17);
}

/** Tables [position, frequency] of cosines and sines for rotary position embedding. */
function addRotaryTables(builder: GraphBuilder, frequencies: Float32Array): [string, string] {
  const count = frequencies.length;
  const cosines = new Float32Array(maximumTokens * count);
  const sines = new Float32Array(maximumTokens * count);
  for (let position = 0; position < maximumTokens; position++) {
    for (let index = 0; index < count; index++) {
      const angle = Math.fround(position * frequencies[index]!);
      cosines[position * count + index] = Math.cos(angle);
      sines[position * count + index] = Math.sin(angle);
    }
  }
  const dimensions = [maximumTokens, count];
  return [builder.floats(cosines, dimensions), builder.floats(sines, dimensions)];
}
