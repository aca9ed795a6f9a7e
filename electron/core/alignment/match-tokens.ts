/** A stretch of both lists that is still to be matched: half-open index ranges. */
interface Stretch {
  readonly aBegin: number;
  readonly aEnd: number;
  readonly bBegin: number;
  readonly bEnd: number;
}

interface Point {
  readonly a: number;
  readonly b: number;
}

/**
 * Edits looked for from each end before a stretch is cut at anchors instead. Work for one cut is at
 * most the square of it (a few milliseconds); results are optimal up to twice as many edits, and so
 * for all inputs of up to twice as many tokens together.
 */
const maximumEdits = 1024;

/** The same where there are no anchors either: the lists hardly resemble each other. */
const maximumEditsUnlike = 256;

/**
 * Matches equal tokens of two lists without crossing [AL2]: the pairs `[indexInA, indexInB]` are
 * strictly increasing in both. As many pairs as possible (a longest common subsequence) where the
 * lists have up to 2,048 tokens together or differ by up to 2,048 insertions and deletions; beyond
 * that, near-linear in time by cutting at tokens that occur once in both lists. Memory is linear.
 *
 * Myers, "An O(ND) difference algorithm and its variations" (1986), linear-space variant; anchors as
 * in patience diff; the cut where neither ends is that of GNU diff.
 *
 * @param onSearch called after each search for a cut with how many diagonals it followed: the bulk of
 *   the work, for whoever wants to know that it stays within its bounds [AL3]
 */
export function matchTokens(
  a: readonly string[],
  b: readonly string[],
  onSearch?: (diagonalCount: number) => void,
): readonly (readonly [number, number])[] {
  const ids = new Map<string, number>();
  const idsOf = (tokens: readonly string[]): Int32Array =>
    Int32Array.from(tokens, (token) => {
      let id = ids.get(token);
      if (id === undefined) {
        id = ids.size;
        ids.set(token, id);
      }
      return id;
    });
  const aIds = idsOf(a);
  const bIds = idsOf(b);
  // What only one list has cannot be matched, yet would count as an edit: it is left out.
  const aPlaces = placesOfShared(aIds, bIds, ids.size);
  const bPlaces = placesOfShared(bIds, aIds, ids.size);
  const matcher = new Matcher(
    aPlaces.map((place) => aIds[place]!),
    bPlaces.map((place) => bIds[place]!),
    ids.size,
    onSearch,
  );
  matcher.match({ aBegin: 0, aEnd: aPlaces.length, bBegin: 0, bEnd: bPlaces.length }, maximumEdits);
  return matcher.pairs.map(([left, right]) => [aPlaces[left]!, bPlaces[right]!] as const);
}

/** Indexes of the tokens of `of` that `other` has as well. */
function placesOfShared(of: Int32Array, other: Int32Array, idCount: number): Int32Array {
  const isInOther = new Uint8Array(idCount);
  for (const id of other) isInOther[id] = 1;
  const places: number[] = [];
  of.forEach((id, index) => {
    if (isInOther[id] === 1) places.push(index);
  });
  return Int32Array.from(places);
}

class Matcher {
  readonly pairs: (readonly [number, number])[] = [];
  private readonly a: Int32Array;
  private readonly b: Int32Array;
  /** For each token id, how often it was seen in the stretch at hand and where last. */
  private readonly countInA: Int32Array;
  private readonly countInB: Int32Array;
  private readonly placeInB: Int32Array;

  private readonly onSearch: ((diagonalCount: number) => void) | undefined;

  constructor(
    a: Int32Array,
    b: Int32Array,
    idCount: number,
    onSearch: ((diagonalCount: number) => void) | undefined,
  ) {
    this.a = a;
    this.b = b;
    this.onSearch = onSearch;
    this.countInA = new Int32Array(idCount);
    this.countInB = new Int32Array(idCount);
    this.placeInB = new Int32Array(idCount);
  }

  /** Adds the pairs of a stretch, in order. */
  match(stretch: Stretch, limit: number): void {
    const { a, b } = this;
    let { aBegin, aEnd, bBegin, bEnd } = stretch;
    while (aBegin < aEnd && bBegin < bEnd && a[aBegin] === b[bBegin]) {
      this.pairs.push([aBegin++, bBegin++]);
    }
    let tail = 0;
    while (aBegin < aEnd && bBegin < bEnd && a[aEnd - 1] === b[bEnd - 1]) {
      aEnd--;
      bEnd--;
      tail++;
    }
    if (aBegin < aEnd && bBegin < bEnd) this.matchInner({ aBegin, aEnd, bBegin, bEnd }, limit);
    for (let index = 0; index < tail; index++) this.pairs.push([aEnd + index, bEnd + index]);
  }

  /** Matches a stretch whose first tokens differ and whose last tokens differ. */
  private matchInner(stretch: Stretch, limit: number): void {
    const { cut, diagonalCount } = this.findCut(stretch, limit);
    this.onSearch?.(diagonalCount);
    if (cut === undefined) return;
    if (cut.exact) {
      this.matchAround(stretch, [cut.point], limit);
      return;
    }
    const anchors = this.findAnchors(stretch);
    if (anchors.length > 0) this.matchAround(stretch, anchors, limit);
    else this.matchAround(stretch, [cut.point], maximumEditsUnlike);
  }

  private matchAround(stretch: Stretch, points: readonly Point[], limit: number): void {
    let { aBegin, bBegin } = stretch;
    for (const point of points) {
      this.match({ aBegin, aEnd: point.a, bBegin, bEnd: point.b }, limit);
      aBegin = point.a;
      bBegin = point.b;
    }
    this.match({ aBegin, aEnd: stretch.aEnd, bBegin, bEnd: stretch.bEnd }, limit);
  }

  /**
   * Searches from both ends for the middle of a shortest edit script; `exact` is false where the
   * search was given up, and the point is then the furthest reached from the front. There is no cut
   * where the stretch has nothing in common.
   */
  private findCut(
    stretch: Stretch,
    most: number,
  ): {
    readonly cut?: { readonly point: Point; readonly exact: boolean };
    readonly diagonalCount: number;
  } {
    const { a, b } = this;
    const { aBegin, aEnd, bBegin, bEnd } = stretch;
    const aLength = aEnd - aBegin;
    const bLength = bEnd - bBegin;
    const half = Math.ceil((aLength + bLength) / 2);
    const limit = Math.min(half, most);
    // Index of diagonal 0; one more on each side is read at the outermost diagonals.
    const origin = limit + 1;
    const size = 2 * limit + 3;
    const forward = new Int32Array(size).fill(-1);
    const backward = new Int32Array(size).fill(-1);
    forward[origin + 1] = 0;
    backward[origin + 1] = 0;
    const delta = aLength - bLength;
    const meetsForward = delta % 2 !== 0;
    // Diagonals that have left the stretch on either side are not followed further.
    let forwardFrom = 0;
    let forwardTo = 0;
    let backwardFrom = 0;
    let backwardTo = 0;
    let diagonalCount = 0;
    for (let edits = 0; edits <= limit; edits++) {
      for (let k = -edits + forwardFrom; k <= edits - forwardTo; k += 2) {
        diagonalCount += 1;
        const down =
          k === -edits || (k !== edits && forward[origin + k - 1]! < forward[origin + k + 1]!);
        let x = down ? forward[origin + k + 1]! : forward[origin + k - 1]! + 1;
        let y = x - k;
        while (x < aLength && y < bLength && a[aBegin + x] === b[bBegin + y]) {
          x++;
          y++;
        }
        forward[origin + k] = x;
        if (x > aLength) forwardTo += 2;
        else if (y > bLength) forwardFrom += 2;
        else if (meetsForward) {
          const reached = backward[origin + delta - k];
          if (reached !== undefined && reached !== -1 && x >= aLength - reached) {
            const point = { a: aBegin + x, b: bBegin + y };
            return { cut: { point, exact: true }, diagonalCount };
          }
        }
      }
      for (let k = -edits + backwardFrom; k <= edits - backwardTo; k += 2) {
        diagonalCount += 1;
        const down =
          k === -edits || (k !== edits && backward[origin + k - 1]! < backward[origin + k + 1]!);
        let x = down ? backward[origin + k + 1]! : backward[origin + k - 1]! + 1;
        let y = x - k;
        while (x < aLength && y < bLength && a[aEnd - 1 - x] === b[bEnd - 1 - y]) {
          x++;
          y++;
        }
        backward[origin + k] = x;
        if (x > aLength) backwardTo += 2;
        else if (y > bLength) backwardFrom += 2;
        else if (!meetsForward) {
          const forwardX = forward[origin + delta - k];
          if (forwardX !== undefined && forwardX !== -1 && forwardX >= aLength - x) {
            const forwardY = forwardX - (delta - k);
            const point = { a: aBegin + forwardX, b: bBegin + forwardY };
            return { cut: { point, exact: true }, diagonalCount };
          }
        }
      }
    }
    if (limit === half) return { diagonalCount };
    const point = furthestPoint(stretch, forward, origin);
    return { cut: { point, exact: false }, diagonalCount };
  }

  /** Tokens that occur once in each list, thinned to the longest run that does not cross. */
  private findAnchors({ aBegin, aEnd, bBegin, bEnd }: Stretch): Point[] {
    const { a, b, countInA, countInB, placeInB } = this;
    for (let index = aBegin; index < aEnd; index++) countInA[a[index]!]! += 1;
    for (let index = bBegin; index < bEnd; index++) {
      const id = b[index]!;
      countInB[id]! += 1;
      placeInB[id] = index;
    }
    const candidates: Point[] = [];
    for (let index = aBegin; index < aEnd; index++) {
      const id = a[index]!;
      if (countInA[id] === 1 && countInB[id] === 1) {
        candidates.push({ a: index, b: placeInB[id]! });
      }
    }
    for (let index = aBegin; index < aEnd; index++) countInA[a[index]!] = 0;
    for (let index = bBegin; index < bEnd; index++) countInB[b[index]!] = 0;
    return longestIncreasing(candidates);
  }
}

function furthestPoint(stretch: Stretch, forward: Int32Array, origin: number): Point {
  const aLength = stretch.aEnd - stretch.aBegin;
  const bLength = stretch.bEnd - stretch.bBegin;
  let best: Point = { a: 0, b: 0 };
  for (let index = 1; index < forward.length - 1; index++) {
    const x = forward[index]!;
    const y = x - (index - origin);
    const isInside = x >= 0 && y >= 0 && x <= aLength && y <= bLength;
    if (isInside && x + y > best.a + best.b) best = { a: x, b: y };
  }
  return { a: stretch.aBegin + best.a, b: stretch.bBegin + best.b };
}

/** The longest subsequence increasing in `b`; the points come in order of `a`. Patience sorting. */
function longestIncreasing(points: readonly Point[]): Point[] {
  const tops: number[] = [];
  const previous = new Int32Array(points.length).fill(-1);
  points.forEach((point, index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (points[tops[middle]!]!.b < point.b) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = tops[low - 1]!;
    tops[low] = index;
  });
  const chain: Point[] = [];
  for (let index = tops.at(-1) ?? -1; index !== -1; index = previous[index]!) {
    chain.push(points[index]!);
  }
  return chain.reverse();
}
