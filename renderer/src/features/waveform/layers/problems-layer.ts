import { findSentencesWithin } from '@core/transcript/sentence-index';
import { getLaneBand } from '@core/waveform/stage-bands';
import { timeToX, xToTime } from '@core/waveform/viewport';
import { hiddenAlpha, type StageScene } from './stage-scene';
import type { WaveformLayer } from './waveform-layer';

const markPx = 3;

/** Blocks of sentences that break a rule with an error have a line at their foot. */
export const problemsLayer: WaveformLayer = {
  name: 'problems',
  draw: (pen, scene) => {
    const { view, bands, lanes, colours } = scene;
    pen.fillStyle = colours.problem;
    /** Where the last mark of a lane ended: of many narrow ones one is drawn. */
    const drawnTo: number[] = [];
    for (const at of listErrors(scene)) {
      const sentence = scene.index.sentences[at]!;
      const lane = lanes.lanes[at]!;
      const left = Math.round(timeToX(view, sentence.beginMs));
      const right = Math.max(left + 2, Math.round(timeToX(view, sentence.endMs)) - 1);
      if (right <= (drawnTo[lane] ?? -1)) continue;
      drawnTo[lane] = right;
      const { topPx, heightPx } = getLaneBand(bands.blocks, lane, lanes.count);
      pen.globalAlpha = scene.isShown(sentence) ? 1 : hiddenAlpha;
      pen.fillRect(left, topPx + heightPx - markPx, right - left, markPx);
    }
    pen.globalAlpha = 1;
  },
  describe: (scene, text) => {
    const count = listErrors(scene).length;
    return count === 0 ? undefined : text('waveform.describe.problems', { count });
  },
};

/** Places of the sentences in sight that have an error. */
function listErrors({ view, index, errorIds }: StageScene): readonly number[] {
  if (errorIds.size === 0) return [];
  const within = findSentencesWithin(index, xToTime(view, 0), xToTime(view, view.widthPx));
  const places: number[] = [];
  for (let at = within.beginIndex; at < within.endIndex; at += 1) {
    if (errorIds.has(index.sentences[at]!.id)) places.push(at);
  }
  return places;
}
