import type { Project } from '@core/project-file/project';
import type { Sentence } from '@core/transcript/sentence';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { toFieldText } from '../lib/field-text';
import { matchesFilter } from '../lib/match-filter';
import type { DocumentStore } from './document-state';
import type { NoticesStore } from './notices-store';
import type { SessionStore } from './session-store';
import type { CommitOutcome, Typing } from './typing';

export interface EditingState {
  /** One text at a time. */
  readonly typing: Typing | undefined;
  /**
   * Goes on with the text of a sentence; another one is committed first. A filter that hides the
   * sentence is lifted: nobody types where nothing is seen.
   * @param caret place in the text with line feeds; absent: at its end
   */
  begin(sentenceId: string, caret?: number): void;
  /** What the field says of itself. */
  change(change: Partial<Pick<Typing, 'text' | 'selection' | 'isComposing'>>): void;
  /** Makes one edit of what was typed and ends typing, where that can be. */
  commit(): CommitOutcome;
  /** As {@link commit} for a field that goes away whatever happens: what cannot be committed is a draft. */
  leave(): void;
  /** Ends typing; the text stays as the document has it. */
  cancel(): void;
  /** Whether something was typed that the document does not have. */
  hasUnsaved(): boolean;
  /** Keeps the draft at once, as before a page goes away. */
  keepDraft(): void;
}

export type EditingStore = StoreApi<EditingState>;

export interface EditingStoreOptions {
  readonly document: DocumentStore;
  readonly session: SessionStore;
  readonly notices: NoticesStore;
  /** How long a draft may wait, however steadily one types, ms. */
  readonly draftDelayMs?: number;
}

/** With the 150 ms that the services may take, a draft is on the disk within 300 ms [JN8]. */
const usualDraftDelayMs = 120;

/**
 * The editing session of a window: which sentence's text is being typed, what the field holds, and
 * what becomes of it. The field only shows it, so that no drawing, reload or command loses a letter.
 */
export function createEditingStore({
  document,
  session,
  notices,
  draftDelayMs = usualDraftDelayMs,
}: EditingStoreOptions): EditingStore {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the services have a draft of the text being typed. */
  let isKept = false;
  let begunCount = 0;

  const store = createStore<EditingState>()((set, get) => {
    const sendDraft = (text: string | undefined): void => {
      clearTimeout(timer);
      timer = undefined;
      const { typing } = get();
      if (typing === undefined || (text === undefined && !isKept)) return;
      isKept = text !== undefined;
      document.getState().keepDraft(typing.sentenceId, text, typing.projectId);
    };

    /** Lets go of the draft that typing began with, unless what is typed has taken its place. */
    const dropRestored = (): void => {
      const { restored, projectId } = get().typing ?? {};
      if (restored === undefined) return;
      const { sentenceId, origin, text } = restored;
      const isThere = document
        .getState()
        .drafts.some(
          (draft) =>
            draft.sentenceId === sentenceId && draft.origin === origin && draft.text === text,
        );
      if (isThere) document.getState().dropDraft(restored, projectId);
    };

    /** What was typed, where it is anything that the document does not have. */
    const findUnsaved = (): string | undefined => {
      const { typing } = get();
      if (typing === undefined) return undefined;
      const { text, baseText } = typing;
      return text === toFieldText(baseText) ? undefined : text;
    };

    const end = (): void => {
      clearTimeout(timer);
      timer = undefined;
      isKept = false;
      set({ typing: undefined });
    };

    /** Ends typing with the text as a draft. */
    const endAsDraft = (): void => {
      sendDraft(findUnsaved());
      dropRestored();
      end();
    };

    const commit = (): CommitOutcome => {
      const { typing } = get();
      if (typing === undefined) return 'done';
      const { sentenceId, baseText, text } = typing;
      const { project } = document.getState();
      const sentence = project?.id === typing.projectId ? find(project, sentenceId) : undefined;
      if (sentence === undefined) {
        endAsDraft();
        return 'kept';
      }
      const isTyped = text !== toFieldText(baseText);
      if (!isTyped || text === toFieldText(sentence.text)) {
        sendDraft(undefined);
        dropRestored();
        end();
        return 'done';
      }
      if (sentence.text !== baseText) {
        endAsDraft();
        notices.getState().remark('editing.changedElsewhere', { text: sentence.text });
        return 'kept';
      }
      clearTimeout(timer);
      timer = undefined;
      const typed = { sentenceId, text, restored: typing.restored };
      document.getState().edit({ kind: 'setText', sentenceId, text }, { typed });
      const after = document.getState();
      if (after.project === project && after.error !== undefined) {
        // It was refused, which the window says; what was typed stays.
        sendDraft(text);
        return 'refused';
      }
      end();
      return 'done';
    };

    return {
      typing: undefined,
      begin: (sentenceId, caret) => {
        const { project, drafts } = document.getState();
        const sentence = find(project, sentenceId);
        if (project === undefined || sentence === undefined) return;
        const { typing } = get();
        if (typing?.sentenceId === sentenceId) return;
        if (typing !== undefined && commit() === 'refused') endAsDraft();
        const restored = drafts.findLast(
          (draft) => draft.sentenceId === sentenceId && draft.text !== sentence.text,
        );
        const text = toFieldText(restored?.text ?? sentence.text);
        const at = Math.min(
          restored !== undefined ? text.length : (caret ?? text.length),
          text.length,
        );
        isKept = false;
        if (!matchesFilter(sentence, session.getState().filter)) {
          session.getState().set({ filter: '' });
        }
        session.getState().select([sentenceId]);
        begunCount += 1;
        set({
          typing: {
            count: begunCount,
            projectId: project.id,
            sentenceId,
            baseText: sentence.text,
            text,
            selection: { begin: at, end: at },
            isComposing: false,
            restored,
          },
        });
      },
      change: (change) => {
        const { typing } = get();
        if (typing === undefined) return;
        set({ typing: { ...typing, ...change } });
        if (change.text === undefined || change.text === typing.text) return;
        // Not put off by the next letter: who types on and on is kept as well.
        timer ??= setTimeout(() => sendDraft(get().typing?.text), draftDelayMs);
      },
      commit: () => (get().typing?.isComposing === true ? 'composing' : commit()),
      leave: () => {
        if (commit() === 'refused') end();
      },
      cancel: () => {
        sendDraft(undefined);
        dropRestored();
        end();
      },
      hasUnsaved: () => findUnsaved() !== undefined,
      keepDraft: () => {
        const { typing } = get();
        if (typing !== undefined && (findUnsaved() !== undefined || isKept)) {
          sendDraft(typing.text);
        }
      },
    };
  });

  document.subscribe(({ project, projectId, status }, before) => {
    const { typing } = store.getState();
    if (typing === undefined || (project === before.project && status === before.status)) return;
    const isLoaded = status === 'ready' && project?.id === typing.projectId;
    // While its project is loaded anew, what is typed waits.
    if (status === 'loading' && projectId === typing.projectId) return;
    if (isLoaded && find(project, typing.sentenceId) !== undefined) return;
    store.getState().keepDraft();
    const { text, baseText } = typing;
    store.setState({ typing: undefined });
    clearTimeout(timer);
    timer = undefined;
    // Where undo brings the sentence back, the draft is there; until then the person has the text.
    if (isLoaded && text !== toFieldText(baseText)) {
      notices.getState().remark('editing.removedElsewhere', { text });
    }
  });
  return store;
}

function find(project: Project | undefined, sentenceId: string): Sentence | undefined {
  return project?.sentences.find(({ id }) => id === sentenceId);
}
