import type { Locator, Page } from '@playwright/test';
import type { Text } from './texts';

export class ExportDialog {
  readonly dialog: Locator;
  readonly preview: Locator;
  readonly lines: Locator;
  readonly characters: Locator;
  readonly speakers: Locator;
  /** "Download" in a browser, "Save…" where the system has a dialog for it. */
  readonly saveButton: Locator;
  readonly namePattern: Locator;
  /** A box for each format that may be written with the chosen one. */
  readonly further: Locator;

  constructor(page: Page, text: Text) {
    this.dialog = page.getByRole('dialog', { name: text('export.title') });
    // It says so in its name where it shows the beginning only.
    this.preview = this.dialog.getByRole('region', { name: text('export.preview') });
    this.lines = this.dialog.getByLabel(text('export.lines'));
    this.characters = this.dialog.getByLabel(text('export.characters'));
    this.speakers = this.dialog.getByLabel(text('export.speakers'));
    this.saveButton = this.dialog
      .getByRole('button', { name: text('export.download') })
      .or(this.dialog.getByRole('button', { name: text('export.save') }));
    this.namePattern = this.dialog.getByLabel(text('export.name'));
    this.further = this.dialog.getByRole('group', { name: text('export.also') });
  }

  format(id: 'SRT' | 'VTT' | 'TXT' | 'JSON'): Locator {
    return this.dialog.getByRole('radio', { name: new RegExp(`^${id}`) });
  }
}
