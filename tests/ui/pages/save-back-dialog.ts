import type { Locator, Page } from '@playwright/test';
import type { Text } from './texts';

/** Asks how the text is saved back to the file it came from. */
export class SaveBackDialog {
  readonly dialog: Locator;
  readonly encoding: Locator;
  readonly lineEnding: Locator;
  readonly saveButton: Locator;

  constructor(page: Page, text: Text) {
    this.dialog = page.getByRole('dialog', { name: text('saveBack.title') });
    this.encoding = this.dialog.getByLabel(text('writing.encoding'));
    this.lineEnding = this.dialog.getByLabel(text('writing.lineEnding'));
    this.saveButton = this.dialog.getByRole('button', { name: text('saveBack.save') });
  }
}
