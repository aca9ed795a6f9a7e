import { omitUndefined } from '@core/omit-undefined';
import type { CommandId } from '@core/commands/command-specs';
import type { MessageKey, MessageParameters } from '@core/messages/catalogue';
import type { StudioError } from '@core/errors/studio-error';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** A word to the person that no part of the window has a place for. */
export type Notice =
  | {
      /** A `remark` stays until it is dismissed: there is something to read, or to do. */
      readonly kind: 'done' | 'remark';
      readonly id: number;
      readonly key: MessageKey;
      readonly parameters?: MessageParameters;
      /** What a person may want to do about it. */
      readonly command?: CommandId;
    }
  | {
      readonly kind: 'problem';
      readonly id: number;
      readonly error: Pick<StudioError, 'code' | 'data'>;
      /** What it is about, such as the name of a file. */
      readonly subject?: string;
    };

export interface NoticesState {
  /** Oldest first. */
  readonly notices: readonly Notice[];
  tell(key: MessageKey, parameters?: MessageParameters): void;
  remark(key: MessageKey, parameters?: MessageParameters, command?: CommandId): void;
  /** Said once as long as it is shown, however often it happens. @returns its id */
  tellProblem(error: Pick<StudioError, 'code' | 'data'>, subject?: string): number;
  dismiss(id: number): void;
}

export type NoticesStore = StoreApi<NoticesState>;

/** More than these would cover the window; the oldest goes. */
const mostNotices = 3;

/** What is said at the edge of the window and goes by itself (done) or when dismissed (the others). */
export function createNoticesStore(): NoticesStore {
  let lastId = 0;
  return createStore<NoticesState>()((set, get) => {
    const add = (make: (id: number) => Notice): number => {
      lastId += 1;
      set({ notices: [...get().notices, make(lastId)].slice(-mostNotices) });
      return lastId;
    };
    const say = (
      kind: 'done' | 'remark',
      key: MessageKey,
      parameters: MessageParameters | undefined,
      command?: CommandId,
    ): void => {
      add((id) => ({ kind, id, key, ...omitUndefined({ parameters, command }) }));
    };
    return {
      notices: [],
      tell: (key, parameters) => say('done', key, parameters),
      remark: (key, parameters, command) => say('remark', key, parameters, command),
      tellProblem: (error, subject) => {
        const shown = get().notices.find(
          (notice) =>
            notice.kind === 'problem' &&
            notice.subject === subject &&
            notice.error.code === error.code &&
            JSON.stringify(notice.error.data) === JSON.stringify(error.data),
        );
        return (
          shown?.id ??
          add((id) => ({
            kind: 'problem',
            id,
            error,
            ...omitUndefined({ subject }),
          }))
        );
      },
      dismiss: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
    };
  });
}
