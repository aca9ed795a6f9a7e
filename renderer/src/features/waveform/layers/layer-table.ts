import { blocksLayer } from './blocks-layer';
import { loopLayer } from './loop-layer';
import type { PlayheadLayer } from './playhead-layer';
import { problemsLayer } from './problems-layer';
import { rulerLayer } from './ruler-layer';
import type { WaveformLayer } from './waveform-layer';
import { wordsLayer } from './words-layer';

/** Layers that have something of their own on the page, besides the canvas that all share. */
export interface OwnLayers {
  readonly peaks: WaveformLayer;
  readonly spokenWord: WaveformLayer;
  readonly playhead: PlayheadLayer;
}

/** Every layer of the stage, from the bottom to the top: a new kind of thing is a row here. */
export function listLayers(own: OwnLayers): readonly WaveformLayer[] {
  return [own.peaks, ...canvasLayers, own.spokenWord, own.playhead];
}

/** Those that draw onto the shared canvas alone, in the same order. */
export const canvasLayers: readonly WaveformLayer[] = [
  rulerLayer,
  loopLayer,
  blocksLayer,
  problemsLayer,
  wordsLayer,
];
