// node tests/ui/demo/screenshot.mjs URL OUT.png [--size 1280x800] [--press "Mod+K"] [--click TEXT]
//
// Takes a picture of a page when it has come to rest; prints errors of its console. `--press` and
// `--click` (a role's name or a text) may be given several times and are done in their order.
import { chromium } from '@playwright/test';
import { parseArgs } from 'node:util';

const { values, positionals, tokens } = parseArgs({
  allowPositionals: true,
  tokens: true,
  options: {
    size: { type: 'string', default: '1280x800' },
    press: { type: 'string', multiple: true },
    click: { type: 'string', multiple: true },
    wait: { type: 'string', default: '1500' },
  },
});
const [url, out] = positionals;
if (url === undefined || out === undefined) throw new Error('give an address and a file');
const [width, height] = values.size.split('x').map(Number);

const browser = await chromium.launch({
  executablePath: process.env.ZIMU_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--autoplay-policy=no-user-gesture-required', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width, height } });
page.on('console', (message) => {
  if (message.type() === 'error') console.error(`console: ${message.text()}`);
});
page.on('pageerror', (error) => console.error(`page: ${error.stack}`));
await page.goto(url);
await page.waitForTimeout(Number(values.wait));
for (const token of tokens) {
  if (token.kind !== 'option') continue;
  if (token.name === 'press') await page.keyboard.press(token.value.replace('Mod', 'Control'));
  if (token.name === 'click') {
    await page
      .getByRole('button', { name: token.value })
      .or(page.getByText(token.value))
      .first()
      .click();
  }
  if (token.name !== 'size') await page.waitForTimeout(300);
}
await page.screenshot({ path: out });
await browser.close();
