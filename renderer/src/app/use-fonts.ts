import { type Locale, texts } from '@core/messages/catalogue';
import { useEffect } from 'react';

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
 * that no font has, with another value each time, gets it to look again.
 */
export function useFonts(): void {
  useEffect(() => {
    const { style } = document.documentElement;
    let count = 0;
    const onLoaded = (): void => {
      count += 1;
      style.setProperty('--font-again', String(count));
    };
    document.fonts.addEventListener('loadingdone', onLoaded);
    return () => document.fonts.removeEventListener('loadingdone', onLoaded);
  }, []);
}
