import type { Locator, Page } from '@playwright/test';
import type { Text } from './texts';

export class TranscribeDialog {
  readonly dialog: Locator;
  readonly startButton: Locator;
  readonly cancelButton: Locator;
  readonly language: Locator;
  readonly model: Locator;

  constructor(page: Page, text: Text) {
    this.dialog = page.getByRole('dialog', { name: text('transcribe.title') });
    // "Start", or "Start 3 jobs" where several recordings were given.
    this.startButton = this.dialog.getByRole('button', { name: /^(Start|开始)/ });
    this.cancelButton = this.dialog.getByRole('button', { name: text('app.cancel') });
    this.language = this.dialog.getByRole('combobox', { name: text('transcribe.language') });
    this.model = this.dialog.getByRole('combobox', { name: text('transcribe.model') });
  }

  engine(name: string): Locator {
    return this.dialog.getByRole('radio', { name });
  }
}
