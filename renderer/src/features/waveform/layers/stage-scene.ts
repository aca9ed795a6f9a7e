import type { Sentence } from '@core/transcript/sentence';
import { indexSentences, type SentenceIndex } from '@core/transcript/sentence-index';
import { assignSpeakerHues } from '@core/transcript/speaker-hues';
import { stackLanes, type StackedLanes } from '@core/waveform/stack-lanes';
import { layOutBands, type StageBands } from '@core/waveform/stage-bands';
import type { Viewport } from '@core/waveform/viewport';
import { createFilter } from '../../../lib/match-filter';
import type { StudioParts } from '../../../state/studio-parts';
import type { StageColours } from '../stage-colours';
import type { Pen } from './pen';

/** How strongly that is drawn which the filter of the table hides. */
export const hiddenAlpha = 0.35;

const noErrors: ReadonlySet<string> = new Set();

/** Everything the stage shows, at one moment. */
export interface StageScene {
  readonly view: Viewport;
  readonly heightPx: number;
  readonly bands: StageBands;
  readonly index: SentenceIndex;
  readonly lanes: StackedLanes;
  readonly hues: ReadonlyMap<string, number>;
  readonly selectedIds: ReadonlySet<string>;
  readonly currentId: string | undefined;
  readonly hoveredId: string | undefined;
  /**
   * Whether the filter of the table lets a sentence pass. What it hides is drawn faintly, for the
   * context, and has no edges to take hold of: nothing is edited that the table does not show.
   */
  readonly isShown: (sentence: Sentence) => boolean;
  /** Ids of the sentences that break a rule with an error. */
  readonly errorIds: ReadonlySet<string>;
  readonly spokenId: string | undefined;
  readonly spokenWordIndex: number | undefined;
  readonly loop: { readonly beginMs: number; readonly endMs: number } | undefined;
  readonly positionMs: number;
  readonly colours: StageColours;
  /** Lies over words with estimated times. */
  readonly hatch: Pen['fillStyle'] | undefined;
  /** What is said in the lane of words while they are too small to be seen. */
  readonly wordHint: string;
}

/** How a stage of a height is shared out. */
export function layOutStage(sentences: readonly Sentence[], heightPx: number): StageBands {
  return layOutBands(heightPx, stackLanes(sentences).count);
}

/** What of a scene comes from the window's stores. */
export function readScene(
  {
    session,
    spoken,
    player,
    problems,
  }: Pick<StudioParts, 'session' | 'spoken' | 'player' | 'problems'>,
  sentences: readonly Sentence[],
  heightPx: number,
): Omit<
  StageScene,
  'view' | 'heightPx' | 'hoveredId' | 'positionMs' | 'colours' | 'hatch' | 'wordHint'
> {
  const { selectedIds, currentId, filter } = session.getState();
  const { sentenceId: spokenId, wordIndex: spokenWordIndex } = spoken.getState();
  return {
    bands: layOutStage(sentences, heightPx),
    index: indexSentences(sentences),
    lanes: stackLanes(sentences),
    hues: assignSpeakerHues(sentences),
    selectedIds: new Set(selectedIds),
    currentId,
    isShown: createFilter(filter),
    errorIds: problems.getState().found?.errorIds ?? noErrors,
    spokenId,
    spokenWordIndex,
    loop: player.store.getState().loop,
  };
}
