import type { Look } from '../markup/look';
import { commands, readAddress, readMidRow } from './caption-codes';
import { readSpecial, readStandard } from './caption-characters';
import { CaptionMemory } from './caption-memory';

export interface DecodedCaption {
  readonly line: number;
  readonly beginFrame: number;
  /** Absent for what is still shown at the end. */
  readonly endFrame?: number;
  readonly text: string;
}

type Mode = 'pop' | 'paint' | 'roll' | 'text';

/** Turns the words of one caption channel into captions (CEA-608-E). A line that rolls up is one by itself. */
export class CaptionDecoder {
  readonly captions: DecodedCaption[] = [];
  private displayed = new CaptionMemory();
  private loaded = new CaptionMemory();
  private mode: Mode = 'pop';
  private row = 15;
  private column = 0;
  private look: Look = {};
  private shown: { readonly line: number; readonly frame: number } | undefined;

  /** @param word without parity and as of the first channel */
  take(word: number, frame: number, line: number): void {
    const first = word >> 8;
    const second = word & 0x7f;
    if (first >= 0x20) {
      for (const byte of [first, second]) {
        if (byte >= 0x20) this.type(readStandard(byte), frame, line);
      }
      return;
    }
    if (first < 0x10) return;
    const special = readSpecial(first, second);
    if (special !== undefined) {
      if (special.isExtended) this.column = Math.max(0, this.column - 1);
      this.type(special.character, frame, line);
      return;
    }
    const look = readMidRow(first, second, this.look);
    if (look !== undefined) {
      this.type(' ', frame, line);
      this.look = look;
      return;
    }
    const address = readAddress(first, second);
    if (address !== undefined) {
      if (this.mode !== 'roll') this.row = address.row;
      this.column = address.column;
      this.look = address.look;
      return;
    }
    if (first === 0x17 && second >= 0x21 && second <= 0x23) this.column += second - 0x20;
    // The second field has its own commands, which mean the same.
    else if (first === 0x14 || first === 0x15) this.command(0x1400 + second, frame, line);
  }

  /** What is still shown when the file ends. */
  finish(): void {
    if (this.shown === undefined) return;
    const { line, frame } = this.shown;
    const text = this.displayed.readText();
    if (text !== '') this.captions.push({ line, beginFrame: frame, text });
  }

  private command(word: number, frame: number, line: number): void {
    const memory = this.mode === 'pop' ? this.loaded : this.displayed;
    switch (word) {
      case commands.resumeLoading:
        this.mode = 'pop';
        break;
      case commands.resumeDirect:
        this.show(frame, line);
        this.mode = 'paint';
        break;
      case commands.textRestart:
      case commands.resumeText:
        this.mode = 'text';
        break;
      case commands.rollUp2:
      case commands.rollUp3:
      case commands.rollUp4:
        this.startRollUp(frame);
        break;
      case commands.carriageReturn:
        if (this.mode === 'roll') this.erase(frame);
        this.column = 0;
        this.look = {};
        break;
      case commands.backspace:
        this.column = Math.max(0, this.column - 1);
        memory.cut(this.row, this.column);
        break;
      case commands.deleteToEnd:
        memory.cut(this.row, this.column);
        break;
      case commands.eraseDisplayed:
        this.erase(frame);
        break;
      case commands.eraseLoaded:
        this.loaded.clear();
        break;
      case commands.endOfCaption:
        this.flip(frame, line);
        break;
    }
  }

  private startRollUp(frame: number): void {
    if (this.mode !== 'roll') {
      this.erase(frame);
      this.loaded.clear();
      this.row = 15;
      this.column = 0;
      this.look = {};
    }
    this.mode = 'roll';
  }

  private flip(frame: number, line: number): void {
    this.end(frame);
    const before = this.displayed;
    this.displayed = this.loaded;
    this.loaded = before;
    this.mode = 'pop';
    this.shown = { line, frame };
  }

  private erase(frame: number): void {
    this.end(frame);
    this.displayed.clear();
  }

  /** What is painted from now on makes another caption of what is shown. */
  private show(frame: number, line: number): void {
    if (this.displayed.isEmpty()) return;
    this.end(frame);
    this.shown = { line, frame };
  }

  private end(endFrame: number): void {
    if (this.shown === undefined) return;
    const { line, frame: beginFrame } = this.shown;
    this.shown = undefined;
    const text = this.displayed.readText();
    if (text !== '' && endFrame > beginFrame) {
      this.captions.push({ line, beginFrame, endFrame, text });
    }
  }

  private type(character: string, frame: number, line: number): void {
    if (this.mode === 'text') return;
    const memory = this.mode === 'pop' ? this.loaded : this.displayed;
    if (this.mode !== 'pop') this.shown ??= { line, frame };
    memory.put(this.row, this.column, character, this.look);
    this.column += 1;
  }
}
