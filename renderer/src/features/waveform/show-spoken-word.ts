import { wordPixelsPerSecond } from '@core/waveform/find-target';
import { getLaneBand } from '@core/waveform/stage-bands';
import { timeToX } from '@core/waveform/viewport';
import type { SpokenState } from '../../playback/spoken-word';
import type { StageScene } from './draw-scene';

/**
 * Lights up the spoken word in its lane. It is an element of its own, so that it can be wider than
 * its box where that is too narrow for its text.
 */
export function showSpokenWord(
  element: HTMLElement,
  { view, bands, lanes, index }: StageScene,
  { sentenceId, wordIndex }: SpokenState,
): void {
  const isShown = wordIndex !== undefined && view.pixelsPerSecond >= wordPixelsPerSecond;
  const at = isShown ? index.sentences.findIndex(({ id }) => id === sentenceId) : -1;
  const word = wordIndex === undefined ? undefined : index.sentences[at]?.words[wordIndex];
  element.hidden = word === undefined;
  if (word === undefined) return;
  const { topPx, heightPx } = getLaneBand(bands.words, lanes.lanes[at]!, lanes.count);
  const x = timeToX(view, word.beginMs);
  const width = Math.max(2, timeToX(view, word.endMs) - x - 1);
  element.textContent = word.text;
  element.style.transform = `translate(${x.toFixed(1)}px, ${topPx}px)`;
  element.style.width = `${width.toFixed(1)}px`;
  element.style.height = `${heightPx}px`;
  element.style.lineHeight = `${heightPx}px`;
}
