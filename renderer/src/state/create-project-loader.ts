import type { OpenProject, StudioEvents } from '@contract/api';
import type { StudioClient } from '@contract/client';
import { applyDiff } from '@core/edits/apply-diff';

type Change = StudioEvents['project.changed'];

interface Load {
  readonly projectId: string;
  /** What others changed since it was asked for. */
  readonly heard: Change[];
}

/** Loads projects while others change them. */
export interface ProjectLoader {
  /** A project as it is now, with what others changed while it was on its way. */
  readonly load: (projectId: string) => Promise<OpenProject>;
  /** To be told of every change of others. */
  readonly hear: (change: Change) => void;
}

/** Events take another way than replies and may overtake them. */
export function createProjectLoader(client: StudioClient): ProjectLoader {
  const loads = new Set<Load>();
  return {
    load: async (projectId) => {
      const underWay: Load = { projectId, heard: [] };
      loads.add(underWay);
      try {
        const opened = await client.call('projects.open', { projectId });
        return underWay.heard
          .filter(({ revision }) => revision > opened.revision)
          .reduce(
            (before, { diff, revision, history }) => ({
              ...before,
              project: applyDiff(before.project, diff),
              revision,
              history,
            }),
            opened,
          );
      } finally {
        loads.delete(underWay);
      }
    },
    hear: (change) => {
      for (const underWay of loads) {
        if (underWay.projectId === change.projectId) underWay.heard.push(change);
      }
    },
  };
}
