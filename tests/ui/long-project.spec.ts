import { join } from 'node:path';
import { makeLongMedia, writeProject } from './files';
import { openProject } from './open-project';
import { expect, type Studio, test } from './studio-test';

const sentenceCount = 10_000;

async function openThreeHours(studio: Studio): Promise<void> {
  const seconds = 3 * 3600;
  const media = makeLongMedia(studio.scratch, 'three-hours.mp3', seconds);
  const path = writeProject(join(studio.scratch, 'three-hours.zimu'), media, {
    id: 'three-hours',
    title: 'Three hours',
    sentenceCount,
    durationMs: seconds * 1000,
  });
  await openProject(studio, path, media);
  await expect(studio.window.table.rows.first()).toBeVisible({ timeout: 30_000 });
}

test.describe('three hours, ten thousand sentences', { tag: '@release' }, () => {
  test.setTimeout(120_000);

  test('is scrolled, zoomed, searched and edited, and is there after a reload', async ({
    studio,
  }) => {
    const { window, page } = studio;
    const { table, waveform } = window;
    await openThreeHours(studio);

    await test.step('zooms from all of it to single words, and finds a sentence in it', async () => {
      await expect.poll(() => waveform.isDrawn(), { timeout: 30_000 }).toBe(true);
      await table.filter.fill('ferry');
      await expect(table.count).toContainText('of 10,000');
      await table.rows.first().locator('[data-column="duration"]').click();
      await table.filter.fill('');
      await expect(table.selectedRows).toHaveCount(1);
      await table.selectedRows.locator('[data-column="duration"]').click();
      await window.press('view.zoomSelection');
      await expect.poll(() => waveform.zoomShare()).toBeGreaterThan(0.3);
      const sentenceZoom = await waveform.zoomShare();
      for (let press = 0; press < 20; press += 1) await window.press('view.zoomIn');
      await expect.poll(() => waveform.zoomShare()).toBeGreaterThan(sentenceZoom);
      await expect.poll(() => waveform.isDrawn()).toBe(true);
      await window.press('view.zoomFit');
      await expect.poll(() => waveform.zoomShare()).toBe(0);
      await expect.poll(() => waveform.isDrawn()).toBe(true);
    });

    await test.step('scrolls from one end to the other with few rows on the page', async () => {
      expect(await table.countRows()).toBe(sentenceCount);
      await table.scrollTo(0);
      await expect(table.row(1)).toBeVisible();
      await table.scrollTo(10_000_000);
      await expect(table.row(sentenceCount)).toBeVisible();
      expect(await table.rows.count()).toBeLessThan(120);
      await table.scrollTo(0);
      await expect(table.row(1)).toBeVisible();
    });

    await test.step('edits far down and finds it again after a reload', async () => {
      await table.scrollTo(10_000_000);
      await expect(table.row(sentenceCount)).toBeVisible();
      await table.retype(sentenceCount - 1, 'Almost the end.');
      await table.select(sentenceCount - 1);
      await expect(window.saving).toBeVisible();
      await page.reload();
      await expect(table.cell(sentenceCount - 1, 'text')).toHaveText('Almost the end.', {
        timeout: 30_000,
      });
      await expect(table.row(sentenceCount - 1)).toHaveAttribute('aria-selected', 'true');
    });
  });
});
