import type { Locator, Page } from '@playwright/test';
import type { Text } from './texts';

/** Asks for the address of a recording of the web. */
export class AddressDialog {
  readonly #page: Page;
  readonly #text: Text;
  readonly dialog: Locator;
  readonly field: Locator;
  readonly openButton: Locator;

  constructor(page: Page, text: Text) {
    this.#page = page;
    this.#text = text;
    this.dialog = page.getByRole('dialog', { name: text('projects.address') });
    this.field = this.dialog.getByRole('textbox', { name: text('projects.address.label') });
    this.openButton = this.dialog.getByRole('button', {
      name: text('projects.address.open'),
      exact: true,
    });
  }

  /** The question whether a recording is to be fetched from a host of this computer. */
  question(origin: string): Locator {
    const title = this.#text('projects.reach.title', { host: new URL(origin).host });
    return this.#page.getByRole('dialog', { name: title });
  }

  async confirm(origin: string): Promise<void> {
    await this.question(origin)
      .getByRole('button', { name: this.#text('projects.reach.fetch') })
      .click();
  }
}
