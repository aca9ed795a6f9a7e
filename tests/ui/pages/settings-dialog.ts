import type { Locator, Page } from '@playwright/test';
import type { Text } from './texts';

export class SettingsDialog {
  readonly #page: Page;
  readonly dialog: Locator;
  readonly locale: Locator;
  readonly theme: Locator;
  readonly density: Locator;
  readonly ffmpegPath: Locator;

  constructor(page: Page, text: Text) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: text('settings.title') });
    this.locale = this.dialog.getByRole('combobox', { name: text('settings.locale') });
    this.theme = this.dialog.getByRole('combobox', { name: text('settings.theme') });
    this.density = this.dialog.getByRole('combobox', { name: text('settings.density') });
    this.ffmpegPath = this.dialog.getByLabel(text('settings.ffmpegPath'));
  }

  async choose(field: Locator, option: string): Promise<void> {
    await field.click();
    await this.#page.getByRole('option', { name: option, exact: true }).click();
  }
}
