import { join } from 'node:path';
import { makeLongMedia, writeProject } from './files';
import { openProject } from './open-project';
import { expect, test } from './studio-test';

test('switches language and theme at once, and remembers them', async ({ studio }) => {
  const { window, page } = studio;
  await window.press('file.settings');
  await window.settings.choose(window.settings.locale, '简体中文');
  const chinese = window.in('zh-CN');
  await expect(chinese.settings.dialog).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');

  const backgroundOf = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await chinese.settings.choose(chinese.settings.theme, '浅色');
  const light = await backgroundOf();
  await chinese.settings.choose(chinese.settings.theme, '深色');
  await expect.poll(backgroundOf).not.toBe(light);
  const dark = await backgroundOf();
  await page.keyboard.press('Escape');
  await expect(chinese.settings.dialog).toBeHidden();

  await page.reload();
  await expect(chinese.start.openButton).toBeVisible();
  expect(await backgroundOf()).toBe(dark);
});

test('draws Chinese with the font that it brings', async ({ studio }) => {
  const { window, page } = studio;
  await window.run('view.language');
  await expect(window.in('zh-CN').start.openButton).toBeVisible();
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].some(
      ({ family, status }) => family.includes('Noto Sans SC') && status === 'loaded',
    );
  });
  expect(loaded).toBe(true);
});

test('does not jump when a project arrives', async ({ studio }) => {
  const { window, page, scratch } = studio;
  const media = makeLongMedia(scratch, 'hum.mp3', 60);
  const path = writeProject(join(scratch, 'calm.zimu'), media, {
    id: 'calm',
    title: 'Calm',
    sentenceCount: 40,
    durationMs: 60_000,
  });
  await openProject(studio, path, media);
  await expect(window.table.rows.first()).toBeVisible();
  await page.reload();
  await expect(window.table.rows.first()).toBeVisible();
  await expect.poll(() => window.waveform.isDrawn()).toBe(true);
  expect(await page.evaluate(sumLayoutShifts)).toBeLessThan(0.05);
});

/** All layout shifts since the page began, as the browser scores them; 1 is the whole window. */
function sumLayoutShifts(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const shifts = list.getEntries() as (PerformanceEntry & { readonly value: number })[];
      resolve(shifts.reduce((sum, { value }) => sum + value, 0));
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    // Without any shift the observer is never called.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
  });
}
