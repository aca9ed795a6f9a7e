import type { Locator, Page } from '@playwright/test';
import type { Text } from './texts';

/** The waveform with its overlay of sentences and words, which is drawn and has no elements. */
export class Waveform {
  readonly region: Locator;
  readonly stage: Locator;
  readonly overview: Locator;
  readonly zoom: Locator;
  /** Lies over the word that is said. */
  readonly spokenWord: Locator;

  constructor(page: Page, text: Text) {
    this.region = page.getByRole('region', { name: text('app.region.waveform'), exact: true });
    this.stage = this.region.getByRole('group', { name: text('waveform.stage') });
    this.overview = this.region.getByRole('scrollbar', { name: text('waveform.overview') });
    this.zoom = this.region.getByRole('slider', { name: text('waveform.zoom') });
    this.spokenWord = this.stage.locator('[data-spoken-word]');
  }

  /** 0 where the whole recording is in sight, 1 at the strongest zoom. */
  async zoomShare(): Promise<number> {
    return Number(await this.zoom.inputValue());
  }

  /** Whether the sound itself has been drawn, or any of it. */
  async isDrawn(): Promise<boolean> {
    return this.stage.evaluate((stage) => {
      const picture = stage.firstElementChild;
      if (picture === null) return false;
      const canvases: HTMLCanvasElement[] = [];
      const collect = (node: ParentNode): void => {
        for (const element of node.querySelectorAll('*')) {
          if (element instanceof HTMLCanvasElement) canvases.push(element);
          if (element.shadowRoot !== null) collect(element.shadowRoot);
        }
      };
      collect(picture);
      return canvases.some((canvas) => {
        if (canvas.width === 0 || canvas.height === 0) return false;
        const pixels = canvas
          .getContext('2d')
          ?.getImageData(0, 0, canvas.width, canvas.height).data;
        return pixels?.some((value, index) => index % 4 === 3 && value > 0) ?? false;
      });
    });
  }
}
