import { resolve } from 'node:path';
import { serveDemo } from './serve-demo';
import { expect, test } from './studio-test';
import { showView, views } from './views';

test.describe.configure({ mode: 'default' });

let demo: Awaited<ReturnType<typeof serveDemo>> | undefined;
test.beforeAll(async () => {
  const folder = `../../out/ui/demo-${test.info().workerIndex}`;
  demo = await serveDemo(resolve(import.meta.dirname, folder));
});
test.afterAll(() => demo?.close());

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
    async ({ openBrowser }) => {
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
      await showView(page, demo!.url, view, { theme, locale });
      await expect(page).toHaveScreenshot(`${name}-${theme}-${locale}.png`, {
        maxDiffPixelRatio: 0.02,
      });
      await context.close();
    },
  );
}
