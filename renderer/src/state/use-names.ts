import { findEngineNameKey, findModelNameKey } from '../lib/name-engine';
import { findLanguageName } from '../lib/name-language';
import { useLocale, useTexts } from './studio-context';

export interface Names {
  readonly engine: (engineId: string) => string;
  readonly model: (model: string) => string;
  /** Of a BCP 47 tag. */
  readonly language: (tag: string) => string;
}

/** Names of engines and speech languages in the language of the window. */
export function useNames(): Names {
  const t = useTexts();
  const locale = useLocale();
  return {
    engine: (engineId) => {
      const key = findEngineNameKey(engineId);
      return key === undefined ? engineId : t(key);
    },
    model: (model) => {
      const key = findModelNameKey(model);
      return key === undefined ? model : t(key);
    },
    language: (tag) => findLanguageName(locale, tag) ?? t('language.unknown'),
  };
}
