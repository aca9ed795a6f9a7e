import type { Locator, Page } from '@playwright/test';
import type { Text } from './texts';

/** Asks for the address of a recording of the web. */
export class AddressDialog {
  readonly dialog: Locator;
  readonly field: Locator;
  readonly openButton: Locator;

  constructor(page: Page, text: Text) {
    this.dialog = page.getByRole('dialog', { name: text('projects.address') });
    this.field = this.dialog.getByRole('textbox', { name: text('projects.address.label') });
    this.openButton = this.dialog.getByRole('button', {
      name: text('projects.address.open'),
      exact: true,
    });
  }
}
