/**
 * The last stretch of a recording's samples, in a buffer of fixed size. Positions are counted from
 * the beginning of the recording.
 */
export class SampleRing {
  readonly #samples: Float32Array;
  #begin: number;
  #end: number;

  /** @param begin position of the first sample that will be added */
  constructor(capacity: number, begin = 0) {
    this.#samples = new Float32Array(capacity);
    this.#begin = begin;
    this.#end = begin;
  }

  /** Position after the last sample. */
  get end(): number {
    return this.#end;
  }

  /**
   * Adds samples at the end.
   * @throws RangeError when they do not fit beside what was not yet discarded
   */
  append(block: Float32Array): void {
    const capacity = this.#samples.length;
    if (this.#end - this.#begin + block.length > capacity) {
      throw new RangeError('More samples kept than the ring holds');
    }
    const start = this.#end % capacity;
    const first = Math.min(block.length, capacity - start);
    this.#samples.set(block.subarray(0, first), start);
    this.#samples.set(block.subarray(first), 0);
    this.#end += block.length;
  }

  /**
   * A copy of the samples between two positions.
   * @throws RangeError when a part was discarded or has not come yet
   */
  slice(begin: number, end: number): Float32Array {
    if (begin < this.#begin || end > this.#end || end < begin) {
      throw new RangeError('Samples outside the ring');
    }
    const capacity = this.#samples.length;
    const copy = new Float32Array(end - begin);
    const start = begin % capacity;
    const first = Math.min(copy.length, capacity - start);
    copy.set(this.#samples.subarray(start, start + first));
    copy.set(this.#samples.subarray(0, copy.length - first), first);
    return copy;
  }

  /** Frees the room of the samples before a position. */
  discardBefore(position: number): void {
    this.#begin = Math.max(this.#begin, Math.min(position, this.#end));
  }
}
