import type { StudioParts } from './studio-parts';

/**
 * Says of texts that were typed and not finished, and whose sentences are gone since, what they were:
 * no row can show them [WN8]. They are kept until that was read.
 */
export function tellGoneDrafts({
  document,
  notices,
}: Pick<StudioParts, 'document' | 'notices'>): void {
  document.subscribe(({ status, project, drafts }, before) => {
    if (status !== 'ready' || before.status === 'ready' || project === undefined) return;
    if (drafts.length === 0) return;
    const there = new Set(project.sentences.map(({ id }) => id));
    for (const draft of drafts) {
      if (there.has(draft.sentenceId)) continue;
      const forget = (): void => document.getState().dropDraft(draft, project.id);
      const { text } = draft;
      notices.getState().remark('editing.sentenceGone', { text }, undefined, forget);
    }
  });
}
