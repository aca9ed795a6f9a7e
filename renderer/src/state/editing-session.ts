import type { Project } from '@core/project-file/project';
import type { Sentence } from '@core/transcript/sentence';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { matchesFilter } from '../lib/match-filter';
import type { DocumentStore } from './document-store';
import type { NoticesStore } from './notices-store';
import type { SessionStore } from './session-store';

/** Begin and end of what is selected in a field, in its own text; the same twice for a caret. */
export interface FieldSelection {
  readonly begin: number;
  readonly end: number;
}

/** A sentence's text while it is being typed. */
export interface Typing {
  /** Counts up with each beginning: the same sentence begun again needs a field of its own. */
  readonly count: number;
  readonly projectId: string;
  readonly sentenceId: string;
  /** The text of the document that typing began from. */
  readonly baseText: string;
  /** What the field holds; its lines end with line feeds alone. */
  readonly text: string;
  readonly selection: FieldSelection;
  /** An input method is in the middle of a word. */
  readonly isComposing: boolean;
  /** Began with text that was being typed when the studio last went down. */
  readonly isRestored: boolean;
}

/**
 * What became of what was typed: `done`, it is in the document, or nothing was to be changed;
 * `kept`, it is a draft, because its sentence was changed or removed elsewhere meanwhile; `refused`,
 * the edit is not possible and typing goes on; `composing`, an input method has the word.
 */
export type CommitOutcome = 'done' | 'kept' | 'refused' | 'composing';

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
  /**
   * For background work on a sentence, whose result has to wait for the field.
   * @returns resolves when the sentence's text is not being typed (any more)
   */
  whenLeft(sentenceId: string): Promise<void>;
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

/** A text area gives line feeds only. */
export function toFieldText(text: string): string {
  return text.replace(/\r\n?/gu, '\n');
}

/** The place in a document's text that a place in its field stands for. */
export function toTextOffset(text: string, fieldOffset: number): number {
  let at = 0;
  for (let passed = 0; passed < fieldOffset && at < text.length; passed += 1) {
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return at;
}

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
  /** What the services have as draft of the text being typed. */
  let keptDraft: string | undefined;
  let begunCount = 0;

  const store = createStore<EditingState>()((set, get) => {
    const sendDraft = (text: string | undefined): void => {
      clearTimeout(timer);
      timer = undefined;
      const { typing } = get();
      if (typing === undefined || text === keptDraft) return;
      keptDraft = text;
      document.getState().keepDraft(typing.sentenceId, text, typing.projectId);
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
      keptDraft = undefined;
      set({ typing: undefined });
    };

    /** Ends typing with the text as a draft. */
    const endAsDraft = (): void => {
      sendDraft(findUnsaved());
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
      const typed = { sentenceId, text };
      document.getState().edit({ kind: 'setText', ...typed }, { typed });
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
        const draft = drafts[sentenceId];
        const text = toFieldText(draft ?? sentence.text);
        const isRestored = draft !== undefined && draft !== sentence.text;
        const at = Math.min(isRestored ? text.length : (caret ?? text.length), text.length);
        keptDraft = draft;
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
            isRestored,
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
        end();
      },
      hasUnsaved: () => findUnsaved() !== undefined,
      keepDraft: () => {
        const { typing } = get();
        if (typing !== undefined && (findUnsaved() !== undefined || keptDraft !== undefined)) {
          sendDraft(typing.text);
        }
      },
      whenLeft: (sentenceId) =>
        new Promise((fulfil) => {
          if (get().typing?.sentenceId !== sentenceId) {
            fulfil();
            return;
          }
          const stop = store.subscribe(({ typing }) => {
            if (typing?.sentenceId === sentenceId) return;
            stop();
            fulfil();
          });
        }),
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
