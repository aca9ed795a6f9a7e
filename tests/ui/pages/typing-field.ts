import type { Locator, Page } from '@playwright/test';
import type { SentenceTable } from './sentence-table';

/** The field that a sentence's text is typed into, over its row. */
export class TypingField {
  readonly #page: Page;
  readonly #table: SentenceTable;

  constructor(page: Page, table: SentenceTable) {
    this.#page = page;
    this.#table = table;
  }

  /** The field of a row, from 1; it is there while that row is typed in. */
  of(place: number): Locator {
    return this.#table.textEditor(place);
  }

  /** Any of them. */
  get any(): Locator {
    return this.#table.grid.locator('textarea');
  }

  /** Opens a row by a double click and types a text key by key, in the place of what was there. */
  async typeOver(place: number, text: string, options?: { readonly delay: number }): Promise<void> {
    await this.#table.cell(place, 'text').dblclick();
    await this.of(place).press('Control+A');
    await this.#page.keyboard.type(text, options);
  }

  /** Moves the caret by keys, from the end of what was typed to before a part of it. */
  async putCaretBefore(place: number, part: string): Promise<void> {
    const text = await this.of(place).inputValue();
    await this.of(place).press('End');
    for (let at = text.length; at > text.indexOf(part); at -= 1) {
      await this.#page.keyboard.press('ArrowLeft');
    }
  }

  /** The texts of rows in sight as they stand in the table, from one place to another. */
  async readTexts(from: number, to: number): Promise<string[]> {
    const places = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    return Promise.all(places.map((place) => this.#table.cell(place, 'text').innerText()));
  }
}
