import type { FrameSource } from '../../../../renderer/src/playback/create-player';

/** A media element that plays as the test says: the part of `HTMLMediaElement` that a player uses. */
export class ScriptedMedia extends EventTarget {
  readyState = 0;
  duration = Number.NaN;
  paused = true;
  seeking = false;
  playbackRate = 1;
  defaultPlaybackRate = 1;
  preservesPitch = false;
  volume = 1;
  muted = false;
  error: object | null = null;
  /** Everywhere it was sent, in seconds. */
  readonly sought: number[] = [];
  private seconds = 0;

  get currentTime(): number {
    return this.seconds;
  }

  set currentTime(seconds: number) {
    this.seconds = seconds;
    this.sought.push(seconds);
    this.seeking = true;
  }

  play(): Promise<void> {
    if (!this.paused) return Promise.resolve();
    this.paused = false;
    this.say('play');
    return Promise.resolve();
  }

  pause(): void {
    if (this.paused) return;
    this.paused = true;
    this.say('pause');
  }

  /** Its length becomes known. */
  load(durationSeconds: number): void {
    this.readyState = 1;
    this.duration = durationSeconds;
    this.say('durationchange');
    this.say('loadedmetadata');
  }

  /** Comes to a position by playing. */
  playOn(seconds: number): void {
    this.seconds = seconds;
  }

  endSeek(): void {
    this.seeking = false;
    this.say('seeked');
  }

  say(name: string): void {
    this.dispatchEvent(new Event(name));
  }

  /** As the element a player takes. */
  get element(): HTMLMediaElement {
    return this as unknown as HTMLMediaElement;
  }
}

/** A scripted `<video>`. */
export class ScriptedVideo extends ScriptedMedia {
  videoWidth = 0;
}

/** Frames that come when the test calls for them. */
export class ScriptedFrames implements FrameSource {
  private readonly waiting = new Map<number, () => void>();
  private last = 0;

  request(callback: () => void): number {
    this.last += 1;
    this.waiting.set(this.last, callback);
    return this.last;
  }

  cancel(id: number): void {
    this.waiting.delete(id);
  }

  get isWaited(): boolean {
    return this.waiting.size > 0;
  }

  next(): void {
    const callbacks = [...this.waiting.values()];
    this.waiting.clear();
    for (const callback of callbacks) callback();
  }
}
