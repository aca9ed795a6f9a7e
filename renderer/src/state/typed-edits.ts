import type { Draft } from '@contract/api';
import type { StudioClient } from '@contract/client';
import type { Typed } from './document-state';

/** A text of a project that is not in its document. */
interface Kept {
  readonly projectId: string;
  readonly draft: Draft;
}

/** A window's drafts on their way: a text that was typed is in the document or kept, at any moment. */
export interface TypedEdits {
  /** What this window keeps for a sentence while it is typed. */
  own(sentenceId: string, text: string): Draft;
  /** A draft is a safety net: losing a letter of it is nothing to interrupt a person for. */
  send(projectId: string, draft: Omit<Draft, 'text'>, text: string | undefined): void;
  /**
   * Sends the edit that a typed text became.
   * @param isTypedOn whether the window keeps a newer text of the sentence by now
   * @param onRefused hears the draft that the text has become
   * @throws as `edit`
   */
  follow<Receipt>(
    typed: Typed & { readonly projectId: string; readonly hadDraft: boolean },
    edit: () => Promise<Receipt>,
    on: {
      readonly isTypedOn: () => boolean;
      readonly onRefused: (draft: Draft) => void;
    },
  ): Promise<Receipt>;
  /** Keeps what has not reached the journal. */
  keepUnsent(): void;
}

export function createTypedEdits(client: StudioClient, origin: string): TypedEdits {
  const unsent = new Map<number, Kept>();
  const keptUnsent = new Set<number>();
  let count = 0;
  const send: TypedEdits['send'] = (projectId, { sentenceId, origin: from }, text) => {
    client
      .call('projects.keepDraft', { projectId, sentenceId, origin: from, text })
      .catch(() => undefined);
  };
  return {
    own: (sentenceId, text) => ({ sentenceId, origin, text }),
    send,
    follow: async (typed, edit, { isTypedOn, onRefused }) => {
      const { projectId, sentenceId, text, restored, hadDraft } = typed;
      const own: Draft = { sentenceId, origin, text };
      count += 1;
      const number = count;
      // Beside what is typed on meanwhile, which has a draft of its own.
      const apart: Draft = { ...own, origin: `${origin}.${number}` };
      unsent.set(number, { projectId, draft: apart });
      try {
        const receipt = await edit();
        if (hadDraft && !isTypedOn()) send(projectId, own, undefined);
        if (restored !== undefined && restored.origin !== origin) {
          send(projectId, restored, undefined);
        }
        if (keptUnsent.has(number)) send(projectId, apart, undefined);
        return receipt;
      } catch (thrown) {
        const kept = isTypedOn() ? apart : own;
        send(projectId, kept, text);
        if (restored !== undefined && restored.origin !== kept.origin) {
          send(projectId, restored, undefined);
        }
        onRefused(kept);
        throw thrown;
      } finally {
        unsent.delete(number);
        keptUnsent.delete(number);
      }
    },
    keepUnsent: () => {
      for (const [number, { projectId, draft }] of unsent) {
        keptUnsent.add(number);
        send(projectId, draft, draft.text);
      }
    },
  };
}

/** Drafts with one more, which takes the place of an older one of its window and sentence. */
export function withDraft(drafts: readonly Draft[], draft: Draft): readonly Draft[] {
  return [...withoutDraft(drafts, draft), draft];
}

export function withoutDraft(
  drafts: readonly Draft[],
  { sentenceId, origin }: Omit<Draft, 'text'>,
): readonly Draft[] {
  return drafts.filter((each) => each.sentenceId !== sentenceId || each.origin !== origin);
}
