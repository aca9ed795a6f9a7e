import { resolve } from 'node:path';
import { expect, test as base } from './studio-test';
import { serveDemo } from './serve-demo';
import { showView, views } from './views';

const test = base.extend<object, { readonly demoUrl: string }>({
  demoUrl: [
    // eslint-disable-next-line no-empty-pattern -- Playwright demands a pattern, also where nothing is needed
    async ({}, use, { workerIndex }) => {
      const folder = `../../out/ui/demo-${workerIndex}`;
      const demo = await serveDemo(resolve(import.meta.dirname, folder));
      await use(demo.url);
      await demo.close();
    },
    { scope: 'worker' },
  ],
});

test.describe.configure({ mode: 'default' });

/** The font that the product brings, for Latin too: another computer has another system font. */
const oneFont = "*, *::before { font-family: 'Noto Sans SC Variable' !important; }";

for (const [name, theme, locale] of [
  ['start', 'light', 'en'],
  ['studio', 'light', 'en'],
  ['studio-zoomed', 'dark', 'zh-CN'],
  ['export', 'dark', 'en'],
  ['transcribe', 'light', 'zh-CN'],
] as const) {
  test(
    `looks as it did: ${name}, ${theme}, ${locale}`,
    { tag: '@browser' },
    async ({ openBrowser, demoUrl }) => {
      const context = await (
        await openBrowser()
      ).newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'en-US',
        timezoneId: 'UTC',
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await page.addInitScript((css) => {
        addEventListener('DOMContentLoaded', () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets.push(sheet);
        });
      }, oneFont);
      const view = views.find((candidate) => candidate.name === name)!;
      await showView(page, demoUrl, view, { theme, locale });
      await expect(page).toHaveScreenshot(`${name}-${theme}-${locale}.png`, {
        maxDiffPixelRatio: 0.02,
      });
      await context.close();
    },
  );
}
