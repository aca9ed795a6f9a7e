// Cues of a document without their marks, to be compared with those of other readers.
import { compareCues } from './lib-ffmpeg-cues.mjs';

// As `electron/core/transcript/markup.ts` has it, written down here a second time so that a fault there
// is seen.
const overrides = /\{\\[^{}]*\}|\{[a-z]:[^{}]*\}/giu;
const tags =
  /<\/?(?:[biusvc]|font|ruby|rt|lang)(?:[.\s][^<>]*)?>|<(?:\d{2,}:)?\d\d:\d\d\.\d{3}>/giu;

/** @param document what a format read */
export function listPlainCues({ sentences }) {
  return sentences
    .map(({ beginMs, endMs, text }) => ({
      beginMs,
      endMs,
      text: text.replace(overrides, '').replace(tags, '').replace(/\n+$/u, ''),
    }))
    .toSorted(compareCues);
}
