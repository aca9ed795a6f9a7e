import type { Locator, Page } from '@playwright/test';
import type { Text } from './texts';

/** The list of problems at the side, and the dialog that mends many. */
export class ProblemsPanel {
  readonly #text: Text;
  readonly tab: Locator;
  readonly panel: Locator;
  readonly list: Locator;
  /** The line that keys work on. */
  readonly activeLine: Locator;
  readonly profile: Locator;
  readonly fixDialog: Locator;
  /** What it would change, a row for each sentence. */
  readonly changes: Locator;
  /** At the foot of the window. */
  readonly status: Locator;

  constructor(page: Page, text: Text) {
    this.#text = text;
    const side = page.getByRole('complementary', { name: text('app.region.media') });
    this.tab = side.getByRole('tab', { name: text('problems.title') });
    this.panel = side.getByRole('tabpanel', { name: text('problems.title') });
    this.list = side.getByRole('tree', { name: text('problems.list') });
    this.activeLine = this.list.getByRole('treeitem', { selected: true });
    this.profile = side.getByRole('combobox', { name: text('problems.profile') });
    this.fixDialog = page.getByRole('dialog', {
      name: text('command.edit.fixProblems').slice(0, -1),
    });
    this.changes = this.fixDialog.locator('tbody').getByRole('row');
    this.status = page
      .getByRole('contentinfo', { name: text('app.region.transport') })
      .getByRole('button', { name: /\d/u })
      .last();
  }

  /** What the foot of the window says of so many. */
  count(count: number): string {
    return this.#text('problems.status', { count });
  }

  /** A problem of a sentence, by the sentence's number. */
  line(number: number): Locator {
    const name = this.#text('problems.row', { number, problem: '' });
    return this.list.getByRole('treeitem', { name });
  }
}
