import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Studio, test } from './studio-test';

/** Blanks too many in the first and third, too short a time for the last. */
const faulty = [
  '1\n00:00:01,000 --> 00:00:03,000\nThe river  rose at night.\n',
  '2\n00:00:05,000 --> 00:00:07,000\nNobody had warned them.\n',
  '3\n00:00:09,000 --> 00:00:11,000\nSo they left the  house.\n',
  '4\n00:00:13,000 --> 00:00:13,300\nThe boat was gone by then.\n',
].join('\n');

const texts = ['The river rose at night.', 'Nobody had warned them.', 'So they left the house.'];

async function openFaulty({ window, scratch }: Studio): Promise<void> {
  const path = join(scratch, 'river.srt');
  writeFileSync(path, faulty);
  await window.drop([path]);
  await expect(window.table.rows).toHaveCount(4);
  await expect(window.problems.status).toHaveText(window.problems.count(4));
}

test('walks problems and fixes them by keys', async ({ studio }) => {
  const { window, page } = studio;
  await openFaulty(studio);
  const { problems, table } = window;

  // From wherever keys are pressed; a row says what is wrong with it.
  await window.press('edit.nextProblem');
  await expect(table.row(1)).toHaveAttribute('aria-selected', 'true');
  await expect(table.row(1)).toHaveAttribute('aria-description', /.+/u);
  await window.press('edit.fixProblem');
  await expect(table.cell(1, 'text')).toHaveText(texts[0]!);
  await expect(table.row(1)).not.toHaveAttribute('aria-description', /.+/u);
  await expect(problems.status).toHaveText(problems.count(3));

  // In the list: arrows move, Enter goes, F mends.
  await window.press('edit.nextProblem');
  await expect(table.row(3)).toHaveAttribute('aria-selected', 'true');
  await window.press('view.problems');
  await expect(problems.list).toBeFocused();
  await expect(problems.activeLine).toContainText('00:09.000');
  await page.keyboard.press('f');
  await expect(table.cell(3, 'text')).toHaveText(texts[2]!);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(problems.activeLine).toContainText('00:13.000');
  await page.keyboard.press('Enter');
  await expect(table.row(4)).toHaveAttribute('aria-selected', 'true');
  await expect(problems.list).toBeFocused();
  await window.press('edit.fixProblem');
  await window.press('edit.fixProblem');
  await expect(problems.panel).toContainText(window.text('problems.clean'));
  await window.press('edit.nextProblem');
  await expect(window.notices).toContainText(window.text('problems.noneLeft'));
});

test('fixes all after a look at what changes, and takes it back at once', async ({ studio }) => {
  const { window, page } = studio;
  await openFaulty(studio);
  const { problems, table } = window;
  await window.press('edit.fixProblems');
  await expect(problems.changes).toHaveCount(3);
  await page.keyboard.press('Enter');
  await expect(problems.fixDialog).toBeHidden();
  await expect(problems.status).toHaveText(problems.count(0));
  expect((await table.readTexts()).slice(0, 3)).toEqual(texts);
  await window.press('edit.undo');
  await expect(problems.status).toHaveText(problems.count(4));
  await expect(table.cell(4, 'duration')).toHaveText('0.30');

  // Another profile is an edit as well, and kept with the project.
  await problems.tab.click();
  await problems.profile.click();
  await page.getByRole('option', { name: 'YouTube' }).click();
  await expect(problems.profile).toHaveText('YouTube');
  await page.reload();
  await expect(table.rows).toHaveCount(4);
  await problems.tab.click();
  await expect(problems.profile).toHaveText('YouTube');
  await window.press('edit.undo');
  await expect(problems.profile).not.toHaveText('YouTube');
});
