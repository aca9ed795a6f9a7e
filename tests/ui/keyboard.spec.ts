import { join } from 'node:path';
import { makeLongMedia, writeProject } from './files';
import { openProject } from './open-project';
import { expect, type Studio, test } from './studio-test';

/** A minute of sound with twelve sentences, open in the window. */
async function openMinute(studio: Studio): Promise<void> {
  const media = makeLongMedia(studio.scratch, 'hum.mp3', 60);
  const path = writeProject(join(studio.scratch, 'minute.zimu'), media, {
    id: 'minute',
    title: 'Minute',
    sentenceCount: 12,
    durationMs: 60_000,
  });
  await openProject(studio, path, media);
  await expect(studio.window.table.rows).toHaveCount(12);
}

test('does the whole of editing on the keyboard', { tag: '@every' }, async ({ studio }) => {
  const { window, page } = studio;
  await openMinute(studio);
  const { table } = window;

  await window.press('play.nextSentence');
  await expect(table.selectedRows).toHaveCount(1);
  await window.press('play.nextSentence');
  await expect(table.row(2)).toHaveAttribute('aria-selected', 'true');

  await window.press('edit.text');
  await expect(table.textEditor(2)).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Typed from the keyboard.');
  await page.keyboard.press('Enter');
  await expect(table.cell(2, 'text')).toHaveText('Typed from the keyboard.');

  await window.press('edit.merge');
  await expect(table.rows).toHaveCount(11);
  await expect(table.cell(2, 'text')).toContainText('Typed from the keyboard.');
  await window.press('edit.remove');
  await expect(table.rows).toHaveCount(10);
  await window.press('edit.undo');
  await window.press('edit.undo');
  await expect(table.rows).toHaveCount(12);
  await window.press('edit.selectAll');
  await expect(table.selectedRows).toHaveCount(12);
});

test('undoes in a text field before it undoes in the project', async ({ studio }) => {
  const { window, page } = studio;
  await openMinute(studio);
  const { table } = window;
  await table.retype(1, 'First change.');
  await table.cell(2, 'text').dblclick();
  const before = await table.textEditor(2).inputValue();
  await page.keyboard.type(' and more');
  await window.press('edit.undo');
  await expect(table.textEditor(2)).not.toHaveValue(`${before} and more`);
  await expect(table.cell(1, 'text')).toHaveText('First change.');
  await page.keyboard.press('Escape');
  await window.press('edit.undo');
  await expect(table.cell(1, 'text')).not.toHaveText('First change.');
});

test('plays, steps and changes speed by keys', async ({ studio }) => {
  const { window } = studio;
  await openMinute(studio);
  const { player } = window;
  await expect.poll(() => player.duration()).toBeGreaterThan(50);
  await window.press('play.secondForward');
  await window.press('play.secondForward');
  await expect.poll(() => player.position()).toBeCloseTo(2, 1);
  await window.press('play.secondBack');
  await expect.poll(() => player.position()).toBeCloseTo(1, 1);
  await window.press('play.faster');
  await expect.poll(() => player.rate()).toBeGreaterThan(1);
  await window.press('play.normalRate');
  await expect.poll(() => player.rate()).toBe(1);
  await window.press('play.toggle');
  await expect.poll(() => player.isPaused()).toBe(false);
  await expect.poll(() => player.position()).toBeGreaterThan(1.2);
  await window.press('play.toggle');
  await expect.poll(() => player.isPaused()).toBe(true);
  const here = await player.position();
  await window.press('play.back');
  await expect.poll(() => player.position()).toBeLessThan(here);
});

test('keeps times that are typed, and says why others cannot be', async ({ studio }) => {
  const { window, page } = studio;
  await openMinute(studio);
  const { table } = window;
  await table.cell(2, 'begin').dblclick();
  await table.timeEditor(2, 'begin').fill('0:06.250');
  await page.keyboard.press('Enter');
  await expect(table.cell(2, 'begin')).toHaveText('00:06.250');
  await table.cell(2, 'begin').dblclick();
  await table.timeEditor(2, 'begin').fill('soon');
  await page.keyboard.press('Enter');
  await expect(table.region.getByRole('alert')).toContainText(window.text('table.time.unreadable'));
  await page.keyboard.press('Escape');
  await expect(table.cell(2, 'begin')).toHaveText('00:06.250');
  await table.cell(2, 'end').dblclick();
  await table.timeEditor(2, 'end').fill('59:59');
  await page.keyboard.press('Enter');
  await expect(table.region.getByRole('alert')).toContainText('01:00');
  await page.keyboard.press('Escape');
});

test('composes Chinese without taking the keys of the input method', async ({ studio }) => {
  const { window, page } = studio;
  await openMinute(studio);
  const { table } = window;
  await table.cell(1, 'text').dblclick();
  await table.textEditor(1).fill('');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', {
    text: 'ni hao',
    selectionStart: 6,
    selectionEnd: 6,
  });
  await page.keyboard.press('Enter');
  await expect(table.textEditor(1)).toBeVisible();
  await session.send('Input.insertText', { text: '你好' });
  await page.keyboard.press('Enter');
  await expect(table.cell(1, 'text')).toContainText('你好');
});

test('pauses by the blank after a button was clicked, and leaves it to one that was tabbed to', async ({
  studio,
}) => {
  const { window, page } = studio;
  await openMinute(studio);
  const { player } = window;
  await expect.poll(() => player.duration()).toBeGreaterThan(50);
  const loop = player.bar.getByRole('button', { name: window.text('command.play.loop') });
  await window.table.select(2);
  await loop.click();
  await expect(loop).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => player.isPaused()).toBe(false);
  await page.keyboard.press('Space');
  await expect.poll(() => player.isPaused()).toBe(true);
  await expect(loop).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(loop).toBeFocused();
  await page.keyboard.press('Space');
  await expect(loop).toHaveAttribute('aria-pressed', 'false');
});

test('takes what is typed right after opening the palette for the palette', async ({ studio }) => {
  const { window, page } = studio;
  await openMinute(studio);
  const before = await window.table.cell(1, 'begin').innerText();
  await window.press('view.palette');
  await page.keyboard.type('mute');
  await expect(window.palette).toHaveValue('mute');
  await page.keyboard.press('Escape');
  await window.press('file.settings');
  await page.keyboard.type('i');
  await expect(window.settings.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(window.settings.dialog).toBeHidden();
  await expect(window.table.cell(1, 'begin')).toHaveText(before);
});
