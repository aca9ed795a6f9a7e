// `npm run screenshots [-- NAME …]`: pictures of every view (or of the named ones) in both themes
// and languages, in the ignored folder screenshots/.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from './hosts/find-chromium';
import { serveDemo } from './serve-demo';
import { showView, views } from './views';

const root = resolve(import.meta.dirname, '../..');
const target = join(root, 'screenshots');

export async function takeScreenshots(names: readonly string[]): Promise<void> {
  const chosen = views.filter(({ name }) => names.length === 0 || names.includes(name));
  mkdirSync(target, { recursive: true });
  const demo = await serveDemo(join(root, 'out/ui/demo-pictures'));
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumArguments],
  });
  const sizes = [
    { width: 1280, height: 800 },
    { width: 2560, height: 1440 },
  ];
  for (const viewport of sizes) {
    for (const theme of ['light', 'dark'] as const) {
      for (const locale of ['en', 'zh-CN'] as const) {
        const page = await browser.newPage({ viewport, locale: 'en-US', timezoneId: 'UTC' });
        for (const view of viewport.width > 2_000 ? chosen.slice(1, 4) : chosen) {
          const file = `${view.name}-${theme}-${locale}-${viewport.width}.png`;
          await showView(page, demo.url, view, { theme, locale });
          await page.screenshot({ path: join(target, file), animations: 'disabled' });
          console.log(`screenshots/${file}`);
        }
        await page.close();
      }
    }
  }
  await browser.close();
  await demo.close();
}
