import type { ChunkShape } from './chunks';

/** Chunks of RIFF: eight bytes of name and length. */
export const waveChunks: ChunkShape = {
  headBytes: 8,
  alignment: 2,
  parse: (bytes, index) => ({
    name: bytes.toString('latin1', index, index + 4),
    size: bytes.readUInt32LE(index + 4),
  }),
  trailingNames: new Set([
    ...['LIST', 'list', 'id3 ', 'ID3 ', 'bext', 'iXML', 'cue ', 'smpl', 'inst', 'fact'],
    ...['JUNK', 'junk', 'PAD ', 'FLLR', '_PMX', 'cart', 'axml', 'chna', 'DISP', 'PEAK'],
    ...['plst', 'labl', 'note', 'ltxt', 'acid', 'strc', 'umid', 'minf', 'elm1', 'regn'],
    ...['ovwf', 'levl', 'afsp', 'link', 'mext', 'r64m', 'SAUR', 'LGWV', 'ResU', 'SyLp'],
    ...['wavl', 'slnt', 'aXML', 'qlty', 'sidx', 'c2pa', 'C2PA'],
  ]),
};
