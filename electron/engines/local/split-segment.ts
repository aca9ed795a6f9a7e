import { omitUndefined } from '@core/omit-undefined';
import { findLeastLikely, findPauseBetween } from './find-pause';
import {
  countSpeechMs,
  frameSamples,
  samplesOf,
  type SegmentationRecipe,
  segmentationRecipe,
  type SpeechSegment,
} from './segmentation';

/**
 * The two halves of a segment, cut at its best pause; undefined where it is too short to cut.
 * Used to hear a segment again on which the decoder ran in circles.
 */
export function splitSegment(
  segment: SpeechSegment,
  recipe: SegmentationRecipe = segmentationRecipe,
): readonly [SpeechSegment, SpeechSegment] | undefined {
  const { probabilities, firstFrame, isCut } = segment;
  if (probabilities.length * frameSamples < 2 * samplesOf(recipe.mergeGapMs)) return undefined;
  const margin = Math.floor(probabilities.length / 4);
  const pause =
    findPauseBetween(
      probabilities,
      margin,
      probabilities.length - margin,
      recipe.negativeThreshold,
    ) ?? findLeastLikely(probabilities, margin, probabilities.length - margin);
  const cutSample = Math.floor(((2 * firstFrame + pause.begin + pause.end) * frameSamples) / 2);
  const left = probabilities.slice(0, pause.begin);
  const right = probabilities.slice(pause.end);
  return [
    {
      beginSample: segment.beginSample,
      endSample: cutSample,
      speechMs: countSpeechMs(left, recipe),
      firstFrame,
      probabilities: left,
      isCut: true,
    },
    {
      beginSample: cutSample,
      endSample: segment.endSample,
      speechMs: countSpeechMs(right, recipe),
      firstFrame: firstFrame + pause.end,
      probabilities: right,
      ...omitUndefined({ isCut }),
    },
  ];
}
