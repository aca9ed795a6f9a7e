import type { Locale, MessageKey } from '@core/messages/catalogue';
import { useLocale, useStudio, useTexts } from './studio-context';

export interface Names {
  /** An id of another version of the studio is its own name. */
  readonly engine: (engineId: string) => string;
  readonly model: (model: string) => string;
  /** Of a BCP 47 tag. */
  readonly language: (tag: string) => string;
}

const modelNames: Readonly<Record<string, MessageKey>> = {
  base: 'engine.model.base',
  tiny: 'engine.model.tiny',
};

/** Names of engines and speech languages in the language of the window. */
export function useNames(): Names {
  const t = useTexts();
  const locale = useLocale();
  const { engines } = useStudio().host;
  return {
    engine: (engineId) => {
      const engine = engines.find(({ id }) => id === engineId);
      return engine === undefined ? engineId : t(engine.texts.name);
    },
    model: (model) => {
      const key = modelNames[model];
      return key === undefined ? model : t(key);
    },
    language: (tag) => findLanguageName(locale, tag) ?? t('language.unknown'),
  };
}

/**
 * The name of a speech language in the language of the window.
 *
 * @param tag BCP 47
 * @returns undefined where the language is not known yet (`und`, empty)
 */
function findLanguageName(locale: Locale, tag: string): string | undefined {
  if (tag === '' || tag === 'und') return undefined;
  try {
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(tag);
    return name === undefined ? tag : name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    // Not a well-formed tag: an engine's own name for it says more than nothing.
    return tag;
  }
}
