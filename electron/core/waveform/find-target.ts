import type { Sentence } from '../transcript/sentence';
import { findSentencesWithin, type SentenceIndex } from '../transcript/sentence-index';
import type { StackedLanes } from './stack-lanes';
import { getLaneBand, type StageBands } from './stage-bands';
import { timeToX, type Viewport, xToTime } from './viewport';

export type Edge = 'begin' | 'end';

/** What lies under a place on the stage. */
export type StageTarget =
  | { readonly kind: 'time' }
  | { readonly kind: 'sentence'; readonly sentence: Sentence }
  | { readonly kind: 'sentenceEdge'; readonly sentence: Sentence; readonly edge: Edge }
  | { readonly kind: 'word'; readonly sentence: Sentence; readonly wordIndex: number }
  | {
      readonly kind: 'wordEdge';
      readonly sentence: Sentence;
      readonly wordIndex: number;
      readonly edge: Edge;
    };

export interface TargetScene {
  readonly view: Viewport;
  readonly bands: StageBands;
  readonly index: SentenceIndex;
  readonly lanes: StackedLanes;
  /** Whose edges can be taken hold of on the picture too. */
  readonly currentId: string | undefined;
  /** What is not shown in the table can be pointed at, but not be taken by an edge. */
  readonly isShown: (sentence: Sentence) => boolean;
}

/** From here on words are boxes. */
export const wordPixelsPerSecond = 40;

/** How far from an edge it can still be taken hold of. */
const reachPx = 5;
/** What is narrower has no edges: it would have nothing else. */
const leastWithEdgesPx = 16;

/**
 * The sentence, or its edge, that a pointer at a place would take hold of: on the blocks, and on the
 * picture of the sound at the edges of the current one.
 */
export function findBlockTarget(scene: TargetScene, x: number, y: number): StageTarget | undefined {
  const { bands, currentId } = scene;
  if (y < bands.blocks.topPx || y >= bands.words.topPx) return undefined;
  if (y < bands.wave.topPx) return findBlock(scene, x, y);
  const current = listNear(scene, x).find(({ sentence }) => sentence.id === currentId);
  const edge =
    current === undefined || !scene.isShown(current.sentence)
      ? undefined
      : findEdge(scene.view, current.sentence, x);
  return current === undefined || edge === undefined
    ? undefined
    : { kind: 'sentenceEdge', sentence: current.sentence, edge };
}

/** The word, or its edge, that a pointer at a place would take hold of. */
export function findWordTarget(scene: TargetScene, x: number, y: number): StageTarget | undefined {
  return y < scene.bands.words.topPx ? undefined : findWord(scene, x, y);
}

interface Near {
  readonly sentence: Sentence;
  readonly lane: number;
}

function listNear({ view, index, lanes }: TargetScene, x: number): Near[] {
  const { beginIndex, endIndex } = findSentencesWithin(
    index,
    xToTime(view, x - reachPx),
    xToTime(view, x + reachPx),
  );
  const near: Near[] = [];
  for (let at = beginIndex; at < endIndex; at += 1) {
    near.push({ sentence: index.sentences[at]!, lane: lanes.lanes[at]! });
  }
  return near;
}

/** Where two blocks meet, the pointer's own side decides whose edge it is. */
function findBlock(scene: TargetScene, x: number, y: number): StageTarget | undefined {
  const { view, bands, lanes } = scene;
  const near = listNear(scene, x).filter(({ lane }) => {
    const { topPx, heightPx } = getLaneBand(bands.blocks, lane, lanes.count);
    return y >= topPx && y <= topPx + heightPx;
  });
  const inside = near.findLast(({ sentence }) => isInside(view, sentence, x));
  const candidates = inside === undefined ? near : [inside];
  for (const { sentence } of candidates) {
    const edge = scene.isShown(sentence) ? findEdge(view, sentence, x) : undefined;
    if (edge !== undefined) return { kind: 'sentenceEdge', sentence, edge };
  }
  return inside === undefined ? undefined : { kind: 'sentence', sentence: inside.sentence };
}

function findWord(scene: TargetScene, x: number, y: number): StageTarget | undefined {
  const { view, bands, lanes } = scene;
  if (view.pixelsPerSecond < wordPixelsPerSecond) return undefined;
  let close: StageTarget | undefined;
  for (const { sentence, lane } of listNear(scene, x)) {
    const { topPx, heightPx } = getLaneBand(bands.words, lane, lanes.count);
    if (y < topPx || y > topPx + heightPx) continue;
    const hasEdges = scene.isShown(sentence);
    for (const [wordIndex, word] of sentence.words.entries()) {
      const edge = hasEdges ? findEdge(view, word, x) : undefined;
      const isIn = isInside(view, word, x);
      if (edge !== undefined && (isIn || close === undefined)) {
        close = { kind: 'wordEdge', sentence, wordIndex, edge };
        if (isIn) return close;
      } else if (isIn) {
        return { kind: 'word', sentence, wordIndex };
      }
    }
  }
  return close;
}

interface Timed {
  readonly beginMs: number;
  readonly endMs: number;
}

function isInside(view: Viewport, { beginMs, endMs }: Timed, x: number): boolean {
  const beginX = timeToX(view, beginMs);
  // A block is never drawn narrower than a pixel.
  return x >= beginX && x <= Math.max(timeToX(view, endMs), beginX + 1);
}

function findEdge(view: Viewport, { beginMs, endMs }: Timed, x: number): Edge | undefined {
  const beginX = timeToX(view, beginMs);
  const endX = timeToX(view, endMs);
  if (endX - beginX < leastWithEdgesPx) return undefined;
  const toBegin = Math.abs(x - beginX);
  const toEnd = Math.abs(x - endX);
  if (Math.min(toBegin, toEnd) > reachPx) return undefined;
  return toBegin <= toEnd ? 'begin' : 'end';
}
