import { describeError } from '@contract/describe-error';
import type { ErrorText } from '@core/errors/describe-error';
import { chooseLocale, type Locale, translate, type Wording } from '@core/messages/catalogue';
import type { MessageParameters } from '@core/messages/catalogue';
import { createContext, useCallback, useContext } from 'react';
import { useStore } from 'zustand';
import type { PlayerState } from '../playback/player';
import type { SpokenState } from '../playback/spoken-word';
import type { CredentialsState } from './credentials-store';
import type { DocumentState } from './document-state';
import type { EditingState } from './editing-session';
import type { ImportState } from './import-store';
import type { JobsState } from './jobs-store';
import type { MediaState } from './media-store';
import type { NoticesState } from './notices-store';
import type { OpeningState } from './opening-store';
import type { ProblemsState } from './problems-state';
import type { SessionState } from './session-store';
import type { SettingsState } from './settings-store';
import type { StudioParts } from './studio-parts';

export const StudioContext = createContext<StudioParts | undefined>(undefined);

export function useStudio(): StudioParts {
  const parts = useContext(StudioContext);
  if (parts === undefined) throw new Error('used outside of the studio');
  return parts;
}

export function useDocument<Value>(select: (state: DocumentState) => Value): Value {
  return useStore(useStudio().document, select);
}

export function useSession<Value>(select: (state: SessionState) => Value): Value {
  return useStore(useStudio().session, select);
}

export function useEditing<Value>(select: (state: EditingState) => Value): Value {
  return useStore(useStudio().editing, select);
}

export function useJobs<Value>(select: (state: JobsState) => Value): Value {
  return useStore(useStudio().jobs, select);
}

export function useMedia<Value>(select: (state: MediaState) => Value): Value {
  return useStore(useStudio().media, select);
}

export function useSpoken<Value>(select: (state: SpokenState) => Value): Value {
  return useStore(useStudio().spoken, select);
}

export function usePlayerState<Value>(select: (state: PlayerState) => Value): Value {
  return useStore(useStudio().player.store, select);
}

export function useSettings<Value>(select: (state: SettingsState) => Value): Value {
  return useStore(useStudio().settings, select);
}

export function useCredentials<Value>(select: (state: CredentialsState) => Value): Value {
  return useStore(useStudio().credentials, select);
}

export function useOpening<Value>(select: (state: OpeningState) => Value): Value {
  return useStore(useStudio().opening, select);
}

export function useImporting<Value>(select: (state: ImportState) => Value): Value {
  return useStore(useStudio().importing, select);
}

export function useProblems<Value>(select: (state: ProblemsState) => Value): Value {
  return useStore(useStudio().problems, select);
}

export function useNotices<Value>(select: (state: NoticesState) => Value): Value {
  return useStore(useStudio().notices, select);
}

/** The language of the window: the chosen one, else the system's. */
export function useLocale(): Locale {
  const chosen = useSettings(({ settings }) => settings.locale);
  return chosen ?? chooseLocale(useStudio().host.systemLanguage);
}

export type Translate = (wording: Wording, parameters?: MessageParameters) => string;

/** The catalogue in the language of the window. */
export function useTexts(): Translate {
  const locale = useLocale();
  return useCallback((wording, parameters) => translate(locale, wording, parameters), [locale]);
}

/** What a person reads of an error, in the language of the window. */
export function useErrorTexts(): (error: Parameters<typeof describeError>[1]) => ErrorText {
  const locale = useLocale();
  return useCallback((error) => describeError(locale, error, 'window'), [locale]);
}
