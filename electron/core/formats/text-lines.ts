import { isBlankCode, toLineFeeds } from './lines';

const lineFeed = '\n';

/**
 * The lines of a text by where they stand in it, so that a reader cuts out only what it keeps: most
 * lines of a file of subtitles are told by a few characters. They end with a line feed, a carriage
 * return, or both.
 */
export class TextLines {
  /** The same text with line feeds. */
  readonly text: string;
  readonly length: number;
  readonly #begins: readonly number[];

  constructor(given: string) {
    const text = toLineFeeds(given);
    const begins = [0];
    for (let at = text.indexOf(lineFeed); at !== -1; at = text.indexOf(lineFeed, at + 1)) {
      begins.push(at + 1);
    }
    this.text = text;
    this.length = begins.length;
    // One more, so that every line ends before the begin of the next.
    begins.push(text.length + 1);
    this.#begins = begins;
  }

  /** Where a line begins in the text. */
  begin(index: number): number {
    return this.#begins[index]!;
  }

  /** Where it ends, without the mark of its end. */
  end(index: number): number {
    return this.#begins[index + 1]! - 1;
  }

  at(index: number): string {
    return this.text.slice(this.begin(index), this.end(index));
  }

  /** Several lines with line feeds between them; none where the end is not behind the first. */
  join(first: number, end: number): string {
    return end <= first ? '' : this.text.slice(this.begin(first), this.end(end - 1));
  }

  isEmpty(index: number): boolean {
    return this.begin(index) === this.end(index);
  }

  /** Whether there is nothing to read in a line. */
  isBlank(index: number): boolean {
    const end = this.end(index);
    for (let at = this.begin(index); at < end; at++) {
      if (!isBlankCode(this.text.charCodeAt(at))) return false;
    }
    return true;
  }
}
