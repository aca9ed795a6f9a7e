import type { SentenceIndex } from '@core/transcript/sentence-index';
import type { StackedLanes } from '@core/waveform/stack-lanes';
import type { StageBands } from '@core/waveform/stage-bands';
import type { Viewport } from '@core/waveform/viewport';
import { drawBlocks } from './draw-blocks';
import { drawRuler } from './draw-ruler';
import { drawWords } from './draw-words';
import type { StageColours } from './stage-colours';

/** Everything the overlay shows, at one moment. */
export interface StageScene {
  readonly view: Viewport;
  readonly heightPx: number;
  readonly bands: StageBands;
  readonly index: SentenceIndex;
  readonly lanes: StackedLanes;
  readonly hues: ReadonlyMap<string, number>;
  readonly selectedIds: ReadonlySet<string>;
  readonly currentId: string | undefined;
  readonly hoveredId: string | undefined;
  readonly spokenId: string | undefined;
  readonly loop: { readonly beginMs: number; readonly endMs: number } | undefined;
  readonly colours: StageColours;
  /** What is said in the lane of words while they are too small to be seen. */
  readonly wordHint: string;
}

/**
 * Draws ruler, sentence blocks and words of what is in sight; what is not costs nothing.
 *
 * @param context of a canvas as large as the stage, scaled to CSS px
 */
export function drawScene(context: CanvasRenderingContext2D, scene: StageScene): void {
  context.clearRect(0, 0, scene.view.widthPx, scene.heightPx);
  drawRuler(context, scene);
  drawBlocks(context, scene);
  drawWords(context, scene);
}
