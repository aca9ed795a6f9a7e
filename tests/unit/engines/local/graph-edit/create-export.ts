import { onnx } from 'onnx-proto';
import { createValueInfo } from '../../../../../electron/engines/local/graph-edit/onnx-model';
import type {
  AttentionHead,
  ModelShape,
} from '../../../../../electron/engines/local/graph-edit/model-shape';

/** A model small enough to check by hand, with the names of the published export. */
export const smallShape: ModelShape = { layers: 2, heads: 2, headSize: 6, rotarySize: 4 };
export const smallVocabulary = 20;
export const smallHeads: readonly AttentionHead[] = [
  { layer: 1, head: 1 },
  { layer: 0, head: 0 },
];
const width = smallShape.heads * smallShape.headSize;

/** Numbers that look random and are the same every time. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const floats = (name: string, values: Float32Array, dims: number[] = [values.length]) => ({
  name,
  dims,
  dataType: 1,
  rawData: new Uint8Array(values.buffer),
});

/** The decoder's export: only what the rewriting reads of it. */
export function createDecoderExport(): Uint8Array {
  const random = createRandom(7);
  const initializer: onnx.ITensorProto[] = [];
  const node: onnx.INodeProto[] = [];
  const addQuantised = (name: string, rows: number, columns: number) => {
    const bytes = Uint8Array.from({ length: rows * columns }, () => Math.floor(random() * 256));
    const zeroPoint = 100 + Math.floor(random() * 56);
    initializer.push(
      { name: `${name}_quantized`, dims: [rows, columns], dataType: 2, rawData: bytes },
      floats(`${name}_scale`, Float32Array.of(0.004 + random() * 0.004), []),
      { name: `${name}_zero_point`, dims: [], dataType: 2, int32Data: [zeroPoint] },
    );
  };
  const addLayer = (name: string, rows: number, columns: number) => {
    addQuantised(`weights of ${name}`, rows, columns);
    const input = ['x', `weights of ${name}_quantized`, 'x_zero_point', 'w_zero_point'];
    node.push({ opType: 'MatMulInteger', name: `/model/decoder/${name}/MatMul_quant`, input });
  };
  const addVector = (name: string, length: number, centre: number) => {
    const values = Float32Array.from({ length }, () => centre + random() * 0.2);
    initializer.push(floats(`model.decoder.${name}_merged_0`, values));
  };
  addQuantised('model.decoder.embed_tokens.weight_merged_0', smallVocabulary, width);
  initializer.push(
    floats('/model/decoder/rotary_emb/Cast_1_output_0', Float32Array.of(1, 0.1), [1, 2, 1]),
  );
  for (let layer = 0; layer < smallShape.layers; layer++) {
    for (const attention of ['self_attn', 'encoder_attn']) {
      for (const part of ['q_proj', 'k_proj', 'v_proj', 'dense']) {
        addLayer(`layers.${layer}/${attention}/${part}`, width, width);
      }
    }
    addLayer(`layers.${layer}/mlp/up_proj`, width, 4 * width);
    addLayer(`layers.${layer}/mlp/down_proj`, 2 * width, width);
    addVector(`layers.${layer}.mlp.up_proj.bias`, 4 * width, 0);
    addVector(`layers.${layer}.mlp.down_proj.bias`, width, 0);
    for (const norm of ['input_layernorm', 'post_attention_layernorm', 'final_layernorm']) {
      addVector(`layers.${layer}.${norm}.weight`, width, 1);
    }
  }
  addVector('norm.weight', width, 1);
  const branch = (name: string) => ({ name, type: 5, g: { node } });
  const choice = { opType: 'If', attribute: [branch('then_branch'), branch('else_branch')] };
  return onnx.ModelProto.encode({ irVersion: 8, graph: { node: [choice], initializer } }).finish();
}

/** An encoder that hands on its samples, a frame of `width` at a time. */
export function createEncoderExport(): Uint8Array {
  const dims = BigInt64Array.of(1n, -1n, BigInt(width));
  const graph = {
    name: 'encoder',
    node: [
      { opType: 'Reshape', input: ['input_values', 'frame_shape'], output: ['last_hidden_state'] },
    ],
    initializer: [
      { name: 'frame_shape', dims: [3], dataType: 7, rawData: new Uint8Array(dims.buffer) },
    ],
    input: [createValueInfo('input_values', 1, [1, 'samples'])],
    output: [createValueInfo('last_hidden_state', 1, [1, 'frames', width])],
  };
  return onnx.ModelProto.encode({ irVersion: 8, opsetImport: [{ version: 14 }], graph }).finish();
}
