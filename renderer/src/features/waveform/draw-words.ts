import { doesOverhang } from '@core/transcript/does-overhang';
import type { Sentence } from '@core/transcript/sentence';
import { findFirst, findSentencesWithin } from '@core/transcript/sentence-index';
import type { Word } from '@core/transcript/word';
import { wordPixelsPerSecond } from '@core/waveform/find-target';
import { type Band, getLaneBand } from '@core/waveform/stage-bands';
import { timeToX, xToTime } from '@core/waveform/viewport';
import type { StageScene } from './draw-scene';
import { fitText } from './fit-text';
import type { StageColours } from './stage-colours';

/** The words in sight as boxes; estimated times are hatched, a person's own have a bar at the top. */
export function drawWords(context: CanvasRenderingContext2D, scene: StageScene): void {
  const { view, bands, colours, index, lanes, wordHint } = scene;
  const { topPx, heightPx } = bands.words;
  context.fillStyle = colours.line;
  context.fillRect(0, topPx, view.widthPx, 1);
  if (view.pixelsPerSecond < wordPixelsPerSecond) {
    context.font = `11px ${colours.font}`;
    context.textBaseline = 'middle';
    context.fillStyle = colours.faint;
    context.fillText(wordHint, 8, topPx + heightPx / 2 + 1);
    return;
  }
  const endMs = xToTime(view, view.widthPx);
  const { beginIndex, endIndex } = findSentencesWithin(index, xToTime(view, 0), endMs);
  const hatch = getHatch(context, colours);
  for (let at = beginIndex; at < endIndex; at += 1) {
    const band = getLaneBand(bands.words, lanes.lanes[at]!, lanes.count);
    drawSentence(context, scene, index.sentences[at]!, band, hatch);
  }
}

function drawSentence(
  context: CanvasRenderingContext2D,
  { view, colours }: StageScene,
  sentence: Sentence,
  band: Band,
  hatch: CanvasPattern | null,
): void {
  const { words } = sentence;
  // Words begin in order [TX2] but may overlap, so the search goes by begins, with one before.
  const first = findFirst(words.length, (at) => timeToX(view, words[at]!.endMs) >= 0);
  for (let at = Math.max(0, first - 1); at < words.length; at += 1) {
    const word = words[at]!;
    const left = Math.round(timeToX(view, word.beginMs));
    if (left > view.widthPx) return;
    const width = Math.max(2, Math.round(timeToX(view, word.endMs)) - left - 1);
    if (left + width < 0) continue;
    drawBox(context, colours, word, { left, width, band }, hatch);
    if (doesOverhang(word, sentence)) {
      context.fillStyle = colours.problem;
      context.fillRect(left, band.topPx + band.heightPx - 2, width, 2);
    }
  }
}

interface Box {
  readonly left: number;
  readonly width: number;
  readonly band: Band;
}

function drawBox(
  context: CanvasRenderingContext2D,
  colours: StageColours,
  { text, timing }: Word,
  { left, width, band }: Box,
  hatch: CanvasPattern | null,
): void {
  const { topPx, heightPx } = band;
  const isEstimated = timing === 'estimated';
  context.fillStyle = isEstimated ? colours.estimatedSoft : colours.sunken;
  context.fillRect(left, topPx, width, heightPx);
  if (isEstimated && hatch !== null) {
    context.fillStyle = hatch;
    context.fillRect(left, topPx, width, heightPx);
  }
  if (width > 4) {
    context.strokeStyle = isEstimated ? colours.estimatedLine : colours.lineStrong;
    context.lineWidth = 1;
    if (isEstimated) context.setLineDash([3, 2]);
    context.strokeRect(left + 0.5, topPx + 0.5, width - 1, heightPx - 1);
    if (isEstimated) context.setLineDash([]);
  }
  if (timing === 'manual') {
    context.fillStyle = colours.accent;
    context.fillRect(left, topPx, width, 2);
  }
  if (width < 12) return;
  context.font = `${heightPx >= 16 ? 12 : 10}px ${colours.font}`;
  context.fillStyle = isEstimated ? colours.estimatedText : colours.text;
  context.fillText(fitText(context, text, width - 6), left + 4, topPx + heightPx / 2 + 0.5);
}

let hatched: { readonly colour: string; readonly pattern: CanvasPattern | null } | undefined;

/** Thin slanted lines, made once for each theme. */
function getHatch(
  context: CanvasRenderingContext2D,
  { estimatedLine }: StageColours,
): CanvasPattern | null {
  if (hatched?.colour === estimatedLine) return hatched.pattern;
  const tile = document.createElement('canvas');
  tile.width = 6;
  tile.height = 6;
  const pen = tile.getContext('2d');
  if (pen === null) return null;
  pen.strokeStyle = estimatedLine;
  pen.globalAlpha = 0.45;
  pen.beginPath();
  for (const from of [-6, 0, 6]) {
    pen.moveTo(from, 6);
    pen.lineTo(from + 6, 0);
  }
  pen.stroke();
  hatched = { colour: estimatedLine, pattern: context.createPattern(tile, 'repeat') };
  return hatched.pattern;
}
