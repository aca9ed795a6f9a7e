import { isCancelled, toStudioError } from '@core/errors/studio-error';
import { describeTrack } from '@core/tracks/describe-track';
import { useCallback } from 'react';
import { useLocale, useStudio } from './studio-context';

/**
 * Chooses the sound track of the open project's recording. Text that is there is of another one: it
 * is offered to transcribe anew, which is one undo away from what was there.
 */
export function useTrackChoice(): (track: number) => void {
  const locale = useLocale();
  const { document, media, notices } = useStudio();
  return useCallback(
    (track) => {
      media
        .getState()
        .chooseTrack(track)
        .then(({ tracks = [] }) => {
          const { project } = document.getState();
          const chosen = tracks.find((each) => each.track === track);
          if (chosen === undefined || (project?.sentences.length ?? 0) === 0) return;
          const about = { track: describeTrack(locale, chosen) };
          notices.getState().remark('track.changed', about, 'file.transcribe');
        })
        .catch((thrown: unknown) => {
          if (!isCancelled(thrown)) notices.getState().tellProblem(toStudioError(thrown));
        });
    },
    [locale, document, media, notices],
  );
}
