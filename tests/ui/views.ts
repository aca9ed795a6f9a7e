import type { MessageKey } from '@core/messages/catalogue';
import type { Page } from '@playwright/test';
import { textsIn } from './pages/texts';

/** A view of the window: the query of the demo page, and the keys that lead to it. */
export interface View {
  readonly name: string;
  /** Whether its first key opens a dialog, whose code may still have to be loaded. */
  readonly isDialog?: boolean;
  readonly query: string;
  readonly keys?: readonly string[];
  /** Typed after the keys, into what has the focus then, and sent off. */
  readonly text?: string;
  /** Clicked at last and brought to the top, one after the other: CSS selectors. */
  readonly clicks?: readonly string[];
  /** Files of these names, with `|` between them, are dropped on the page after the keys. */
  readonly drop?: string;
  /** Buttons that are pressed after the keys, by their texts. */
  readonly buttons?: readonly MessageKey[];
}

/** Every view, as `npm run screenshots` takes it in both themes and languages. */
export const views: readonly View[] = [
  { name: 'start-empty', query: 'empty' },
  { name: 'start', query: 'start' },
  { name: 'studio', query: 'sentences=240', keys: ['ArrowDown', 'ArrowDown', 'ArrowDown'] },
  { name: 'studio-zoomed', query: 'sentences=240', keys: ['ArrowDown', 'ArrowDown', 'z'] },
  { name: 'studio-long', query: 'sentences=10000&hours=3', keys: ['ArrowDown'] },
  { name: 'studio-comfortable', query: 'density=comfortable', keys: ['ArrowDown'] },
  { name: 'no-text', query: 'sentences=0' },
  { name: 'jobs', query: 'jobs' },
  { name: 'jobs-cloud', query: 'jobs=cloud' },
  {
    name: 'jobs-cloud-opened',
    query: 'jobs=cloud',
    clicks: ['li[aria-label="Harbour interview"] summary'],
  },
  {
    name: 'jobs-cloud-last',
    query: 'jobs=cloud',
    clicks: ['li[aria-label="Board call"]'],
  },
  { name: 'jobs-quiet', query: 'jobs=quiet' },
  {
    name: 'jobs-quiet-opened',
    query: 'jobs=quiet',
    clicks: ['li[aria-label="旧桥访谈"] summary'],
  },
  { name: 'jobs-align', query: 'jobs=align' },
  { name: 'jobs-align-ended', query: 'jobs=align', clicks: ['li[aria-label="旧桥访谈"]'] },
  {
    name: 'edit-refused',
    query: 'sentences=240',
    keys: ['Control+f', 'M', 'a', 'r', 'a', 'Tab', 'Tab', 'Tab', 'Control+a', 'Control+Shift+M'],
  },
  {
    name: 'edit-impossible',
    query: 'sentences=240',
    keys: ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Control+Alt+v'],
  },
  { name: 'media-missing', query: 'media=missing' },
  { name: 'media-named', query: 'media=named' },
  { name: 'no-recording', query: 'media=none&sentences=24', keys: ['ArrowDown', 'ArrowDown'] },
  { name: 'media-unplayable', query: 'media=unplayable' },
  { name: 'peaks-growing', query: 'peaks=growing' },
  { name: 'tracks', query: 'sentences=240&tracks', keys: ['ArrowDown'] },
  { name: 'tracks-open', query: 'sentences=240&tracks', clicks: ['footer [role="combobox"]'] },
  { name: 'transcribe-tracks', isDialog: true, query: 'sentences=0&tracks', keys: ['Alt+t'] },
  {
    name: 'recording',
    isDialog: true,
    query: 'sentences=240&tracks',
    keys: ['Control+k'],
    text: 'file.recording',
  },
  { name: 'editing', query: 'sentences=240', keys: ['ArrowDown', 'ArrowDown', 'Enter'] },
  { name: 'transcribe', isDialog: true, query: 'sentences=240', keys: ['Alt+t'] },
  {
    name: 'transcribe-flash',
    isDialog: true,
    query: 'sentences=240&engine=flash',
    keys: ['Alt+t'],
  },
  {
    name: 'transcribe-advanced',
    isDialog: true,
    query: 'sentences=240&engine=flash',
    keys: ['Alt+t'],
    clicks: ['[role="dialog"] summary'],
  },
  {
    name: 'transcribe-channels',
    isDialog: true,
    query: 'sentences=0&engine=file&channels=right',
    keys: ['Alt+t'],
  },
  {
    name: 'transcribe-many-channels',
    isDialog: true,
    query: 'sentences=0&engine=file&channels=many',
    keys: ['Alt+t'],
  },
  {
    name: 'transcribe-listening',
    isDialog: true,
    query: 'sentences=0&engine=flash&channels=listening',
    keys: ['Alt+t'],
  },
  {
    name: 'transcribe-brought',
    isDialog: true,
    query: 'sentences=0&engine=flash&media=brought',
    keys: ['Alt+t'],
    clicks: ['[role="dialog"] section input[type="checkbox"]'],
  },
  {
    name: 'transcribe-brought-asked',
    isDialog: true,
    query: 'sentences=0&engine=file&media=brought',
    keys: ['Alt+t'],
  },
  {
    name: 'transcribe-speakers',
    isDialog: true,
    query: 'sentences=0&engine=file',
    keys: ['Alt+t'],
    clicks: ['[role="dialog"] summary', '[role="dialog"] code:text-is("auto_split")'],
  },
  { name: 'address', isDialog: true, query: 'sentences=240', keys: ['Control+Shift+O'] },
  {
    name: 'address-asked',
    isDialog: true,
    query: 'sentences=240',
    keys: ['Control+Shift+O'],
    text: 'https://recordings.studio.lan:8443/2026/harbour-interview.mp3',
  },
  { name: 'export', isDialog: true, query: 'sentences=240', keys: ['Control+e'] },
  {
    name: 'export-found',
    isDialog: true,
    query: 'sentences=240',
    keys: ['Control+e', 'Tab', 'Tab', 'p', 'r', 'e', 'm', 'i', 'e', 'r'],
  },
  {
    name: 'export-rules',
    isDialog: true,
    query: 'sentences=240',
    keys: ['Control+e'],
    clicks: ['[role="dialog"] summary'],
  },
  {
    name: 'export-several',
    isDialog: true,
    query: 'sentences=240',
    keys: ['Control+e'],
    clicks: ['[role="dialog"] input[type="checkbox"] >> nth=3'],
  },
  {
    name: 'export-replace',
    isDialog: true,
    query: 'sentences=240&native',
    keys: ['Control+e'],
    clicks: [
      '[role="dialog"] input[type="checkbox"] >> nth=3',
      '[role="dialog"] footer button >> nth=1',
    ],
  },
  {
    name: 'import',
    isDialog: true,
    query: 'sentences=240',
    drop: 'harbour-interview, corrected.srt',
  },
  {
    name: 'import-encoding',
    isDialog: true,
    query: 'sentences=240&noEncoding',
    drop: 'harbour-interview, corrected.srt',
  },
  {
    name: 'open-encoding',
    isDialog: true,
    query: 'start&noEncoding',
    drop: 'harbour-interview, corrected.srt',
  },
  {
    name: 'open-encoding-several',
    query: 'start&noEncoding',
    drop: 'first.srt|second.srt',
  },
  {
    name: 'save-back',
    isDialog: true,
    query: 'media=none&sentences=24',
    keys: ['Control+s'],
  },
  {
    name: 'save-back-lacks',
    isDialog: true,
    query: 'media=none&sentences=24',
    keys: ['Control+s', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'W'],
  },
  {
    name: 'source-form',
    query: 'media=none&sentences=24',
    clicks: ['header > button[aria-haspopup="menu"]'],
  },
  {
    name: 'importing',
    isDialog: true,
    query: 'sentences=240&importing',
    drop: 'harbour-interview, corrected.srt',
    buttons: ['import.confirm'],
  },
  {
    name: 'imported-files',
    isDialog: true,
    query: 'start',
    drop: 'harbour-interview, corrected.srt',
    buttons: ['command.file.imports'],
  },
  { name: 'settings', isDialog: true, query: 'sentences=240', keys: ['Control+,'] },
  {
    name: 'settings-tools',
    isDialog: true,
    query: 'sentences=240',
    keys: ['Control+,'],
    clicks: ['[role="dialog"] input[readonly] >> nth=0'],
  },
  {
    name: 'settings-tools-native',
    isDialog: true,
    query: 'sentences=240&native',
    keys: ['Control+,'],
    clicks: ['[role="dialog"] input[readonly] >> nth=0'],
  },
  {
    name: 'settings-cloud-temporary',
    isDialog: true,
    query: 'sentences=240&cloud=temporary',
    keys: ['Control+,', 'ArrowDown'],
  },
  {
    name: 'settings-cloud-replace',
    isDialog: true,
    query: 'sentences=240&cloud=temporary',
    keys: ['Control+,', 'ArrowDown'],
    buttons: ['cloud.replace'],
  },
  {
    name: 'settings-cloud',
    isDialog: true,
    query: 'sentences=240&cloud=stored',
    keys: ['Control+,', 'ArrowDown'],
  },
  {
    name: 'settings-cloud-absent',
    isDialog: true,
    query: 'sentences=240&cloud=absent',
    keys: ['Control+,', 'ArrowDown'],
    buttons: ['cloud.save'],
  },
  {
    name: 'settings-cloud-locked',
    isDialog: true,
    query: 'sentences=240&cloud=locked',
    keys: ['Control+,', 'ArrowDown'],
  },
  {
    name: 'settings-cloud-tested',
    isDialog: true,
    query: 'sentences=240&cloud=stored&slowness=0',
    keys: ['Control+,', 'ArrowDown'],
    buttons: ['cloud.check.run'],
  },
  {
    name: 'settings-cloud-models',
    isDialog: true,
    query: 'sentences=240&cloud=stored',
    keys: ['Control+,', 'ArrowDown'],
    buttons: ['cloud.appkey.add'],
  },
  { name: 'problems', query: 'sentences=240', keys: ['F8', 'Control+4', 'ArrowDown', 'ArrowDown'] },
  {
    name: 'problems-filtered',
    query: 'sentences=240',
    keys: ['Control+4'],
    clicks: ['aside [role="search"] [role="combobox"]'],
  },
  { name: 'problems-fix', isDialog: true, query: 'faults', keys: ['Control+Shift+F8'] },
  {
    name: 'problems-overlaps',
    query: 'faults',
    keys: ['Control+4', 'Home', 'ArrowLeft', 'ArrowDown', 'f'],
    clicks: ['[role="dialog"] input >> nth=0'],
  },
  { name: 'palette', isDialog: true, query: 'sentences=240', keys: ['Control+k'] },
  { name: 'shortcuts', isDialog: true, query: 'sentences=240', keys: ['F1'] },
];

/** Brings a page to a view and waits until it rests. */
export async function showView(
  page: Page,
  demoUrl: string,
  { query, keys = [], text, drop, buttons = [], isDialog = false, clicks = [] }: View,
  look: { readonly theme: 'light' | 'dark'; readonly locale: 'en' | 'zh-CN' },
): Promise<void> {
  await page.clock.setFixedTime(new Date('2026-05-14T09:30:00Z'));
  await page.goto(`${demoUrl}?${query}&theme=${look.theme}&locale=${look.locale}`);
  await page.locator('main').first().waitFor();
  await rest(page);
  for (const key of keys) {
    await page.keyboard.press(key);
    await rest(page);
    if (isDialog) await waitForDialog(page);
  }
  if (text !== undefined) {
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
    await rest(page);
  }
  if (drop !== undefined) {
    await dropFile(page, drop);
    await rest(page);
  }
  for (const button of buttons) {
    const name = textsIn(look.locale)(button);
    await page.getByRole('button', { name, exact: true }).click();
    await rest(page);
  }
  if (isDialog) await waitForDialog(page);
  for (const click of clicks) {
    const clicked = page.locator(click);
    await clicked.click();
    await clicked.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await rest(page);
  }
}

/** Its code may still have to be loaded. */
async function waitForDialog(page: Page): Promise<void> {
  // The dialog's own element may have no size: what is in it is laid out by itself.
  await page.getByRole('dialog').locator(':visible').first().waitFor();
  await rest(page);
}

/** Drops a file on the page, of which the demo page reads the name only. */
async function dropFile(page: Page, name: string): Promise<void> {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const one of given.split('|')) dataTransfer.items.add(new File(['1'], one));
    const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
  }, name);
}

/**
 * Waits until fonts are there, the page is idle and two frames have passed, and nothing of it began or
 * changed meanwhile: a part of a font is asked for only when a letter of it is laid out, which on a busy
 * machine may be a while after the page was ready. A page that always moves is left after some time.
 */
async function rest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    let changeCount = 0;
    const change = (): void => {
      changeCount += 1;
    };
    const observer = new MutationObserver(change);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    document.fonts.addEventListener('loading', change);
    let quietPasses = 0;
    for (let pass = 0; pass < 8 && quietPasses < 2; pass++) {
      const before = changeCount;
      await document.fonts.ready;
      const isIdle = await new Promise<boolean>((resolve) =>
        requestIdleCallback(({ didTimeout }) => resolve(!didTimeout), { timeout: 2_000 }),
      );
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      quietPasses = isIdle && changeCount === before ? quietPasses + 1 : 0;
    }
    observer.disconnect();
    document.fonts.removeEventListener('loading', change);
  });
}
