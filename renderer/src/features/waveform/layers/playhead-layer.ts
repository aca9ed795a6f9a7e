import { formatTimecode } from '@core/timing/timecode';
import { timeToX } from '@core/waveform/viewport';
import type { StageScene } from './stage-scene';
import type { WaveformLayer } from './waveform-layer';

export interface PlayheadLayer extends WaveformLayer {
  /** Moves it alone: while playing it moves in every frame, in which nothing else may change. */
  move(at: Pick<StageScene, 'view' | 'positionMs'>): void;
}

/** What shows a playhead. */
export interface PlayheadElement {
  readonly style: Pick<CSSStyleDeclaration, 'visibility' | 'transform'>;
}

/** Where the recording plays, as an element of its own. */
export function createPlayheadLayer(element: PlayheadElement): PlayheadLayer {
  const move: PlayheadLayer['move'] = ({ view, positionMs }) => {
    const x = timeToX(view, positionMs);
    const isInSight = x >= -1 && x <= view.widthPx + 1;
    element.style.visibility = isInSight ? 'visible' : 'hidden';
    element.style.transform = `translateX(${x.toFixed(1)}px)`;
  };
  return {
    name: 'playhead',
    move,
    draw: (_, scene) => move(scene),
    describe: ({ positionMs }, text) =>
      text('waveform.describe.playhead', { time: formatTimecode(positionMs, '.') }),
  };
}
