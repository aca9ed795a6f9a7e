import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeLongMedia, writeProject } from './files';
import { expect, test } from './studio-test';

for (const how of ['close', 'kill'] as const) {
  test(
    `has text, undo and selection again after the end of its process (${how})`,
    // What is on the disk when a process dies is the work of the services, the same on every host.
    { tag: ['@release', ...(how === 'close' ? ['@every'] : [])] },
    async ({ studio }) => {
      const { scratch } = studio;
      const media = makeLongMedia(scratch, 'hum.mp3', 60);
      const path = writeProject(join(scratch, 'kept.zimu'), media, {
        id: 'kept',
        title: 'Kept',
        sentenceCount: 12,
        durationMs: 60_000,
      });
      await studio.chooseFiles([path], () => studio.window.start.openButton.click());
      const before = await studio.window.table.cell(3, 'text').innerText();
      await studio.window.table.retype(3, 'Changed once.');
      await studio.window.table.select(5);
      await expect(studio.window.saving).toBeVisible();
      // Text is kept at once; what is selected within a second or two, as it changes all the time.
      await expect.poll(() => readViews(studio.home)).toContain('kept-s5');

      await studio.restart(how);
      const { window } = studio;
      await expect(window.table.cell(3, 'text')).toHaveText('Changed once.');
      await expect(window.table.row(5)).toHaveAttribute('aria-selected', 'true');
      await window.press('edit.undo');
      await expect(window.table.cell(3, 'text')).toHaveText(before);
      await window.press('edit.redo');
      await expect(window.table.cell(3, 'text')).toHaveText('Changed once.');
    },
  );
}

test.describe('named on the command line', () => {
  test.use({
    file: async ({ scratch }, use) => {
      const media = makeLongMedia(scratch, 'hum.mp3', 60);
      await use(
        writeProject(join(scratch, 'named.zimu'), media, {
          id: 'named',
          title: 'Named on the command line',
          sentenceCount: 3,
          durationMs: 60_000,
        }),
      );
    },
  });

  test(
    'opens the file it was started with',
    { tag: ['@release', '@every'] },
    async ({ studio }) => {
      await expect(studio.window.title).toHaveValue('Named on the command line');
      await expect(studio.window.table.rows).toHaveCount(3);
    },
  );
});

/** How the projects of a data folder were left, as the text of their files. */
function readViews(home: string): string {
  const projects = join(home, 'projects');
  return readdirSync(projects, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('view.json'))
    .map((name) => readFileSync(join(projects, name), 'utf8'))
    .join('\n');
}

test(
  'says that the studio is out of reach, and keeps what is changed until it is back',
  { tag: '@release' },
  async ({ studio }) => {
    const { window, page, scratch } = studio;
    const media = makeLongMedia(scratch, 'hum.mp3', 60);
    const path = writeProject(join(scratch, 'away.zimu'), media, {
      id: 'away',
      title: 'Away',
      sentenceCount: 12,
      durationMs: 60_000,
    });
    await studio.chooseFiles([path], () => window.start.openButton.click());
    await expect(window.table.rows).toHaveCount(12);
    await page.context().setOffline(true);
    await window.table.retype(2, 'Changed while nobody listened.');
    await expect(window.notices).toContainText(window.text('error.host/unreachable.happened'));
    await expect(window.saving).toBeHidden();
    await page.context().setOffline(false);
    await expect(window.saving).toBeVisible();
    await expect(window.notices).not.toContainText(window.text('error.host/unreachable.happened'));
    await page.reload();
    await expect(window.table.cell(2, 'text')).toHaveText('Changed while nobody listened.');
  },
);
