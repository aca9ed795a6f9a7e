import { formatTimecode } from '@core/timing/timecode';
import { xToTime } from '@core/waveform/viewport';
import type { WaveformLayer } from './waveform-layer';

/** What paints the sound; it has canvases of its own. */
export interface PeaksPainter {
  /** @returns whether there is more to paint */
  paint(): boolean;
}

/**
 * The picture of the sound.
 * @param onMore there is more to paint, in a frame to come
 */
export function createPeaksLayer(painter: PeaksPainter, onMore: () => void): WaveformLayer {
  return {
    name: 'peaks',
    draw: () => {
      if (painter.paint()) onMore();
    },
    describe: ({ view }, text) =>
      text('waveform.describe.span', {
        begin: formatTimecode(Math.max(0, Math.round(xToTime(view, 0))), '.'),
        end: formatTimecode(
          Math.min(view.durationMs, Math.round(xToTime(view, view.widthPx))),
          '.',
        ),
      }),
  };
}
