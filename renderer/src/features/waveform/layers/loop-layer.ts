import { formatTimecode } from '@core/timing/timecode';
import { timeToX } from '@core/waveform/viewport';
import type { WaveformLayer } from './waveform-layer';

/** The stretch that plays over and over, as a tint from the ruler to the sound. */
export const loopLayer: WaveformLayer = {
  name: 'loop',
  draw: (pen, { view, loop, bands, colours }) => {
    if (loop === undefined) return;
    const x = timeToX(view, loop.beginMs);
    pen.globalAlpha = 0.12;
    pen.fillStyle = colours.accent;
    pen.fillRect(x, 0, timeToX(view, loop.endMs) - x, bands.words.topPx);
    pen.globalAlpha = 1;
  },
  describe: ({ loop }, text) =>
    loop &&
    text('waveform.describe.loop', {
      begin: formatTimecode(loop.beginMs, '.'),
      end: formatTimecode(loop.endMs, '.'),
    }),
};
