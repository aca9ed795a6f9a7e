import { omitUndefined } from '@core/omit-undefined';
import type { ProjectView } from '@contract/api';
import { useEffect } from 'react';
import { useStudio } from '../state/studio-context';

/** Often enough to come back to where one was, seldom enough not to be felt. */
const keepAfterMs = 800;

/** Comes back to a project as it was left, and remembers how it is being left. */
export function useProjectView(): void {
  const { connection, document: store, session, player, settings } = useStudio();

  useEffect(() => {
    const { followPlayback } = settings.getState().settings;
    if (followPlayback !== undefined) session.getState().set({ isFollowing: followPlayback });
  }, [session, settings]);

  useEffect(() => {
    let shownId: string | undefined;
    const restore = (): void => {
      const { project, view } = store.getState();
      if (project?.id === shownId) return;
      shownId = project?.id;
      player.pause();
      player.setLoop(undefined);
      player.setDuration(project?.media.durationMs ?? 0);
      player.seek(view?.positionMs ?? 0);
      if (project === undefined || view === undefined) return;
      const { selectedIds, topSentenceId, waveformBeginMs, pixelsPerSecond } = view;
      const { exportChoices, saveBackForm } = view;
      session.getState().select(selectedIds);
      session.getState().set({
        topSentenceId,
        waveformBeginMs: waveformBeginMs ?? 0,
        pixelsPerSecond,
        exportChoices,
        saveBackForm,
      });
    };
    restore();
    return store.subscribe(restore);
  }, [store, session, player]);

  useEffect(() => {
    let kept = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = (): void => {
      timer = undefined;
      const { project } = store.getState();
      if (project === undefined) return;
      const { selectedIds, topSentenceId, waveformBeginMs, pixelsPerSecond, ...chosen } =
        session.getState();
      const { exportChoices, saveBackForm } = chosen;
      const view: ProjectView = {
        selectedIds,
        positionMs: Math.max(0, Math.round(player.positionMs)),
        waveformBeginMs: Math.max(0, Math.round(waveformBeginMs)),
        ...omitUndefined({ topSentenceId, pixelsPerSecond, exportChoices, saveBackForm }),
      };
      const now = `${project.id} ${JSON.stringify(view)}`;
      if (now === kept) return;
      kept = now;
      // Where one was is no part of the text; the next change keeps it again.
      connection.client
        .call('projects.keepView', { projectId: project.id, view })
        .catch(() => undefined);
    };
    const schedule = (): void => {
      timer ??= setTimeout(keep, keepAfterMs);
    };
    const ends = [session.subscribe(schedule), player.onTick(schedule)];
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
      for (const end of ends) end();
    };
  }, [connection, store, session, player]);
}
