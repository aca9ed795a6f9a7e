import type { ProjectSummary } from '@contract/api';
import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { useCallback, useEffect, useState } from 'react';
import { useStudio } from '../../state/studio-context';

export interface ProjectsView {
  /** Undefined until the services answer. */
  readonly projects: readonly ProjectSummary[] | undefined;
  readonly error: StudioError | undefined;
  readonly reload: () => void;
}

/** All projects, last touched first, and always as they are now. */
export function useProjects(): ProjectsView {
  const { connection } = useStudio();
  const { client } = connection;
  const [projects, setProjects] = useState<readonly ProjectSummary[]>();
  const [error, setError] = useState<StudioError>();
  const reload = useCallback(() => {
    client.call('projects.list', {}).then(
      (listed) => {
        setProjects((before) => keepSame(before, listed));
        setError(undefined);
      },
      (thrown: unknown) => setError(toStudioError(thrown)),
    );
  }, [client]);
  useEffect(() => {
    reload();
    const ends = [client.on('projects.changed', reload), connection.onReconnected(reload)];
    return () => {
      for (const end of ends) end();
    };
  }, [client, connection, reload]);
  return { projects, error, reload };
}

/** The list with the very objects of before where nothing changed: only rows that differ are drawn. */
function keepSame(
  before: readonly ProjectSummary[] | undefined,
  listed: readonly ProjectSummary[],
): readonly ProjectSummary[] {
  const known = new Map(before?.map((project) => [project.id, project]));
  return listed.map((project) => {
    const same = known.get(project.id);
    return same !== undefined && JSON.stringify(same) === JSON.stringify(project) ? same : project;
  });
}
