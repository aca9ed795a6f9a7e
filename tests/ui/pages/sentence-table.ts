import type { Locator, Page } from '@playwright/test';
import { type CommandId, getCommandSpec } from '@core/commands/command-specs';
import type { Text } from './texts';

type TableColumn = 'index' | 'begin' | 'end' | 'duration' | 'speaker' | 'text';

/** The table of sentences. Rows are named by their place in the table, from 1. */
export class SentenceTable {
  readonly #page: Page;
  readonly #text: Text;
  readonly region: Locator;
  readonly grid: Locator;
  readonly filter: Locator;
  /** The words that are lit now. */
  readonly litWords: Locator;
  /** "240 sentences", "3 of 240" and the like. */
  readonly count: Locator;

  constructor(page: Page, text: Text) {
    this.#page = page;
    this.#text = text;
    this.region = page.getByRole('main', { name: text('app.region.sentences') });
    this.grid = this.region.getByRole('grid', { name: text('table.label') });
    this.filter = this.region.getByRole('searchbox', { name: text('table.filter') });
    this.litWords = this.grid.locator('[data-word][aria-current="true"]');
    this.count = this.region.getByRole('search').getByRole('status');
  }

  /** All rows in sight; those that scrolled away are not on the page. */
  get rows(): Locator {
    return this.grid.locator('[role="row"][aria-selected]');
  }

  row(place: number): Locator {
    return this.grid.locator(`[role="row"][aria-rowindex="${place + 1}"]`);
  }

  get selectedRows(): Locator {
    return this.grid.locator('[role="row"][aria-selected="true"]');
  }

  cell(place: number, column: TableColumn): Locator {
    return this.row(place).locator(`[role="gridcell"][data-column="${column}"]`);
  }

  /** A column of all rows in sight. */
  cells(column: TableColumn): Locator {
    return this.rows.locator(`[role="gridcell"][data-column="${column}"]`);
  }

  /** Clicks a word, counted from 0; words are elements of their own only under the pointer. */
  async clickWord(place: number, index: number): Promise<void> {
    await this.cell(place, 'text').locator('[data-words]').hover();
    await this.row(place).locator(`[data-word="${index}"]`).click();
  }

  /** Sentences as the project has them, in or out of sight. */
  async countRows(): Promise<number> {
    return Number(await this.grid.getAttribute('aria-rowcount')) - 1;
  }

  /** The texts of all rows, in or out of sight. */
  async readTexts(): Promise<readonly string[]> {
    return Promise.all(
      Array.from({ length: await this.countRows() }, (_, index) =>
        this.cell(index + 1, 'text').innerText(),
      ),
    );
  }

  textEditor(place: number): Locator {
    return this.#page.getByRole('textbox', {
      name: this.#text('table.edit.text', { number: place }),
      exact: true,
    });
  }

  timeEditor(place: number, column: 'begin' | 'end'): Locator {
    return this.#page.getByRole('textbox', {
      name: this.#text(`table.edit.${column}`, { number: place }),
      exact: true,
    });
  }

  async select(place: number): Promise<void> {
    await this.cell(place, 'duration').click();
  }

  /** Opens the menu of a row, at the pointer. */
  async openMenu(place: number): Promise<void> {
    await this.cell(place, 'duration').click({ button: 'right' });
  }

  menuItem(command: CommandId): Locator {
    const name = this.#text(getCommandSpec(command).label);
    return this.#page.getByRole('menu').getByRole('menuitem', { name });
  }

  /** Types a new text for a sentence, from a double click to Enter. */
  async retype(place: number, text: string): Promise<void> {
    await this.cell(place, 'text').dblclick();
    await this.textEditor(place).fill(text);
    await this.textEditor(place).press('Enter');
  }

  /** The element that scrolls. */
  async scrollTo(topPx: number): Promise<void> {
    await this.grid.evaluate((grid, top) => {
      const scroller = [grid, ...grid.querySelectorAll('*')].find(
        (element) => element.scrollHeight > element.clientHeight + 200,
      );
      scroller?.scrollTo({ top });
    }, topPx);
  }
}
