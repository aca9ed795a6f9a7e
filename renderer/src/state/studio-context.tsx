import type { HostDescription } from '@contract/api';
import { chooseLocale, type Locale, type TextSource, translate } from '@core/messages/catalogue';
import { describeError } from '@contract/describe-error';
import type { ErrorText } from '@core/errors/describe-error';
import type { MessageParameters } from '@core/messages/catalogue';
import { createContext, useCallback, useContext } from 'react';
import { useStore } from 'zustand';
import type { Connection } from '../client/connection';
import type { Player, PlayerState } from '../playback/player';
import type { SpokenState, SpokenStore } from '../playback/spoken-word';
import type { CredentialsState, CredentialsStore } from './credentials-store';
import type { DocumentState, DocumentStore } from './document-store';
import type { JobsState, JobsStore } from './jobs-store';
import type { MediaState, MediaStore } from './media-store';
import type { NoticesState, NoticesStore } from './notices-store';
import type { OpeningState, OpeningStore } from './opening-store';
import type { SessionState, SessionStore } from './session-store';
import type { SettingsState, SettingsStore } from './settings-store';

/** Everything a part of the window works with; made once, in `main.tsx`. */
export interface StudioParts {
  readonly connection: Connection;
  readonly host: HostDescription;
  readonly document: DocumentStore;
  readonly session: SessionStore;
  readonly jobs: JobsStore;
  readonly settings: SettingsStore;
  readonly credentials: CredentialsStore;
  readonly player: Player;
  /** `createMediaStore(client, document)` */
  readonly media: MediaStore;
  /** `createSpokenStore(player, document)` */
  readonly spoken: SpokenStore;
  readonly opening: OpeningStore;
  readonly notices: NoticesStore;
  /** Gives ids that no other window gives. */
  readonly newId: () => string;
}

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

export function useNotices<Value>(select: (state: NoticesState) => Value): Value {
  return useStore(useStudio().notices, select);
}

/** The language of the window: the chosen one, else the system's. */
export function useLocale(): Locale {
  const chosen = useSettings(({ settings }) => settings.locale);
  return chosen ?? chooseLocale(useStudio().host.systemLanguage);
}

export type Translate = (text: TextSource, parameters?: MessageParameters) => string;

/** The catalogue in the language of the window. */
export function useTexts(): Translate {
  const locale = useLocale();
  return useCallback((text, parameters) => translate(locale, text, parameters), [locale]);
}

/** What a person reads of an error, in the language of the window. */
export function useErrorTexts(): (error: Parameters<typeof describeError>[1]) => ErrorText {
  const locale = useLocale();
  return useCallback((error) => describeError(locale, error, 'window'), [locale]);
}
