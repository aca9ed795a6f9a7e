import { getDurationMs, hasMedia } from '@core/project-file/project';
import { AudioLines } from 'lucide-react';
import { EmptyState } from '../../components/empty-state';
import { useDocument, usePlayerState, useTexts } from '../../state/studio-context';
import { usePeaks } from './use-peaks';
import { WaveformStage } from './waveform-stage';

/** A picture that grew with every subtitle that is made longer would jump under the hand. */
const roomMs = 30_000;

/** How much is shown of a text without a recording: some more than it is long, in whole steps. */
function makeRoom(textMs: number): number {
  return textMs === 0 ? 0 : (Math.floor(textMs / roomMs) + 1) * roomMs;
}

/**
 * The sound of the open project with its sentences and words. Peaks may still be on their way, or
 * never come: everything but the picture works without them.
 */
export function WaveformPanel(): React.JSX.Element {
  const t = useTexts();
  const peaksView = usePeaks();
  const status = useDocument((state) => state.status);
  const projectId = useDocument(({ project }) => project?.id);
  const hasRecording = useDocument(
    ({ project }) => project === undefined || hasMedia(project.media),
  );
  const probedMs = useDocument(({ project }) => project?.media.durationMs ?? 0);
  const textMs = useDocument(({ project }) =>
    project === undefined || hasMedia(project.media) ? 0 : makeRoom(getDurationMs(project)),
  );
  const playerMs = usePlayerState(({ durationMs }) => durationMs);
  const durationMs = hasRecording ? probedMs || playerMs : textMs;
  // The table says that the project is being opened.
  if (status === 'loading') return <></>;
  if (projectId === undefined || durationMs === 0) {
    return (
      <EmptyState
        icon={<AudioLines />}
        title={t(hasRecording ? 'waveform.empty' : 'player.none')}
      />
    );
  }
  return (
    <WaveformStage key={`${projectId} ${durationMs}`} durationMs={durationMs} {...peaksView} />
  );
}
