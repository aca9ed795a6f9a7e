/** A horizontal strip of the stage, px from its top. */
export interface Band {
  readonly topPx: number;
  readonly heightPx: number;
}

/** Ruler, sentence blocks, picture of the sound and words, one below the other. */
export interface StageBands {
  readonly ruler: Band;
  readonly blocks: Band;
  readonly wave: Band;
  readonly words: Band;
}

const rulerPx = 20;
const blocksPx = 40;
const wordsPx = 28;
const wordsOfLanesPx = 46;
const leastWavePx = 24;

/** How a stage of a height is shared out. */
export function layOutBands(heightPx: number, laneCount: number): StageBands {
  const wordsHeight = laneCount > 1 ? wordsOfLanesPx : wordsPx;
  const waveTop = rulerPx + blocksPx;
  const waveHeight = Math.max(leastWavePx, heightPx - waveTop - wordsHeight);
  return {
    ruler: { topPx: 0, heightPx: rulerPx },
    blocks: { topPx: rulerPx, heightPx: blocksPx },
    wave: { topPx: waveTop, heightPx: waveHeight },
    words: { topPx: waveTop + waveHeight, heightPx: wordsHeight },
  };
}

const laneGapPx = 2;

/** The strip of a lane within a band. */
export function getLaneBand(band: Band, lane: number, laneCount: number): Band {
  const heightPx = (band.heightPx - laneGapPx * (laneCount + 1)) / laneCount;
  return { topPx: band.topPx + laneGapPx + lane * (heightPx + laneGapPx), heightPx };
}
