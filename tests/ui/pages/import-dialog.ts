import type { MessageKey } from '@core/messages/catalogue';
import type { Locator, Page } from '@playwright/test';
import type { Text } from './texts';

/** Asks what is to become of a subtitle file, and shows what is in it. */
export class ImportDialog {
  readonly #text: Text;
  readonly dialog: Locator;
  readonly choices: Locator;
  /** In which encoding the file is read. */
  readonly encoding: Locator;
  /** The first subtitles of the file. */
  readonly sample: Locator;
  /** What was mended while reading. */
  readonly repairs: Locator;
  /** "Import", or "Open" for a project of its own. */
  readonly confirmButton: Locator;
  readonly cancelButton: Locator;
  /** The files that came into the project, each with its repairs. */
  readonly files: Locator;

  constructor(page: Page, text: Text) {
    this.#text = text;
    this.dialog = page
      .getByRole('dialog', { name: text('import.title') })
      .or(page.getByRole('dialog', { name: text('import.title.open') }));
    this.choices = this.dialog.getByRole('radio');
    this.encoding = this.dialog.getByLabel(text('import.encoding'));
    this.sample = this.dialog.getByRole('region', { name: text('import.sample') });
    this.repairs = this.dialog.getByRole('region', { name: /^(Mended|读取时的修正)/ });
    this.confirmButton = this.dialog
      .getByRole('button', { name: text('import.confirm'), exact: true })
      .or(this.dialog.getByRole('button', { name: text('import.confirm.open'), exact: true }));
    this.cancelButton = this.dialog.getByRole('button', { name: text('app.cancel') });
    this.files = page.getByRole('dialog', { name: text('import.files') });
  }

  choice(choice: 'merge' | 'add' | 'replace' | 'open'): Locator {
    return this.dialog.getByRole('radio', { name: this.#text(`import.${choice}`), exact: true });
  }

  /** What a way to bring it in says that it would do. */
  effect([added, changed, removed]: readonly [number, number, number]): string {
    const key: MessageKey = 'import.effect';
    return this.#text(key, { added, changed, removed });
  }
}
