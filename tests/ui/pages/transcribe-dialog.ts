import type { ParameterName } from '@isi/parameter-fields';
import type { Locator, Page } from '@playwright/test';
import type { Text } from './texts';

export class TranscribeDialog {
  readonly #page: Page;
  readonly #text: Text;
  readonly dialog: Locator;
  readonly startButton: Locator;
  readonly cancelButton: Locator;
  readonly language: Locator;
  readonly model: Locator;
  /** Of an engine of the cloud. */
  readonly appkey: Locator;
  /** What is known and what would be done, before it starts. */
  readonly plan: Locator;
  /** Whether each channel is heard by itself, and what they hold. */
  readonly channels: Locator;
  /** Asks whether a recording that nobody chose may be sent, and the box that answers. */
  readonly question: Locator;
  readonly allowBox: Locator;
  /** Leads to the account in the settings; one for each engine that cannot be used. */
  readonly setUpButtons: Locator;
  readonly advanced: Locator;
  readonly preset: Locator;
  readonly resetButton: Locator;

  constructor(page: Page, text: Text) {
    this.#page = page;
    this.#text = text;
    this.dialog = page.getByRole('dialog', { name: text('transcribe.title') });
    // "Start", or "Start 3 jobs" where several recordings were given.
    this.startButton = this.dialog.getByRole('button', { name: /^(Start|开始)/ });
    this.cancelButton = this.dialog.getByRole('button', { name: text('app.cancel') });
    this.language = this.dialog.getByRole('combobox', { name: text('transcribe.language') });
    this.model = this.dialog.getByRole('combobox', { name: text('transcribe.model') });
    this.appkey = this.dialog.getByRole('combobox', { name: text('transcribe.appkey') });
    this.plan = this.dialog.getByRole('region', { name: text('transcribe.plan') });
    this.channels = this.dialog.getByRole('group', { name: text('channels.each.group') });
    this.question = this.dialog.getByRole('region', {
      name: text('transcribe.question', { count: 1 }),
    });
    this.allowBox = this.question.getByRole('checkbox');
    this.setUpButtons = this.dialog.getByRole('button', { name: text('transcribe.setUp') });
    this.advanced = this.dialog.getByText(text('parameter.group.advanced'));
    this.preset = this.dialog.getByRole('combobox', { name: text('parameter.preset') });
    this.resetButton = this.dialog.getByRole('button', {
      name: text('parameter.reset'),
      exact: true,
    });
  }

  engine(name: string): Locator {
    return this.dialog.getByRole('radio', { name });
  }

  /** The control of a parameter; those of the second group have to be opened first. */
  parameter(name: ParameterName): Locator {
    return this.dialog.getByLabel(this.#text(`parameter.${name}.label`), { exact: true });
  }

  async choose(field: Locator, option: string): Promise<void> {
    await field.click();
    await this.#page.getByRole('option', { name: option }).click();
  }

  async savePreset(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name: this.#text('parameter.preset.saveAs') }).click();
    await this.dialog.getByLabel(this.#text('parameter.preset.name')).fill(name);
    await this.dialog
      .getByRole('button', { name: this.#text('parameter.preset.save'), exact: true })
      .click();
  }
}
