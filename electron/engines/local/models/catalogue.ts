import type { AttentionHead, ModelShape } from '../graph-edit/model-shape';

/** Names of the speech models a person can choose from. */
export type RecogniserName = 'base' | 'tiny';

/** Names of everything that is prepared: the speech models and the voice activity model. */
export type ModelName = RecogniserName | 'voice-detector';

/** The speech model used where nobody chose one. */
export const defaultRecogniser: RecogniserName = 'base';

/** What decoding and alignment need to know about one speech model. */
export interface RecogniserFacts {
  readonly shape: ModelShape;
  /**
   * Heads whose cross-attention follows the sound most closely: the best six when every head alone
   * places the words of half of a LibriSpeech test-other sample.
   */
  readonly alignmentHeads: readonly AttentionHead[];
  /** Added to the time of an attention frame: what the same sample showed as its bias. */
  readonly alignmentOffsetMs: number;
  /**
   * Added to the end of a chunk that silence follows, as far as the silence reaches, where its sound does
   * not die away [SO8]: attention leaves a word before its sound has ended. Median bias of 62 (base) and 60 (tiny) words of the
   * same sample against a forced aligner's times, rounded towards none.
   */
  readonly alignmentTailMs: number;
}

const heads = (...pairs: readonly (readonly [number, number])[]): AttentionHead[] =>
  pairs.map(([layer, head]) => ({ layer, head }));

export const recognisers: Readonly<Record<RecogniserName, RecogniserFacts>> = {
  base: {
    shape: { layers: 8, heads: 8, headSize: 52, rotarySize: 32 },
    alignmentHeads: heads([5, 4], [5, 1], [4, 2], [5, 5], [6, 0], [6, 1]),
    alignmentOffsetMs: -28,
    alignmentTailMs: 48,
  },
  tiny: {
    shape: { layers: 6, heads: 8, headSize: 36, rotarySize: 32 },
    alignmentHeads: heads([5, 6], [4, 7], [3, 5], [4, 3], [3, 6], [3, 7]),
    alignmentOffsetMs: 16,
    alignmentTailMs: 16,
  },
};

/** How an output file comes from the files of its package. */
export type Recipe =
  | { readonly kind: 'copy'; readonly from: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'voice-detector'; readonly from: string }
  | {
      readonly kind: 'encoder' | 'decoder';
      readonly encoder: string;
      readonly decoder: string;
      readonly shape: ModelShape;
      readonly alignmentHeads: readonly AttentionHead[];
    };

/** A file below the folder of models, as it must be after preparing. */
export interface PreparedFile {
  readonly model: ModelName;
  /** Below the folder of models, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly recipe: Recipe;
}

/** A file inside a package's archive. */
export interface PackedFile {
  readonly path: string;
  readonly sha256: string;
}

/** An npm package that models are taken from. Its code and its dependencies are never installed. */
export interface SourcePackage {
  readonly name: string;
  readonly version: string;
  /** Subresource integrity of the archive, as the registry states it. */
  readonly integrity: string;
  /** The only files read from the archive. */
  readonly inputs: readonly PackedFile[];
  readonly outputs: readonly PreparedFile[];
}

const moonshineFile = (model: RecogniserName, part: string): string =>
  `package/dist/model/${model}/quantized/${part}.onnx`;

interface ExpectedFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** The files of one speech model: two graphs and the licence they stand under. */
function recogniserOutputs(
  model: RecogniserName,
  expected: { readonly encoder: ExpectedFile; readonly decoder: ExpectedFile },
): PreparedFile[] {
  const sources = {
    encoder: moonshineFile(model, 'encoder_model'),
    decoder: moonshineFile(model, 'decoder_model_merged'),
  };
  const { shape, alignmentHeads } = recognisers[model];
  const graph = (kind: 'encoder' | 'decoder'): PreparedFile => ({
    model,
    path: `${model}/${kind}.onnx`,
    ...expected[kind],
    recipe: { kind, ...sources, shape, alignmentHeads },
  });
  return [
    graph('encoder'),
    graph('decoder'),
    {
      model,
      path: `${model}/LICENSE`,
      bytes: 13_358,
      sha256: '37fc5d9a86547a0dd64a07cff439ba2a6b79cc8f6555a05121fed32866591159',
      recipe: { kind: 'copy', from: 'package/LICENSE' },
    },
  ];
}

/** The package names its licence (ISC) but brings no text; the model inside is Silero's, MIT. */
const voiceDetectorLicence = `The model silero_vad_v6.onnx is Silero VAD (https://github.com/snakers4/silero-vad), taken from
the npm package @ricky0123/vad-web 0.0.31 (https://github.com/ricky0123/vad, ISC licence).

MIT License

Copyright (c) 2020-present Silero Team

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
`;

/**
 * Where the built-in models come from. Version 0.1.17 of the first package is the last that holds
 * English base and the first that holds a licence text; its Spanish model is not free for every
 * use and is never read.
 */
export const sourcePackages: readonly SourcePackage[] = [
  {
    name: '@usefulsensors/moonshine-js',
    version: '0.1.17',
    integrity:
      'sha512-Uy/e4BjuHcpSC5h0HNRe/uCGe2ehEP586UMaHKyum9ZF8Z/lqtmadki9Myq6iLQGSj2hZ4Nb3RYn2b1qrrVNbw==',
    inputs: [
      {
        path: 'package/LICENSE',
        sha256: '37fc5d9a86547a0dd64a07cff439ba2a6b79cc8f6555a05121fed32866591159',
      },
      {
        path: moonshineFile('base', 'encoder_model'),
        sha256: '1dd9ab0a7f987113d30affcba5a068d11c8f90fa0223caa3e491ade431ad9751',
      },
      {
        path: moonshineFile('base', 'decoder_model_merged'),
        sha256: 'cc9f3cd6698a369c6008b41aa60aa3fb3322e7f03c9bdf19d8e6b7200afca4f3',
      },
      {
        path: moonshineFile('tiny', 'encoder_model'),
        sha256: 'c6fc4b7bc5af75c0591fd157a1f3829b533d18e9769a888fd95a62e470dd4f4a',
      },
      {
        path: moonshineFile('tiny', 'decoder_model_merged'),
        sha256: 'eed87831c3a6103534aae7d47a5d485025c659a1323901513961c39fe8a1a367',
      },
    ],
    outputs: [
      ...recogniserOutputs('base', {
        encoder: {
          bytes: 23_206_626,
          sha256: '28279dcb9e8cafe5bdc84b0c3b9ba1fba9d48806087c493700c8aaf4df149f5d',
        },
        decoder: {
          bytes: 39_302_010,
          sha256: 'ad891c6a9e5a409423b23609d1c4ada8f854c5dbc3fada4ff5b16a6f6a110871',
        },
      }),
      ...recogniserOutputs('tiny', {
        encoder: {
          bytes: 8_867_852,
          sha256: '91684feabb14b7c8ea986243e07ad54877103996436e0aa36b4790a22f8602cf',
        },
        decoder: {
          bytes: 18_937_892,
          sha256: '84d40e2275b83f0248ac823c15bb833064ea487b38c3b8d90a02a2904ea6dea2',
        },
      }),
    ],
  },
  {
    name: '@ricky0123/vad-web',
    version: '0.0.31',
    integrity:
      'sha512-ePVq8TvB21sdHSxVMZOEIf9JVa7MAYpaIaNXeGgsPOiMCN8xbPCdF2LS5aYj7VRR3ZxzutedgV9ZplV65IA1Fg==',
    inputs: [
      {
        path: 'package/dist/silero_vad_v6.onnx',
        sha256: '1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3',
      },
    ],
    outputs: [
      {
        model: 'voice-detector',
        path: 'voice-detector/voice-detector.onnx',
        bytes: 1_241_461,
        sha256: '3ec1fbe2de1fa5b1af1da8f870cd5c11f3fa77b42e7b72f176cfc540d5cece8e',
        recipe: { kind: 'voice-detector', from: 'package/dist/silero_vad_v6.onnx' },
      },
      {
        model: 'voice-detector',
        path: 'voice-detector/LICENSE',
        bytes: 1_264,
        sha256: 'd04b4f134865a8f1c7330df22208d90bffec585daf39d86682004ba8e453f508',
        recipe: { kind: 'text', text: voiceDetectorLicence },
      },
    ],
  },
];

/** Every prepared file of one model. */
export function filesOfModel(model: ModelName): PreparedFile[] {
  return sourcePackages.flatMap((source) => source.outputs.filter((file) => file.model === model));
}
