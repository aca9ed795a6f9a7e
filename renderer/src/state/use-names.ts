import type { MessageKey } from '@core/messages/catalogue';
import { findLanguageName } from '../lib/name-language';
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
