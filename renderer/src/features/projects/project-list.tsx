import type { ProjectSummary } from '@contract/api';
import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { FolderOpen } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { Spinner } from '../../components/spinner';
import { useDocument, useErrorTexts, useStudio, useTexts } from '../../state/studio-context';
import styles from './project-list.module.css';
import { ProjectRow, type ProjectRowProps } from './project-row';
import { useProjects } from './use-projects';

export interface ProjectListProps {
  readonly look: ProjectRowProps['look'];
}

/** All projects, last touched first. */
export function ProjectList({ look }: ProjectListProps): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { document, opening } = useStudio();
  const openId = useDocument(({ project }) => project?.id);
  const { projects, error, reload } = useProjects();
  const [removing, setRemoving] = useState<ProjectSummary>();

  const open = useCallback(
    ({ id }: ProjectSummary) => {
      if (id !== document.getState().project?.id) void opening.getState().openProject(id);
    },
    [document, opening],
  );

  if (error !== undefined && projects === undefined) {
    return (
      <div className={styles.place}>
        <ErrorNotice text={describe(error)}>
          <Button onClick={reload}>{t('app.retry')}</Button>
        </ErrorNotice>
      </div>
    );
  }
  if (projects === undefined) {
    return (
      <div className={styles.place}>
        <Spinner label={t('projects.loading')} />
      </div>
    );
  }
  if (projects.length === 0) {
    return (
      <div className={styles.place}>
        <EmptyState
          icon={<FolderOpen />}
          title={t('projects.none')}
          text={t('projects.none.hint')}
        />
      </div>
    );
  }
  return (
    <>
      <ul className={styles.list} aria-label={t('projects.list')}>
        {projects.map((project) => (
          <ProjectRow
            key={project.id}
            project={project}
            isOpen={project.id === openId}
            look={look}
            onOpen={open}
            onRemove={setRemoving}
          />
        ))}
      </ul>
      {removing !== undefined && (
        <RemoveDialog project={removing} onClose={() => setRemoving(undefined)} />
      )}
    </>
  );
}

function RemoveDialog({
  project,
  onClose,
}: {
  readonly project: ProjectSummary;
  readonly onClose: () => void;
}): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { connection, document, opening } = useStudio();
  const [error, setError] = useState<StudioError>();
  const remove = async (): Promise<void> => {
    try {
      await connection.client.call('projects.remove', { projectId: project.id });
      if (document.getState().project?.id === project.id) opening.getState().closeProject();
      onClose();
    } catch (thrown) {
      setError(toStudioError(thrown));
    }
  };
  return (
    <Dialog
      width="narrow"
      title={t('projects.remove.title', { title: project.title })}
      description={t('projects.remove.text')}
      closeLabel={t('app.close')}
      onClose={onClose}
      footer={
        <>
          <Button data-autofocus onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button look="danger" onClick={() => void remove()}>
            {t('projects.remove.confirm')}
          </Button>
        </>
      }
    >
      {error !== undefined && <ErrorNotice text={describe(error)} />}
    </Dialog>
  );
}
