import { join } from 'node:path';
import { makeLongMedia, writeProject } from './files';
import { openProject } from './open-project';
import { TypingField } from './pages/typing-field';
import { expect, type Studio, test } from './studio-test';

/** A minute of sound with six sentences, and the field that their texts are typed into. */
async function openSix(studio: Studio): Promise<TypingField> {
  const media = makeLongMedia(studio.scratch, 'hum.mp3', 60);
  const path = writeProject(join(studio.scratch, 'six.zimu'), media, {
    id: 'six',
    title: 'Six',
    sentenceCount: 6,
    durationMs: 60_000,
  });
  await openProject(studio, path, media);
  await expect(studio.window.table.rows).toHaveCount(6);
  return new TypingField(studio.page, studio.window.table);
}

test('splits a sentence while it is typed, at the caret', { tag: '@every' }, async ({ studio }) => {
  const { window } = studio;
  const { table } = window;
  const field = await openSix(studio);
  const [, next = ''] = await field.readTexts(1, 2);
  await field.typeOver(1, 'alpha beta gamma delta');
  await field.putCaretBefore(1, 'gamma');
  await window.press('edit.split');
  await expect(table.rows).toHaveCount(7);
  // Typing goes on where the caret was.
  await expect(field.of(2)).toBeFocused();
  await expect(field.of(2)).toHaveValue('gamma delta');
  await studio.page.keyboard.type('new ');
  await studio.page.keyboard.press('Enter');
  await expect(field.any).toHaveCount(0);
  expect(await field.readTexts(1, 3)).toEqual(['alpha beta', 'new gamma delta', next]);
  await expect(window.saving).toBeVisible();
  await studio.page.reload();
  await expect(table.rows).toHaveCount(7);
  expect(await field.readTexts(1, 3)).toEqual(['alpha beta', 'new gamma delta', next]);
});

test('merges a sentence while it is typed, and loses neither text', async ({ studio }) => {
  const { window } = studio;
  const { table } = window;
  const field = await openSix(studio);
  const [, next = '', third = ''] = await field.readTexts(1, 3);
  await field.typeOver(1, 'Typed just now.');
  await window.press('edit.merge');
  await expect(table.rows).toHaveCount(5);
  await expect(field.of(1)).toHaveValue(`Typed just now. ${next}`);
  await studio.page.keyboard.press('Enter');
  await expect(field.any).toHaveCount(0);
  expect(await field.readTexts(1, 2)).toEqual([`Typed just now. ${next}`, third]);
});

test('keeps what is typed without a pause, even if the page is loaded anew', async ({ studio }) => {
  const { window, page } = studio;
  const { table } = window;
  const field = await openSix(studio);
  const typed = 'Without a pause. '.repeat(6) + '.';
  expect(typed).toHaveLength(103);
  await field.typeOver(3, typed, { delay: 15 });
  await page.reload();
  await expect(table.rows).toHaveCount(6);
  await table.cell(3, 'text').dblclick();
  await expect(field.of(3)).toHaveValue(typed);
});
