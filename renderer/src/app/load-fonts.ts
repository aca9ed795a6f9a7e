import { type Locale, texts } from '@core/messages/catalogue';

const bundledFont = '13px "Noto Sans SC Variable"';
/** Longer than this the window is not held back for its letters. */
const longestWaitMs = 700;

/**
 * Has the parts of the bundled font that the window's own texts need loaded before these are shown.
 * Only Chinese needs any.
 */
export async function loadFonts(locale: Locale): Promise<void> {
  if (locale !== 'zh-CN') return;
  const letters = new Set(Object.values(texts).flatMap(([, chinese]) => Array.from(chinese)));
  await Promise.race([
    // Without the font there are still those of the system.
    document.fonts.load(bundledFont, [...letters].join('')).catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, longestWaitMs)),
  ]);
}

/**
 * Has all text shaped anew when parts of the bundled font arrive. Chromium (156) keeps what it
 * shaped while one of several parts was under way: boxes instead of letters, for good. A feature
 * that no font has, with another value each time, gets it to look again. To be called before the page
 * shows any text: what arrives earlier would not be heard of.
 */
export function followFonts(): void {
  const { style } = document.documentElement;
  let count = 0;
  document.fonts.addEventListener('loadingdone', () => {
    count += 1;
    style.setProperty('--font-again', String(count));
  });
}
