// Peer of the benchmark: sherpa-onnx on the same model. Usage: MODEL_FOLDER THREADS FILE…
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import tokeniser from 'llama-tokenizer-js';
import sherpa from 'sherpa-onnx-node';
import { readAudio } from './read-audio.mjs';

const [folder, threads, ...files] = process.argv.slice(2);
const tokens = join(folder, 'tokens.txt');
const lines = tokeniser.vocabById.map((piece, id) => {
  const byte = /^<0x([0-9A-F]{2})>$/.exec(piece);
  const bytes = byte ? Buffer.from([Number.parseInt(byte[1], 16)]) : Buffer.from(piece, 'utf8');
  return `${bytes.toString('base64')} ${id}\n`;
});
writeFileSync(tokens, lines.join(''));

const recognizer = new sherpa.OfflineRecognizer({
  featConfig: { sampleRate: 16_000, featureDim: 80 },
  modelConfig: {
    moonshine: {
      encoder: join(folder, 'encoder_model.onnx'),
      mergedDecoder: join(folder, 'decoder_model_merged.onnx'),
    },
    tokens,
    numThreads: Number(threads),
    provider: 'cpu',
    debug: 0,
  },
});
for (const file of files) {
  const stream = recognizer.createStream();
  stream.acceptWaveform({ sampleRate: 16_000, samples: readAudio(file) });
  recognizer.decode(stream);
  console.log(JSON.stringify({ file, text: recognizer.getResult(stream).text }));
}
