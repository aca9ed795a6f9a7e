import { join } from 'node:path';
import { makeLongMedia, writeProject } from './files';
import { openProject } from './open-project';
import { TypingField } from './pages/typing-field';
import { expect, type Studio, test } from './studio-test';

/** A minute of sound with six sentences, ten seconds each. */
async function openSix(studio: Studio): Promise<void> {
  const media = makeLongMedia(studio.scratch, 'hum.mp3', 60);
  const path = writeProject(join(studio.scratch, 'six.zimu'), media, {
    id: 'six',
    title: 'Six',
    sentenceCount: 6,
    durationMs: 60_000,
  });
  await openProject(studio, path, media);
  await expect(studio.window.table.rows).toHaveCount(6);
}

test('[WN9] an arrow takes the playhead along, in the table and out of it', async ({ studio }) => {
  const { window, page } = studio;
  await openSix(studio);
  const { table, player } = window;
  await expect.poll(() => player.duration()).toBeGreaterThan(50);
  await table.select(1);
  await expect(table.row(1)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(table.row(2)).toBeFocused();
  const inTable = await player.position();
  expect(inTable).toBeGreaterThan(1);
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => player.position()).toBeLessThan(inTable);
  await player.bar.getByRole('button', { name: window.text('command.play.loop') }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(table.row(2)).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => player.position()).toBeCloseTo(inTable, 2);
});

test('the palette gives the focus back, to a row and to what is being typed', async ({
  studio,
}) => {
  const { window, page } = studio;
  await openSix(studio);
  const { table } = window;
  await table.select(3);
  await window.press('view.palette');
  await expect(window.palette).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(table.row(3)).toBeFocused();
  await window.run('view.zoomIn');
  await expect(table.row(3)).toBeFocused();
  await window.run('file.settings');
  await expect(window.settings.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(table.row(3)).toBeFocused();

  const field = new TypingField(page, table);
  await field.typeOver(3, 'first second');
  await window.press('view.palette');
  await expect(window.palette).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field.of(3)).toBeFocused();
  await field.putCaretBefore(3, 'second');
  await window.run('edit.split');
  await expect(field.of(4)).toBeFocused();
  await expect(field.of(4)).toHaveValue('second');
  await expect(table.cell(3, 'text')).toHaveText('first');
});

test('[WN4] the filter waits for the end of a composition', async ({ studio }) => {
  const { window, page } = studio;
  await openSix(studio);
  const { table } = window;
  await table.retype(2, '你好，世界');
  await table.filter.focus();
  const session = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await page.clock.install();
  await compose('ni');
  await compose("ni'hao");
  // Longer than the filter waits after a letter.
  await page.clock.runFor(1000);
  await expect(table.filter).toHaveValue("ni'hao");
  await expect(table.rows).toHaveCount(6);
  await session.send('Input.insertText', { text: '你好' });
  await expect(table.rows).toHaveCount(1);
  await expect(table.cell(1, 'text')).toHaveText('你好，世界');
});

test('a job of a recording that is not there cannot be started, and it is said why', async ({
  studio,
}) => {
  const { window, scratch } = studio;
  const gone = join(scratch, 'gone.flac');
  const plan = { id: 'gone', title: 'Gone', sentenceCount: 3, durationMs: 6_535 };
  const path = writeProject(join(scratch, 'gone.zimu'), gone, plan);
  await studio.chooseFiles([path], () => window.press('file.open'));
  await expect(window.table.rows).toHaveCount(3);
  await window.press('file.transcribe');
  await expect(window.transcribe.dialog).toContainText('gone.flac');
  await expect(window.transcribe.startButton).toBeDisabled();
});
