import type { MessageKey, MessageParameters } from '@core/messages/catalogue';
import type { StageTarget } from '@core/waveform/find-target';
import type { Pen } from './pen';
import type { StageScene } from './stage-scene';

/** How a layer asks for texts in the language of the window. */
export type DescribeText = (key: MessageKey, parameters?: MessageParameters) => string;

/** One kind of thing on the stage of the waveform; the stage knows layers only by this. */
export interface WaveformLayer {
  /** What it is called, here and in tests. */
  readonly name: string;
  /** Shows what of it is in sight; what is not costs nothing. */
  draw(pen: Pen, scene: StageScene): void;
  /** What a pointer at a place takes hold of; undefined leaves it to the layers below. */
  hit?(scene: StageScene, x: number, y: number): StageTarget | undefined;
  /** What of it is in sight, in words; undefined where there is nothing to say. */
  describe(scene: StageScene, text: DescribeText): string | undefined;
}

/** Draws layers over each other, the first at the bottom. */
export function drawLayers(layers: readonly WaveformLayer[], pen: Pen, scene: StageScene): void {
  pen.clearRect(0, 0, scene.view.widthPx, scene.heightPx);
  for (const layer of layers) layer.draw(pen, scene);
}

/** What lies under a place, from the top layer down; the time itself where nothing does. */
export function hitLayers(
  layers: readonly WaveformLayer[],
  scene: StageScene,
  x: number,
  y: number,
): StageTarget {
  for (let at = layers.length - 1; at >= 0; at -= 1) {
    const target = layers[at]!.hit?.(scene, x, y);
    if (target !== undefined) return target;
  }
  return { kind: 'time' };
}

/** All that is in sight, for people who hear it instead. */
export function describeLayers(
  layers: readonly WaveformLayer[],
  scene: StageScene,
  text: DescribeText,
): string {
  return layers
    .map((layer) => layer.describe(scene, text))
    .filter((said) => said !== undefined)
    .join(' ');
}
