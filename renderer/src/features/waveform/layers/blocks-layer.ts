import type { Sentence } from '@core/transcript/sentence';
import { findSentencesWithin } from '@core/transcript/sentence-index';
import { findBlockTarget } from '@core/waveform/find-target';
import { type Band, getLaneBand } from '@core/waveform/stage-bands';
import { timeToX, xToTime } from '@core/waveform/viewport';
import type { Pen } from './pen';
import { hiddenAlpha, type StageScene } from './stage-scene';
import type { WaveformLayer } from './waveform-layer';
import { fitText } from './fit-text';

const textFromPx = 26;
const edgesFromPx = 10;
const barFromPx = 8;
const mostDescribed = 300;

/** The sentences in sight as blocks in their lanes, with their stretch of the sound under them. */
export const blocksLayer: WaveformLayer = {
  name: 'blocks',
  draw: drawBlocks,
  hit: findBlockTarget,
  describe: (scene, text) => {
    const { index, currentId, selectedIds, view } = scene;
    const { beginIndex, endIndex } = findSentencesWithin(
      index,
      xToTime(view, 0),
      xToTime(view, view.widthPx),
    );
    const count = endIndex - beginIndex;
    const at = index.sentences.findIndex(({ id }) => id === currentId);
    const current = index.sentences[at];
    const inSight = text('waveform.describe.sentences', { count });
    if (current === undefined || !selectedIds.has(current.id)) return inSight;
    const selected = { number: at + 1, text: describeText(current.text) };
    return `${inSight} ${text('waveform.describe.current', selected)}`;
  },
};

/** As much of a text as is read out in one go. */
function describeText(text: string): string {
  const shown = text.length > mostDescribed ? `${text.slice(0, mostDescribed)}…` : text;
  return shown.replaceAll('\n', ' ');
}

function drawBlocks(pen: Pen, scene: StageScene): void {
  const { view, index, lanes, bands } = scene;
  const { beginIndex, endIndex } = findSentencesWithin(
    index,
    xToTime(view, 0),
    xToTime(view, view.widthPx),
  );
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
    drawBlock(pen, scene, { sentence, at, beginX, endX, band: laneBands[lane]! });
  }
  pen.globalAlpha = 1;
}

interface Block {
  readonly sentence: Sentence;
  /** Its place in the list. */
  readonly at: number;
  readonly beginX: number;
  readonly endX: number;
  readonly band: Band;
}

function drawBlock(pen: Pen, scene: StageScene, block: Block): void {
  const { colours, hues, selectedIds, hoveredId, spokenId, currentId } = scene;
  const { sentence, band } = block;
  const left = Math.round(block.beginX);
  const width = Math.max(1, Math.round(block.endX) - left - 1);
  const hue = sentence.speaker === undefined ? 0 : (hues.get(sentence.speaker) ?? 0);
  const colour = colours.speakers[hue]!;
  const isSelected = selectedIds.has(sentence.id);
  const strength = scene.isShown(sentence) ? 1 : hiddenAlpha;
  drawStretch(pen, scene, block, isSelected);
  if (sentence.id === spokenId) {
    pen.globalAlpha = 1;
    pen.fillStyle = colours.spoken;
    pen.fillRect(left, band.topPx, width, band.heightPx);
  }
  pen.fillStyle = colour;
  // Narrow blocks have no room for a bar at their begin, so they are stronger themselves.
  const hasBar = width >= barFromPx;
  const base = hasBar ? 0.18 : 0.5;
  pen.globalAlpha = strength * (base + (isSelected ? 0.16 : sentence.id === hoveredId ? 0.1 : 0));
  pen.fillRect(left, band.topPx, width, band.heightPx);
  pen.globalAlpha = strength;
  if (hasBar) pen.fillRect(left, band.topPx, 2, band.heightPx);
  if (isSelected && width > 3) {
    pen.strokeStyle = sentence.id === currentId ? colours.accent : colour;
    pen.lineWidth = 1.5;
    pen.strokeRect(left + 0.75, band.topPx + 0.75, width - 1.5, band.heightPx - 1.5);
  }
  if (width >= textFromPx) drawText(pen, scene, block);
}

/** The sound that belongs to a block: its edges, and for a selected one a tint. */
function drawStretch(
  pen: Pen,
  { bands, colours }: StageScene,
  { beginX, endX }: Block,
  isSelected: boolean,
): void {
  const { topPx, heightPx } = bands.wave;
  if (isSelected) {
    pen.globalAlpha = 1;
    pen.fillStyle = colours.selected;
    pen.fillRect(beginX, topPx, endX - beginX, heightPx);
  }
  if (endX - beginX < edgesFromPx) return;
  pen.globalAlpha = isSelected ? 1 : 0.6;
  pen.fillStyle = isSelected ? colours.accent : colours.line;
  pen.fillRect(Math.round(beginX), topPx, 1, heightPx);
  pen.fillRect(Math.round(endX) - 1, topPx, 1, heightPx);
}

function drawText(pen: Pen, scene: StageScene, block: Block): void {
  const { colours, view } = scene;
  const { sentence, at, band } = block;
  // A block that begins before the window keeps its text in sight.
  const left = Math.max(block.beginX, 0) + 7;
  const room = Math.min(block.endX, view.widthPx) - left - 4;
  // No character is narrower than a pixel: a sentence may have the text of a whole talk.
  const text = sentence.text.slice(0, Math.ceil(room) + 1).replaceAll('\n', ' ');
  pen.textBaseline = 'middle';
  if (band.heightPx >= 30) {
    pen.font = `10px ${colours.font}`;
    pen.fillStyle = colours.muted;
    pen.fillText(fitText(pen, `#${at + 1}`, room), left, band.topPx + 10);
    pen.font = `12px ${colours.font}`;
    pen.fillStyle = colours.text;
    pen.fillText(fitText(pen, text, room), left, band.topPx + 25);
    return;
  }
  const size = band.heightPx >= 15 ? 11 : 9;
  pen.font = `${size}px ${colours.font}`;
  pen.fillStyle = colours.text;
  const line = fitText(pen, `${at + 1}  ${text}`, room);
  pen.fillText(line, left, band.topPx + band.heightPx / 2 + 0.5);
}
