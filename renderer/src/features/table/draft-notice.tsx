import { PencilLine } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../../components/button';
import { useDocument, useEditing, useStudio, useTexts } from '../../state/studio-context';
import styles from './sentence-table.module.css';

/** Texts that were typed and not finished, with the way to go on or to let them go. */
export function DraftNotice(): React.ReactNode {
  const t = useTexts();
  const { document: project, session, editing } = useStudio();
  const editingId = useEditing(({ typing }) => typing?.sentenceId);
  const drafts = useDocument((state) => state.drafts);
  const sentences = useDocument((state) => state.project?.sentences);
  const waiting = useMemo(() => {
    // One of them comes with every burst of typing: the sentences are then not worth a look.
    const candidates = drafts.filter(({ sentenceId }) => sentenceId !== editingId);
    if (candidates.length === 0) return [];
    const ids = new Set(candidates.map(({ sentenceId }) => sentenceId));
    const found = (sentences ?? []).filter(({ id }) => ids.has(id));
    return found.flatMap((sentence) =>
      candidates
        .filter(({ sentenceId, text }) => sentenceId === sentence.id && text !== sentence.text)
        .map((draft) => ({ draft, sentence })),
    );
  }, [drafts, editingId, sentences]);
  const first = waiting[0]?.sentence;
  if (first === undefined) return null;
  return (
    <div className={styles.notice} role="status">
      <PencilLine aria-hidden="true" />
      <span className={styles.noticeText}>
        {waiting.length === 1
          ? t('table.draft.notice.one')
          : t('table.draft.notice', { count: waiting.length })}
      </span>
      <Button
        onClick={() => {
          session.getState().goTo(first.id, first.beginMs);
          editing.getState().begin(first.id);
        }}
      >
        {t('table.draft.continue')}
      </Button>
      <Button
        look="quiet"
        onClick={() => {
          for (const { draft } of waiting) project.getState().dropDraft(draft);
        }}
      >
        {t('table.draft.discard')}
      </Button>
    </div>
  );
}
