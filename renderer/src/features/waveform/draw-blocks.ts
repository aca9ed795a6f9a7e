import type { Sentence } from '@core/transcript/sentence';
import { findSentencesWithin } from '@core/transcript/sentence-index';
import { type Band, getLaneBand } from '@core/waveform/stage-bands';
import { timeToX, xToTime } from '@core/waveform/viewport';
import type { StageScene } from './draw-scene';
import { fitText } from './fit-text';

const textFromPx = 26;
const edgesFromPx = 10;
const barFromPx = 8;

/** The sentences in sight as blocks in their lanes, with their stretch of the sound under them. */
export function drawBlocks(context: CanvasRenderingContext2D, scene: StageScene): void {
  const { view, index, lanes, loop, bands, colours } = scene;
  const { beginIndex, endIndex } = findSentencesWithin(
    index,
    xToTime(view, 0),
    xToTime(view, view.widthPx),
  );
  if (loop !== undefined) {
    const x = timeToX(view, loop.beginMs);
    context.globalAlpha = 0.12;
    context.fillStyle = colours.accent;
    context.fillRect(x, 0, timeToX(view, loop.endMs) - x, bands.words.topPx);
    context.globalAlpha = 1;
  }
  const laneBands = Array.from({ length: lanes.count }, (_, lane) =>
    getLaneBand(bands.blocks, lane, lanes.count),
  );
  /** Where the last block of a lane ended: blocks of less than a pixel are drawn once. */
  const drawnTo = laneBands.map(() => -1);
  for (let at = beginIndex; at < endIndex; at += 1) {
    const sentence = index.sentences[at]!;
    const lane = lanes.lanes[at]!;
    const beginX = timeToX(view, sentence.beginMs);
    const endX = Math.max(beginX + 1, timeToX(view, sentence.endMs));
    const isMarked = scene.selectedIds.has(sentence.id) || sentence.id === scene.spokenId;
    if (endX < 0 || (endX <= drawnTo[lane]! + 1 && !isMarked)) continue;
    drawnTo[lane] = Math.floor(endX);
    drawBlock(context, scene, { sentence, at, beginX, endX, band: laneBands[lane]! });
  }
  context.globalAlpha = 1;
}

interface Block {
  readonly sentence: Sentence;
  /** Its place in the list. */
  readonly at: number;
  readonly beginX: number;
  readonly endX: number;
  readonly band: Band;
}

function drawBlock(context: CanvasRenderingContext2D, scene: StageScene, block: Block): void {
  const { colours, hues, selectedIds, hoveredId, spokenId, currentId } = scene;
  const { sentence, band } = block;
  const left = Math.round(block.beginX);
  const width = Math.max(1, Math.round(block.endX) - left - 1);
  const hue = sentence.speaker === undefined ? 0 : (hues.get(sentence.speaker) ?? 0);
  const colour = colours.speakers[hue]!;
  const isSelected = selectedIds.has(sentence.id);
  drawStretch(context, scene, block, isSelected);
  if (sentence.id === spokenId) {
    context.globalAlpha = 1;
    context.fillStyle = colours.spoken;
    context.fillRect(left, band.topPx, width, band.heightPx);
  }
  context.fillStyle = colour;
  // Narrow blocks have no room for a bar at their begin, so they are stronger themselves.
  const hasBar = width >= barFromPx;
  const base = hasBar ? 0.18 : 0.5;
  context.globalAlpha = base + (isSelected ? 0.16 : sentence.id === hoveredId ? 0.1 : 0);
  context.fillRect(left, band.topPx, width, band.heightPx);
  context.globalAlpha = 1;
  if (hasBar) context.fillRect(left, band.topPx, 2, band.heightPx);
  if (isSelected && width > 3) {
    context.strokeStyle = sentence.id === currentId ? colours.accent : colour;
    context.lineWidth = 1.5;
    context.strokeRect(left + 0.75, band.topPx + 0.75, width - 1.5, band.heightPx - 1.5);
  }
  if (width >= textFromPx) drawText(context, scene, block);
}

/** The sound that belongs to a block: its edges, and for a selected one a tint. */
function drawStretch(
  context: CanvasRenderingContext2D,
  { bands, colours }: StageScene,
  { beginX, endX }: Block,
  isSelected: boolean,
): void {
  const { topPx, heightPx } = bands.wave;
  if (isSelected) {
    context.globalAlpha = 1;
    context.fillStyle = colours.selected;
    context.fillRect(beginX, topPx, endX - beginX, heightPx);
  }
  if (endX - beginX < edgesFromPx) return;
  context.globalAlpha = isSelected ? 1 : 0.6;
  context.fillStyle = isSelected ? colours.accent : colours.line;
  context.fillRect(Math.round(beginX), topPx, 1, heightPx);
  context.fillRect(Math.round(endX) - 1, topPx, 1, heightPx);
}

function drawText(context: CanvasRenderingContext2D, scene: StageScene, block: Block): void {
  const { colours, view } = scene;
  const { sentence, at, band } = block;
  // A block that begins before the window keeps its text in sight.
  const left = Math.max(block.beginX, 0) + 7;
  const room = Math.min(block.endX, view.widthPx) - left - 4;
  const text = sentence.text.replaceAll('\n', ' ');
  context.textBaseline = 'middle';
  if (band.heightPx >= 30) {
    context.font = `10px ${colours.font}`;
    context.fillStyle = colours.muted;
    context.fillText(fitText(context, `#${at + 1}`, room), left, band.topPx + 10);
    context.font = `12px ${colours.font}`;
    context.fillStyle = colours.text;
    context.fillText(fitText(context, text, room), left, band.topPx + 25);
    return;
  }
  const size = band.heightPx >= 15 ? 11 : 9;
  context.font = `${size}px ${colours.font}`;
  context.fillStyle = colours.text;
  const line = fitText(context, `${at + 1}  ${text}`, room);
  context.fillText(line, left, band.topPx + band.heightPx / 2 + 0.5);
}
