import type { Locator, Page } from '@playwright/test';
import { type HeardTone, hearAt } from './heard-tone';
import type { Text } from './texts';

/** The media element and the bar that steers it. */
export class PlayerBar {
  readonly #page: Page;
  readonly bar: Locator;
  readonly region: Locator;
  /** Offered where the recording is missing. */
  readonly locateButton: Locator;
  /** Offered where nobody chose the recording yet that a project from elsewhere names. */
  readonly chooseButton: Locator;
  /** Offered where a project has no recording yet. */
  readonly chooseRecordingButton: Locator;
  readonly playButton: Locator;
  /** Says that a copy is played, while one is. */
  readonly copyMark: Locator;
  /** How far a copy is that is being made. */
  readonly copyProgress: Locator;

  constructor(page: Page, text: Text) {
    this.#page = page;
    this.bar = page.getByRole('contentinfo');
    this.region = page.getByRole('region', { name: text('app.region.player') });
    this.locateButton = this.region.getByRole('button', { name: text('player.locate') });
    this.chooseButton = this.region.getByRole('button', { name: text('player.choose') });
    this.chooseRecordingButton = this.region.getByRole('button', {
      name: text('player.chooseRecording'),
    });
    this.copyMark = this.region.getByText(text('player.playsCopy'));
    this.copyProgress = this.region.getByRole('progressbar', {
      name: text('player.proxyProgress'),
    });
    this.playButton = this.bar.getByRole('button', { name: text('player.play'), exact: true });
  }

  /** The position of what plays, in seconds. */
  async position(): Promise<number> {
    return this.#page.evaluate(
      () => document.querySelector<HTMLMediaElement>('audio, video')?.currentTime ?? NaN,
    );
  }

  /** The length of what plays, in seconds; NaN while nothing can be played. */
  async duration(): Promise<number> {
    return this.#page.evaluate(
      () => document.querySelector<HTMLMediaElement>('audio, video')?.duration ?? NaN,
    );
  }

  /** Whether what plays has a picture. */
  async hasPicture(): Promise<boolean> {
    return this.#page.evaluate(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  }

  /** What is heard after a seek, and where the element says it is then. */
  hearAt(seconds: number): Promise<readonly HeardTone[]> {
    return hearAt(this.#page, seconds);
  }

  /** Whether the element that plays has decoded sound. */
  async hasSound(): Promise<boolean> {
    return this.#page.evaluate(() => {
      const element = document.querySelector('audio, video');
      return Number(element === null ? 0 : Reflect.get(element, 'webkitAudioDecodedByteCount')) > 0;
    });
  }

  async isPaused(): Promise<boolean> {
    return this.#page.evaluate(
      () => document.querySelector<HTMLMediaElement>('audio, video')?.paused ?? true,
    );
  }

  async rate(): Promise<number> {
    return this.#page.evaluate(
      () => document.querySelector<HTMLMediaElement>('audio, video')?.playbackRate ?? NaN,
    );
  }
}
