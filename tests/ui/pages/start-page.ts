import type { Locator, Page } from '@playwright/test';
import type { Text } from './texts';

/** What a person sees before a project is open. */
export class StartPage {
  readonly #page: Page;
  readonly openButton: Locator;

  constructor(page: Page, text: Text) {
    this.#page = page;
    this.openButton = page.getByRole('button', { name: text('projects.open'), exact: true });
  }

  project(title: string): Locator {
    return this.#page.getByRole('button', { name: title }).first();
  }
}
