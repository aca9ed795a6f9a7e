import type { ProjectSummary } from '@contract/api';
import { showValueHarmless } from '@core/messages/show-harmless';
import { hasMedia } from '@core/project-file/project';
import { formatClock } from '@core/timing/format-clock';
import { AudioLines, Captions, Ellipsis, FileQuestion, Film, Trash2 } from 'lucide-react';
import { memo } from 'react';
import { IconButton } from '../../components/icon-button';
import { Menu } from '../../components/menu';
import { useLocale, useTexts } from '../../state/studio-context';
import { useNames } from '../../state/use-names';
import styles from './project-row.module.css';

export interface ProjectRowProps {
  readonly project: ProjectSummary;
  readonly isOpen: boolean;
  /** `line`: one line, all of it; `card`: two lines, for a narrow column. */
  readonly look: 'line' | 'card';
  readonly onOpen: (project: ProjectSummary) => void;
  readonly onRemove: (project: ProjectSummary) => void;
}

/** A project in a list: what it is, how long, how far, and when it was last touched. */
export const ProjectRow = memo(function ProjectRow({
  project,
  isOpen,
  look,
  onOpen,
  onRemove,
}: ProjectRowProps): React.JSX.Element {
  const t = useTexts();
  const names = useNames();
  const locale = useLocale();
  const { durationMs, sentenceCount, language, touchedAtMs, hasVideo } = project;
  const title = showValueHarmless(project.title);
  const hasRecording = hasMedia({ path: project.mediaPath });
  const mediaName = hasRecording ? showValueHarmless(project.mediaName) : t('player.none');
  const isMissing = project.isMediaMissing === true;
  const count =
    sentenceCount === 0 ? t('projects.noText') : t('projects.sentences', { count: sentenceCount });
  const when = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(touchedAtMs);
  return (
    <li className={styles[look]} data-open={isOpen || undefined}>
      <button
        type="button"
        className={styles.open}
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => onOpen(project)}
      >
        <span className={styles.icon} aria-hidden>
          {isMissing ? (
            <FileQuestion />
          ) : hasRecording ? (
            <RecordingIcon hasVideo={hasVideo} />
          ) : (
            <Captions />
          )}
        </span>
        <span className={styles.names}>
          <span className={`${styles.title} truncate`}>{title}</span>
          <span className={`${styles.detail} truncate`}>
            {isMissing ? (
              <span className={styles.missing}>{t('projects.missing')}</span>
            ) : (
              look === 'line' && mediaName
            )}
            {look === 'card' && !isMissing && (
              <>
                <span className="tabular">{formatClock(durationMs)}</span> · {count}
              </>
            )}
          </span>
        </span>
        {look === 'line' && (
          <>
            <span className={`${styles.length} tabular`}>{formatClock(durationMs)}</span>
            <span className={`${styles.count} tabular`}>{count}</span>
            <span className={styles.language}>
              {sentenceCount === 0 ? '' : names.language(language)}
            </span>
            <span className={`${styles.when} tabular`}>{when}</span>
          </>
        )}
      </button>
      <Menu
        align="end"
        trigger={
          <IconButton
            className={styles.actions ?? ''}
            label={t('projects.actions', { title })}
            icon={<Ellipsis />}
          />
        }
        items={[
          {
            id: 'remove',
            label: t('projects.remove'),
            icon: <Trash2 />,
            isDanger: true,
            onSelect: () => onRemove(project),
          },
        ]}
      />
    </li>
  );
});

function RecordingIcon({ hasVideo }: { readonly hasVideo: boolean }): React.JSX.Element {
  return hasVideo ? <Film /> : <AudioLines />;
}
