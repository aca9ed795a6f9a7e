// Peer of the benchmark: the model as it is shipped, one session each for encoder and decoder, one
// thread, a plain greedy loop, every file decoded whole. Usage: MODEL_FOLDER FILE…
import { join } from 'node:path';
import tokeniser from 'llama-tokenizer-js';
import * as ort from 'onnxruntime-node';
import { readAudio } from './read-audio.mjs';

const [folder, ...files] = process.argv.slice(2);
const options = { intraOpNumThreads: 1, interOpNumThreads: 1 };
const encoder = await ort.InferenceSession.create(join(folder, 'encoder_model.onnx'), options);
const decoder = await ort.InferenceSession.create(
  join(folder, 'decoder_model_merged.onnx'),
  options,
);
const shape = { layers: 8, heads: 8, size: 52 };
const endToken = 2;

for (const file of files) {
  const samples = readAudio(file);
  const input = new ort.Tensor('float32', samples, [1, samples.length]);
  const { last_hidden_state: hidden } = await encoder.run({ input_values: input });
  const tokens = await decode(hidden, Math.max(6, Math.floor((samples.length / 16_000) * 15)));
  console.log(JSON.stringify({ file, text: tokeniser.decode(tokens, false, true) }));
}

async function decode(hidden, cap) {
  let past = {};
  for (let layer = 0; layer < shape.layers; layer++) {
    for (const part of ['decoder.key', 'decoder.value', 'encoder.key', 'encoder.value']) {
      const empty = new ort.Tensor('float32', new Float32Array(0), [1, shape.heads, 0, shape.size]);
      past[`past_key_values.${layer}.${part}`] = empty;
    }
  }
  const tokens = [];
  let token = 1;
  for (let step = 0; step < cap; step++) {
    const output = await decoder.run({
      input_ids: new ort.Tensor('int64', BigInt64Array.of(BigInt(token)), [1, 1]),
      encoder_hidden_states: hidden,
      use_cache_branch: new ort.Tensor('bool', [step > 0]),
      ...past,
    });
    const { data } = output.logits;
    token = 0;
    for (let index = 1; index < data.length; index++) if (data[index] > data[token]) token = index;
    if (token === endToken) break;
    tokens.push(token);
    const next = {};
    for (const name of Object.keys(past)) {
      const isNew = step === 0 || name.includes('decoder');
      next[name] = isNew ? output[name.replace('past_key_values', 'present')] : past[name];
    }
    past = next;
  }
  return tokens;
}
