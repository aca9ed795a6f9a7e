import { hasEnded } from '@core/jobs/job-state';
import { CirclePause, Ear, MessageSquareText, PencilLine, SearchX } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { Spinner } from '../../components/spinner';
import {
  useDocument,
  useEditing,
  useJobs,
  useSession,
  useStudio,
  useTexts,
} from '../../state/studio-context';
import { FilterBar } from './filter-bar';
import { SentenceGrid } from './sentence-grid';
import styles from './sentence-table.module.css';
import { useSentenceRows } from './use-sentence-rows';

const msPerHour = 3_600_000;

/** The sentences of the open project, to read, find, hear and correct. */
export function SentenceTable(): React.JSX.Element {
  const t = useTexts();
  const status = useDocument((state) => state.status);
  const projectId = useDocument(({ project }) => project?.id);
  if (projectId !== undefined) return <ProjectTable key={projectId} />;
  return (
    <div className={styles.table}>
      {status === 'loading' && <EmptyState icon={<Spinner />} title={t('table.loading')} />}
    </div>
  );
}

function ProjectTable(): React.JSX.Element {
  const sentences = useDocument(({ project }) => project?.sentences);
  const filter = useSession((state) => state.filter);
  const hasHours = useDocument(({ project }) => (project?.media.durationMs ?? 0) >= msPerHour);
  const rows = useSentenceRows(sentences, filter, hasHours);
  useHiddenField(rows.ids);
  if (sentences === undefined || sentences.length === 0) {
    return (
      <div className={styles.table}>
        <NoSentences />
      </div>
    );
  }
  return (
    <div className={styles.table}>
      <FilterBar rows={rows} sentenceCount={sentences.length} />
      <DraftNotice />
      {rows.count === 0 ? (
        <NoMatch />
      ) : (
        <SentenceGrid rows={rows} sentences={sentences} hasHours={hasHours} />
      )}
    </div>
  );
}

/** A row that leaves the table, because it matches the filter no longer, takes its field along. */
function useHiddenField(ids: readonly string[]): void {
  const { editing } = useStudio();
  const editingId = useEditing(({ typing }) => typing?.sentenceId);
  const isHidden = editingId !== undefined && !ids.includes(editingId);
  useEffect(() => {
    if (isHidden) editing.getState().leave();
  }, [isHidden, editing]);
}

function NoSentences(): React.JSX.Element {
  const t = useTexts();
  const { session } = useStudio();
  const projectId = useDocument(({ project }) => project?.id);
  const going = useJobs(
    ({ jobs }) => jobs.find((job) => job.projectId === projectId && !hasEnded(job))?.state,
  );
  // What the last job found is said where its sentences would be.
  const silent = useJobs(({ jobs }) =>
    jobs.findLast((job) => job.projectId === projectId && job.state === 'done'),
  );
  if (going === 'paused') {
    return (
      <EmptyState
        icon={<CirclePause />}
        title={t('table.empty.paused')}
        text={t('table.empty.paused.hint')}
      />
    );
  }
  if (going !== undefined) {
    return (
      <EmptyState
        icon={<Ear />}
        title={t('table.empty.running')}
        text={t('table.empty.running.hint')}
      />
    );
  }
  const finding = silent?.notices.some(({ kind }) => kind === 'other-language')
    ? 'job.otherLanguage'
    : 'job.nothing';
  return (
    <EmptyState
      icon={<MessageSquareText />}
      title={t('table.empty')}
      text={t(silent?.sentenceCount === 0 ? finding : 'table.empty.hint')}
    >
      <Button look="primary" onClick={() => session.getState().set({ dialog: 'transcribe' })}>
        {t('table.empty.transcribe')}
      </Button>
    </EmptyState>
  );
}

function NoMatch(): React.JSX.Element {
  const t = useTexts();
  const { session } = useStudio();
  const filter = useSession((state) => state.filter.trim());
  return (
    <EmptyState
      icon={<SearchX />}
      title={t('table.filter.nothing', { filter })}
      text={t('table.filter.nothing.hint')}
    >
      <Button onClick={() => session.getState().set({ filter: '' })}>
        {t('table.filter.clear')}
      </Button>
    </EmptyState>
  );
}

/** Text that was being typed when the studio went down, with the way to go on or to let it go. */
function DraftNotice(): React.ReactNode {
  const t = useTexts();
  const { document: project, session, editing } = useStudio();
  const editingId = useEditing(({ typing }) => typing?.sentenceId);
  const drafts = useDocument((state) => state.drafts);
  const sentences = useDocument((state) => state.project?.sentences);
  const waiting = useMemo(() => {
    // One of them comes with every burst of typing: the sentences are then not worth a look.
    const ids = new Set(Object.keys(drafts).filter((id) => id !== editingId));
    if (ids.size === 0) return [];
    return (sentences ?? []).filter(({ id, text }) => ids.has(id) && drafts[id] !== text);
  }, [drafts, editingId, sentences]);
  const first = waiting[0];
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
          for (const { id } of waiting) project.getState().keepDraft(id, undefined);
        }}
      >
        {t('table.draft.discard')}
      </Button>
    </div>
  );
}
