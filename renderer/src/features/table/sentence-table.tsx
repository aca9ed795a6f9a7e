import { hasEnded } from '@core/jobs/job-state';
import { whyEmpty } from '@core/jobs/notice-roles';
import { CirclePause, Ear, MessageSquareText, SearchX } from 'lucide-react';
import { useEffect, useLayoutEffect } from 'react';
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
import { DraftNotice } from './draft-notice';
import { FilterBar } from './filter-bar';
import { SentenceGrid } from './sentence-grid';
import styles from './sentence-table.module.css';
import { type SentenceRows, useSentenceRows } from './use-sentence-rows';

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
  useTableOrder(rows);
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

/** Tells the commands in which order the rows stand: keys go through them outside of the table too. */
function useTableOrder({ ids, isSorted }: SentenceRows): void {
  const { session } = useStudio();
  useLayoutEffect(() => {
    const tableOrder = isSorted ? ids : undefined;
    if (session.getState().tableOrder !== tableOrder) session.getState().set({ tableOrder });
  }, [ids, isSorted, session]);
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
  const finding = whyEmpty(silent?.notices ?? []) ?? 'job.nothing';
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
