import type { Sentence } from '@core/transcript/sentence';
import type { StageTarget } from '@core/waveform/find-target';
import { getLaneBand } from '@core/waveform/stage-bands';
import { describe, expect, test } from 'vitest';
import { canvasLayers } from '../../../../renderer/src/features/waveform/layers/layer-table';
import {
  hitLayers,
  type WaveformLayer,
} from '../../../../renderer/src/features/waveform/layers/waveform-layer';
import { makeScene } from './make-scene';

function createSentence(id: string, beginMs: number, endMs: number): Sentence {
  const middleMs = (beginMs + endMs) / 2;
  const timing = 'measured' as const;
  const words = [
    { before: '', text: 'a', after: ' ', beginMs, endMs: middleMs, timing },
    { before: '', text: 'b', after: '', beginMs: middleMs, endMs, timing },
  ];
  return { id, beginMs, endMs, text: 'a b', channel: 0, words };
}

interface Stage {
  /** A pointer at a time, within a strip of the stage. */
  readonly at: (x: number, strip: 'ruler' | 'blocks' | 'wave' | 'words', lane?: number) => string;
}

function createStage(
  sentences: readonly Sentence[],
  {
    pixelsPerSecond = 100,
    currentId,
    isShown = () => true,
  }: {
    pixelsPerSecond?: number;
    currentId?: string;
    isShown?: (sentence: Sentence) => boolean;
  } = {},
): Stage {
  const scene = makeScene(sentences, { pixelsPerSecond, currentId, isShown });
  const { bands, lanes } = scene;
  return {
    at: (x, strip, lane) => {
      const band = lane === undefined ? bands[strip] : getLaneBand(bands[strip], lane, lanes.count);
      return describeTarget(hitLayers(canvasLayers, scene, x, band.topPx + band.heightPx / 2));
    },
  };
}

function describeTarget(target: StageTarget): string {
  switch (target.kind) {
    case 'time':
      return 'time';
    case 'sentence':
      return target.sentence.id;
    case 'sentenceEdge':
      return `${target.sentence.id} ${target.edge}`;
    case 'word':
      return `${target.sentence.id}/${target.wordIndex}`;
    case 'wordEdge':
      return `${target.sentence.id}/${target.wordIndex} ${target.edge}`;
  }
}

describe('what lies under the pointer', () => {
  const two = [createSentence('one', 1_000, 3_000), createSentence('two', 3_000, 5_000)];

  test('on blocks is a sentence or its near edge', () => {
    const { at } = createStage(two);
    expect(at(200, 'blocks')).toBe('one');
    expect(at(96, 'blocks')).toBe('one begin');
    expect(at(103, 'blocks')).toBe('one begin');
    expect(at(80, 'blocks')).toBe('time');
  });

  test('where two blocks meet is the edge on the side of the pointer', () => {
    const { at } = createStage(two);
    expect(at(298, 'blocks')).toBe('one end');
    expect(at(302, 'blocks')).toBe('two begin');
  });

  test('on the sound is the time, but for the edges of the current sentence', () => {
    const { at } = createStage(two, { currentId: 'one' });
    expect(at(200, 'wave')).toBe('time');
    expect(at(101, 'wave')).toBe('one begin');
    expect(at(499, 'wave')).toBe('time');
    expect(at(101, 'ruler')).toBe('time');
  });

  test('on the lane of words is a word or its edge', () => {
    const { at } = createStage(two);
    expect(at(150, 'words')).toBe('one/0');
    expect(at(198, 'words')).toBe('one/0 end');
    expect(at(202, 'words')).toBe('one/1 begin');
    expect(at(250, 'words')).toBe('one/1');
  });

  test('has no words while they are not drawn, and no edges on what is narrow', () => {
    const { at } = createStage(two, { pixelsPerSecond: 5 });
    expect(at(10, 'words')).toBe('time');
    expect(at(5, 'blocks')).toBe('one');
  });

  test('goes by lanes where sentences overlap', () => {
    const { at } = createStage([
      createSentence('long', 0, 8_000),
      createSentence('short', 2_000, 4_000),
    ]);
    expect(at(300, 'blocks', 0)).toBe('long');
    expect(at(300, 'blocks', 1)).toBe('short');
    expect(at(600, 'blocks', 1)).toBe('time');
  });

  test('of what the filter hides is no edge, only the sentence and its words', () => {
    const options = { currentId: 'two', isShown: ({ id }: Sentence) => id === 'one' };
    const { at } = createStage(two, options);
    expect(at(297, 'blocks')).toBe('one end');
    expect(at(303, 'blocks')).toBe('two');
    expect(at(303, 'wave')).toBe('time');
    expect(at(303, 'words')).toBe('two/0');
    expect(createStage(two, { currentId: 'two' }).at(303, 'wave')).toBe('two begin');
  });
});

describe('layers over each other', () => {
  const layer = (name: string, hit?: WaveformLayer['hit']): WaveformLayer => ({
    ...{ name, draw: () => undefined, describe: () => undefined },
    ...(hit === undefined ? {} : { hit }),
  });
  const sentence = createSentence('one', 1_000, 3_000);
  const scene = makeScene([sentence]);

  test('are asked from the top down, and let through what is not theirs', () => {
    const asked: string[] = [];
    const layers = [
      layer('bottom', () => {
        asked.push('bottom');
        return { kind: 'sentence', sentence };
      }),
      layer('deaf'),
      layer('clear', () => {
        asked.push('clear');
        return undefined;
      }),
    ];
    expect(hitLayers(layers, scene, 0, 0)).toEqual({ kind: 'sentence', sentence });
    expect(asked).toEqual(['clear', 'bottom']);
  });

  test('that have nothing leave the time', () => {
    expect(hitLayers([], scene, 0, 0)).toEqual({ kind: 'time' });
  });
});
