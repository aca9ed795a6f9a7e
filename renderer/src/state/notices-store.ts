import { omitUndefined } from '@core/omit-undefined';
import type { CommandId } from '@core/commands/command-specs';
import type { MessageKey, MessageParameters } from '@core/messages/catalogue';
import type { StudioError } from '@core/errors/studio-error';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** A word to the person that no part of the window has a place for. */
export type Notice =
  | {
      /**
       * A `hint` says why nothing was done, and goes by itself as `done` does. A `remark` stays until
       * it is dismissed: there is something to read, or to do.
       */
      readonly kind: 'done' | 'hint' | 'remark';
      readonly id: number;
      readonly key: MessageKey;
      readonly parameters?: MessageParameters;
      /** What a person may want to do about it. */
      readonly command?: CommandId;
      /** Called when the person has read it and closes it. */
      readonly onDismiss?: () => void;
    }
  | {
      readonly kind: 'problem';
      readonly id: number;
      readonly error: Pick<StudioError, 'code' | 'data'>;
      /** What it is about, such as the name of a file. */
      readonly subject?: string;
      readonly act?: NoticeAct;
    };

/** What a person may do about a problem, and what its button says. */
export interface NoticeAct {
  readonly key: MessageKey;
  readonly run: () => void;
}

export interface NoticesState {
  /** Oldest first. */
  readonly notices: readonly Notice[];
  tell(key: MessageKey, parameters?: MessageParameters): void;
  hint(key: MessageKey, parameters?: MessageParameters): void;
  remark(
    key: MessageKey,
    parameters?: MessageParameters,
    command?: CommandId,
    onDismiss?: () => void,
  ): void;
  /** Said once as long as it is shown, however often it happens. @returns its id */
  tellProblem(error: Pick<StudioError, 'code' | 'data'>, subject?: string, act?: NoticeAct): number;
  dismiss(id: number): void;
}

export type NoticesStore = StoreApi<NoticesState>;

/** More than these would cover the window; the oldest goes, but no remark before it was read. */
const mostNotices = 3;

/** What is said at the edge of the window and goes by itself (done, hint) or when dismissed (the others). */
export function createNoticesStore(): NoticesStore {
  let lastId = 0;
  return createStore<NoticesState>()((set, get) => {
    const add = (make: (id: number) => Notice): number => {
      lastId += 1;
      const notices = [...get().notices, make(lastId)];
      while (notices.length > mostNotices) {
        const oldest = notices.slice(0, -1).findIndex(({ kind }) => kind !== 'remark');
        if (oldest === -1) break;
        notices.splice(oldest, 1);
      }
      set({ notices });
      return lastId;
    };
    const say = (
      kind: 'done' | 'hint' | 'remark',
      key: MessageKey,
      parameters: MessageParameters | undefined,
      rest: { readonly command?: CommandId; readonly onDismiss?: () => void } = {},
    ): void => {
      add((id) => ({ kind, id, key, ...omitUndefined({ parameters }), ...rest }));
    };
    return {
      notices: [],
      tell: (key, parameters) => say('done', key, parameters),
      hint: (key, parameters) => say('hint', key, parameters),
      remark: (key, parameters, command, onDismiss) =>
        say('remark', key, parameters, omitUndefined({ command, onDismiss })),
      tellProblem: (error, subject, act) => {
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
            ...omitUndefined({ subject, act }),
          }))
        );
      },
      dismiss: (id) => {
        const closed = get().notices.find((notice) => notice.id === id);
        set({ notices: get().notices.filter((notice) => notice.id !== id) });
        if (closed !== undefined && closed.kind !== 'problem') closed.onDismiss?.();
      },
    };
  });
}
