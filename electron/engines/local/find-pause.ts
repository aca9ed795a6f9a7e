/** Half-open range of frames. */
export interface FrameRange {
  readonly begin: number;
  readonly end: number;
}

/**
 * Where to cut frames so that the first part has at most `maxFrames`. A late cut leaves fewer and
 * longer segments, which are recognised better, so the earlier half is looked at only if the later
 * has no pause.
 */
export function findBestPause(
  frames: readonly number[],
  maxFrames: number,
  negativeThreshold: number,
): FrameRange {
  const middle = Math.floor(maxFrames / 2);
  return (
    findPauseBetween(frames, middle, maxFrames, negativeThreshold) ??
    findPauseBetween(frames, Math.floor(maxFrames / 8), middle, negativeThreshold) ??
    findLeastLikely(frames, middle, maxFrames)
  );
}

/**
 * The longest pause, a run of frames without speech, that begins or ends between two frames; the
 * last of equals. A run at the very beginning or end of the frames is no pause.
 */
export function findPauseBetween(
  probabilities: ArrayLike<number>,
  begin: number,
  end: number,
  negativeThreshold: number,
): FrameRange | undefined {
  const isSilent = (frame: number): boolean => probabilities[frame]! < negativeThreshold;
  let best: FrameRange | undefined;
  for (let frame = begin; frame < end; frame++) {
    if (!isSilent(frame)) continue;
    let runBegin = frame;
    while (runBegin > 0 && isSilent(runBegin - 1)) runBegin -= 1;
    while (frame < probabilities.length && isSilent(frame)) frame += 1;
    const longest = best === undefined ? 1 : best.end - best.begin;
    if (runBegin > 0 && frame < probabilities.length && frame - runBegin >= longest) {
      best = { begin: runBegin, end: frame };
    }
  }
  return best;
}

/** An empty range at the frame where speech is least likely over three frames. */
export function findLeastLikely(
  probabilities: ArrayLike<number>,
  begin: number,
  end: number,
): FrameRange {
  let best = begin + 1;
  let least = Infinity;
  for (let frame = begin + 1; frame < end - 1; frame++) {
    const sum = probabilities[frame - 1]! + 2 * probabilities[frame]! + probabilities[frame + 1]!;
    if (sum > least) continue;
    least = sum;
    best = frame;
  }
  return { begin: best, end: best };
}
