import type { Sentence } from '@core/transcript/sentence';
import { indexSentences } from '@core/transcript/sentence-index';
import { assignSpeakerHues } from '@core/transcript/speaker-hues';
import { stackLanes } from '@core/waveform/stack-lanes';
import type { Viewport } from '@core/waveform/viewport';
import type { Pen } from '../../../../renderer/src/features/waveform/layers/pen';
import {
  layOutStage,
  type StageScene,
} from '../../../../renderer/src/features/waveform/layers/stage-scene';

/** Every colour by its own name, so that a test can tell what was drawn. */
const colours: StageScene['colours'] = {
  ...{ panel: 'panel', sunken: 'sunken', line: 'line', lineStrong: 'lineStrong', text: 'text' },
  ...{ muted: 'muted', faint: 'faint', accent: 'accent', selected: 'selected', spoken: 'spoken' },
  ...{ wave: 'wave', block: 'block', estimatedLine: 'estimatedLine' },
  ...{ estimatedSoft: 'estimatedSoft', estimatedText: 'estimatedText', problem: 'problem' },
  speakers: ['nobody', 'hue1', 'hue2', 'hue3', 'hue4', 'hue5', 'hue6', 'hue7', 'hue8'],
  font: 'sans',
};

type Changes = Partial<StageScene> & Partial<Pick<Viewport, 'pixelsPerSecond' | 'scrollPx'>>;

/** A minute on a stage of 1,000 by 200 px, a second on each 100 px. */
export function makeScene(sentences: readonly Sentence[], changes: Changes = {}): StageScene {
  const { pixelsPerSecond = 100, scrollPx = 0, ...others } = changes;
  return {
    view: { durationMs: 60_000, widthPx: 1_000, pixelsPerSecond, scrollPx },
    heightPx: 200,
    bands: layOutStage(sentences, 200),
    index: indexSentences(sentences),
    lanes: stackLanes(sentences),
    hues: assignSpeakerHues(sentences),
    selectedIds: new Set(),
    currentId: undefined,
    isShown: () => true,
    errorIds: new Set(),
    hoveredId: undefined,
    spokenId: undefined,
    spokenWordIndex: undefined,
    loop: undefined,
    positionMs: 0,
    colours,
    hatch: 'hatch',
    wordHint: 'zoom in',
    ...others,
  };
}

/** What was drawn, in its order: a rectangle or a text with its colour and place. */
export interface Mark {
  readonly kind: 'fill' | 'stroke' | 'text' | 'clear';
  readonly colour: string;
  readonly alpha: number;
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly height?: number;
  readonly text?: string;
  readonly isDashed?: boolean;
}

/** A pen that remembers; letters are 6 px wide. */
export class RecordingPen implements Pen {
  readonly marks: Mark[] = [];
  fillStyle: Pen['fillStyle'] = '';
  strokeStyle: Pen['strokeStyle'] = '';
  globalAlpha = 1;
  lineWidth = 1;
  font = '';
  textBaseline: Pen['textBaseline'] = 'alphabetic';
  #isDashed = false;

  clearRect(x: number, y: number, width: number, height: number): void {
    this.#mark({ kind: 'clear', colour: '', x, y, width, height });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#mark({ kind: 'fill', colour: this.fillStyle as string, x, y, width, height });
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    const colour = this.strokeStyle as string;
    this.#mark({ kind: 'stroke', colour, x, y, width, height, isDashed: this.#isDashed });
  }

  setLineDash(segments: number[]): void {
    this.#isDashed = segments.length > 0;
  }

  fillText(text: string, x: number, y: number): void {
    this.#mark({ kind: 'text', colour: this.fillStyle as string, x, y, text });
  }

  measureText(text: string): { readonly width: number } {
    return { width: text.length * 6 };
  }

  #mark(mark: Omit<Mark, 'alpha'>): void {
    this.marks.push({ ...mark, alpha: this.globalAlpha });
  }
}
