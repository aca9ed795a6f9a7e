import { doesOverhang } from '@core/transcript/does-overhang';
import type { Sentence } from '@core/transcript/sentence';
import { findFirst, findSentencesWithin } from '@core/transcript/sentence-index';
import type { Word } from '@core/transcript/word';
import { findWordTarget, wordPixelsPerSecond } from '@core/waveform/find-target';
import { type Band, getLaneBand } from '@core/waveform/stage-bands';
import { timeToX, xToTime } from '@core/waveform/viewport';
import type { Pen } from './pen';
import { hiddenAlpha, type StageScene } from './stage-scene';
import type { WaveformLayer } from './waveform-layer';
import { fitText } from './fit-text';
import type { StageColours } from '../stage-colours';

/** The words in sight as boxes; estimated times are hatched, a person's own have a bar at the top. */
export const wordsLayer: WaveformLayer = {
  name: 'words',
  draw: drawWords,
  hit: findWordTarget,
  describe: (scene, text) => {
    const { view, index, wordHint } = scene;
    if (view.pixelsPerSecond < wordPixelsPerSecond) return wordHint;
    const [fromMs, toMs] = [xToTime(view, 0), xToTime(view, view.widthPx)];
    const { beginIndex, endIndex } = findSentencesWithin(index, fromMs, toMs);
    const words = index.sentences
      .slice(beginIndex, endIndex)
      .flatMap((sentence) => sentence.words)
      .filter(({ beginMs, endMs }) => endMs > fromMs && beginMs < toMs);
    const estimated = words.filter(({ timing }) => timing === 'estimated').length;
    return text('waveform.describe.words', { count: words.length, estimated });
  },
};

function drawWords(pen: Pen, scene: StageScene): void {
  const { view, bands, colours, index, lanes, wordHint, hatch } = scene;
  const { topPx, heightPx } = bands.words;
  pen.fillStyle = colours.line;
  pen.fillRect(0, topPx, view.widthPx, 1);
  if (view.pixelsPerSecond < wordPixelsPerSecond) {
    pen.font = `11px ${colours.font}`;
    pen.textBaseline = 'middle';
    pen.fillStyle = colours.faint;
    pen.fillText(wordHint, 8, topPx + heightPx / 2 + 1);
    return;
  }
  const endMs = xToTime(view, view.widthPx);
  const { beginIndex, endIndex } = findSentencesWithin(index, xToTime(view, 0), endMs);
  for (let at = beginIndex; at < endIndex; at += 1) {
    const band = getLaneBand(bands.words, lanes.lanes[at]!, lanes.count);
    const sentence = index.sentences[at]!;
    pen.globalAlpha = scene.isShown(sentence) ? 1 : hiddenAlpha;
    drawSentence(pen, scene, sentence, band, hatch);
  }
  pen.globalAlpha = 1;
}

function drawSentence(
  pen: Pen,
  { view, colours }: StageScene,
  sentence: Sentence,
  band: Band,
  hatch: StageScene['hatch'],
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
    drawBox(pen, colours, word, { left, width, band }, hatch);
    if (doesOverhang(word, sentence)) {
      pen.fillStyle = colours.problem;
      pen.fillRect(left, band.topPx + band.heightPx - 2, width, 2);
    }
  }
}

interface Box {
  readonly left: number;
  readonly width: number;
  readonly band: Band;
}

function drawBox(
  pen: Pen,
  colours: StageColours,
  { text, timing }: Word,
  { left, width, band }: Box,
  hatch: StageScene['hatch'],
): void {
  const { topPx, heightPx } = band;
  const isEstimated = timing === 'estimated';
  pen.fillStyle = isEstimated ? colours.estimatedSoft : colours.sunken;
  pen.fillRect(left, topPx, width, heightPx);
  if (isEstimated && hatch !== undefined) {
    pen.fillStyle = hatch;
    pen.fillRect(left, topPx, width, heightPx);
  }
  if (width > 4) {
    pen.strokeStyle = isEstimated ? colours.estimatedLine : colours.lineStrong;
    pen.lineWidth = 1;
    if (isEstimated) pen.setLineDash([3, 2]);
    pen.strokeRect(left + 0.5, topPx + 0.5, width - 1, heightPx - 1);
    if (isEstimated) pen.setLineDash([]);
  }
  if (timing === 'manual') {
    pen.fillStyle = colours.accent;
    pen.fillRect(left, topPx, width, 2);
  }
  if (width < 12) return;
  pen.font = `${heightPx >= 16 ? 12 : 10}px ${colours.font}`;
  pen.fillStyle = isEstimated ? colours.estimatedText : colours.text;
  pen.fillText(fitText(pen, text, width - 6), left + 4, topPx + heightPx / 2 + 0.5);
}
