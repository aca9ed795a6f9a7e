import { getShortcuts } from '@core/commands/command-keys';
import { type CommandId, getCommandSpec } from '@core/commands/command-specs';
import type { Locale } from '@core/messages/catalogue';
import type { Locator, Page } from '@playwright/test';
import { AddressDialog } from './address-dialog';
import { CloudSettings } from './cloud-settings';
import { ExportDialog } from './export-dialog';
import { ImportDialog } from './import-dialog';
import { JobStrip } from './job-strip';
import { PlayerBar } from './player-bar';
import { SaveBackDialog } from './save-back-dialog';
import { ProblemsPanel } from './problems-panel';
import { SentenceTable } from './sentence-table';
import { SettingsDialog } from './settings-dialog';
import { StartPage } from './start-page';
import { type Text, textsIn } from './texts';
import { TranscribeDialog } from './transcribe-dialog';
import { Waveform } from './waveform';

/** Every language by its own name, as the settings list them. */
const languageNames: Readonly<Record<Locale, string>> = { en: 'English', 'zh-CN': '简体中文' };

/** The whole window, read by roles and labels in one language. */
export class StudioWindow {
  readonly page: Page;
  readonly locale: Locale;
  readonly text: Text;
  readonly start: StartPage;
  readonly table: SentenceTable;
  readonly waveform: Waveform;
  readonly player: PlayerBar;
  readonly address: AddressDialog;
  readonly transcribe: TranscribeDialog;
  readonly jobs: JobStrip;
  readonly export: ExportDialog;
  readonly import: ImportDialog;
  readonly saveBack: SaveBackDialog;
  readonly problems: ProblemsPanel;
  readonly settings: SettingsDialog;
  readonly cloud: CloudSettings;

  constructor(page: Page, locale: Locale = 'en') {
    this.page = page;
    this.locale = locale;
    this.text = textsIn(locale);
    this.start = new StartPage(page, this.text);
    this.table = new SentenceTable(page, this.text);
    this.waveform = new Waveform(page, this.text);
    this.player = new PlayerBar(page, this.text);
    this.address = new AddressDialog(page, this.text);
    this.transcribe = new TranscribeDialog(page, this.text);
    this.jobs = new JobStrip(page, this.text);
    this.export = new ExportDialog(page, this.text);
    this.import = new ImportDialog(page, this.text);
    this.saveBack = new SaveBackDialog(page, this.text);
    this.problems = new ProblemsPanel(page, this.text);
    this.settings = new SettingsDialog(page, this.text);
    this.cloud = new CloudSettings(page, this.text);
  }

  /** The same window in another language. */
  in(locale: Locale): StudioWindow {
    return new StudioWindow(this.page, locale);
  }

  /** Chooses a language in the settings, which are open; gives the window as it reads then. */
  async switchLanguage(locale: Locale): Promise<StudioWindow> {
    await this.cloud.generalTab.click();
    await this.settings.choose(this.settings.locale, languageNames[locale]);
    return this.in(locale);
  }

  get palette(): Locator {
    return this.page.getByRole('combobox', { name: this.text('app.commands') });
  }

  get helpSheet(): Locator {
    return this.page.getByRole('dialog', { name: this.text('command.help.shortcuts') });
  }

  get notices(): Locator {
    return this.page.getByRole('region', { name: this.text('app.notices') });
  }

  /** What is being brought in, while something is. */
  get openingProgress(): Locator {
    const cancel = this.page.getByRole('button', { name: this.text('app.cancel'), exact: true });
    return this.page.getByRole('status').filter({ has: cancel });
  }

  /** Says that everything is kept, and no change is on its way. */
  get saving(): Locator {
    const said = this.page.getByText(this.text('app.saving.saved'), { exact: true });
    const idle = this.page.locator('[aria-busy="false"]');
    return this.page.getByRole('banner').getByRole('status').and(idle).and(said);
  }

  /** The title of the open project, which can be changed in its place. */
  get title(): Locator {
    return this.page.getByRole('textbox', { name: this.text('app.title') });
  }

  /** How the file is encoded that the project came from; a button with a menu. */
  get sourceForm(): Locator {
    const [before = ''] = this.text('app.source').split('{');
    return this.page.getByRole('button', { name: before });
  }

  /** Runs a command of the menu that is open. */
  async chooseFromMenu(command: CommandId): Promise<void> {
    const name = this.text(getCommandSpec(command).label);
    await this.page.getByRole('menuitem', { name }).click();
  }

  /** Runs a command by its first key. */
  async press(command: CommandId): Promise<void> {
    const [shortcut] = getShortcuts(command);
    if (shortcut === undefined) throw new Error(`${command} has no key`);
    await this.page.keyboard.press(shortcut.replace('Mod', 'Control'));
  }

  /** Runs a command through the palette. */
  async run(command: CommandId): Promise<void> {
    await this.press('view.palette');
    const label = this.text(getCommandSpec(command).label);
    await this.palette.fill(label);
    await this.page.getByRole('option', { name: label }).first().click();
  }

  /**
   * Drops files of this computer on the window, as a file manager would. They go through a file
   * field, because only the browser itself can make a `File` that has a path.
   */
  async drop(paths: readonly string[]): Promise<void> {
    const field = await this.page.evaluateHandle(() => {
      const made = document.createElement('input');
      made.type = 'file';
      made.multiple = true;
      return made;
    });
    await field.setInputFiles([...paths]);
    await field.evaluate((filled) => {
      const dataTransfer = new DataTransfer();
      for (const file of filled.files ?? []) dataTransfer.items.add(file);
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
      }
    });
    await field.dispose();
  }
}
