import { useEffect, useLayoutEffect, useState } from 'react';
import { useDocument, useLocale, useSettings, useTexts } from '../state/studio-context';
import { loadFonts } from './load-fonts';

const darkQuery = '(prefers-color-scheme: dark)';

/** Puts theme, density, language and title on the page. */
export function useAppearance(): void {
  const t = useTexts();
  const locale = useLocale();
  const theme = useSettings(({ settings }) => settings.theme) ?? 'system';
  const density = useSettings(({ settings }) => settings.density) ?? 'comfortable';
  const title = useDocument(({ project }) => project?.title);
  const systemIsDark = useSystemIsDark();
  const isDark = theme === 'dark' || (theme === 'system' && systemIsDark);
  const appName = t('app.name');

  useLayoutEffect(() => {
    const { documentElement: page } = document;
    page.lang = locale;
    page.dataset['theme'] = isDark ? 'dark' : 'light';
    page.dataset['density'] = density;
    // Radix Colors go by this class.
    page.classList.toggle('dark', isDark);
  }, [locale, isDark, density]);
  useEffect(() => {
    void loadFonts(locale);
  }, [locale]);
  useEffect(() => {
    document.title = title === undefined ? appName : `${title} — Zimu Studio`;
  }, [title, appName]);
}

function useSystemIsDark(): boolean {
  const [isDark, setIsDark] = useState(() => matchMedia(darkQuery).matches);
  useEffect(() => {
    const query = matchMedia(darkQuery);
    const onChange = (): void => setIsDark(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  return isDark;
}
