import { wordPixelsPerSecond } from '@core/waveform/find-target';
import type { Word } from '@core/transcript/word';
import { getLaneBand } from '@core/waveform/stage-bands';
import { timeToX } from '@core/waveform/viewport';
import type { StageScene } from './stage-scene';
import type { WaveformLayer } from './waveform-layer';

/** What shows a word. */
export interface WordElement {
  hidden: boolean | string;
  textContent: string | null;
  readonly style: Pick<CSSStyleDeclaration, 'transform' | 'width' | 'height' | 'lineHeight'>;
}

/**
 * The spoken word, lit up in its lane. It is an element of its own, so that it can be wider than its
 * box where that is too narrow for its text.
 */
export function createSpokenWordLayer(element: WordElement): WaveformLayer {
  return {
    name: 'spokenWord',
    draw: (_, scene) => {
      const { view, bands, lanes } = scene;
      const spoken = findSpoken(scene);
      element.hidden = spoken === undefined;
      if (spoken === undefined) return;
      const { word, at } = spoken;
      const { topPx, heightPx } = getLaneBand(bands.words, lanes.lanes[at]!, lanes.count);
      const x = timeToX(view, word.beginMs);
      const width = Math.max(2, timeToX(view, word.endMs) - x - 1);
      element.textContent = word.text;
      element.style.transform = `translate(${x.toFixed(1)}px, ${topPx}px)`;
      element.style.width = `${width.toFixed(1)}px`;
      element.style.height = `${heightPx}px`;
      element.style.lineHeight = `${heightPx}px`;
    },
    describe: (scene, text) => {
      const spoken = findSpoken(scene);
      return spoken && text('waveform.describe.spoken', { word: spoken.word.text });
    },
  };
}

interface Spoken {
  readonly word: Word;
  /** Place of its sentence in the list. */
  readonly at: number;
}

function findSpoken({ view, index, spokenId, spokenWordIndex }: StageScene): Spoken | undefined {
  if (spokenWordIndex === undefined || view.pixelsPerSecond < wordPixelsPerSecond) return undefined;
  const at = index.sentences.findIndex(({ id }) => id === spokenId);
  const word = index.sentences[at]?.words[spokenWordIndex];
  return word === undefined ? undefined : { word, at };
}
