import type { Locator, Page } from '@playwright/test';
import type { Text } from './texts';

/** The list of jobs beside the projects. */
export class JobStrip {
  readonly #text: Text;
  readonly region: Locator;

  constructor(page: Page, text: Text) {
    this.#text = text;
    this.region = page.getByRole('region', { name: text('transcribe.jobs'), exact: true });
  }

  get jobs(): Locator {
    return this.region.locator('li[aria-label]');
  }

  /** By how many pixels something of the list is wider than it. */
  overhang(): Promise<number> {
    const list = this.region.getByRole('list').first();
    return list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  }

  job(title: string): Locator {
    return this.region.getByRole('listitem', { name: title, exact: true });
  }

  /** Those that name their kind, by its text. */
  ofKind(kind: 'job.kind.align'): Locator {
    return this.jobs.filter({ hasText: this.#text(kind) });
  }

  cancelButton(title: string): Locator {
    return this.region.getByRole('button', { name: this.#text('job.cancel', { title }) });
  }

  retryButton(title: string): Locator {
    return this.region.getByRole('button', { name: this.#text('job.retry', { title }) });
  }

  /** Of a running job it also says what a pause costs. */
  pauseButton(title: string): Locator {
    return this.region.getByRole('button', { name: this.#text('job.pause', { title }) });
  }

  resumeButton(title: string): Locator {
    return this.region.getByRole('button', { name: this.#text('job.resume', { title }) });
  }

  moveUpButton(title: string): Locator {
    return this.region.getByRole('button', { name: this.#text('job.moveUp', { title }) });
  }

  moveDownButton(title: string): Locator {
    return this.region.getByRole('button', { name: this.#text('job.moveDown', { title }) });
  }

  /** Titles from top to bottom. */
  titles(): Promise<(string | null)[]> {
    return this.jobs.evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')));
  }
}
