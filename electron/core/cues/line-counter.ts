/** Fewest lines that hold the words added so far, counted greedily as `breakLines` does. */
export class LineCounter {
  private readonly maxCharacters: number;
  private lines = 1;
  /** Length of the last line without its last piece, of that piece, and the blank after it. */
  private lineLength = 0;
  private pieceLength = 0;
  private blankLength = 0;
  private isOverlong = false;

  constructor(maxCharacters: number) {
    this.maxCharacters = maxCharacters;
  }

  add(bodyLength: number, blankLength: number, mayBreakBefore: boolean): void {
    if (mayBreakBefore) {
      this.lineLength += this.pieceLength + this.blankLength;
      this.pieceLength = bodyLength;
    } else this.pieceLength += this.blankLength + bodyLength;
    this.blankLength = blankLength;
    if (this.lineLength + this.pieceLength > this.maxCharacters && this.lineLength > 0) {
      this.lines++;
      this.lineLength = 0;
    }
    if (this.pieceLength > this.maxCharacters) this.isOverlong = true;
  }

  fits(maxLines: number): boolean {
    return this.lines <= maxLines && !this.isOverlong;
  }
}
