import { AudioLines } from 'lucide-react';
import { EmptyState } from '../../components/empty-state';
import { useDocument, usePlayerState, useTexts } from '../../state/studio-context';
import { usePeaks } from './use-peaks';
import { WaveformStage } from './waveform-stage';

/**
 * The sound of the open project with its sentences and words. Peaks may still be on their way, or
 * never come: everything but the picture works without them.
 */
export function WaveformPanel(): React.JSX.Element {
  const t = useTexts();
  const peaksView = usePeaks();
  const status = useDocument((state) => state.status);
  const projectId = useDocument(({ project }) => project?.id);
  const probedMs = useDocument(({ project }) => project?.media.durationMs ?? 0);
  const playerMs = usePlayerState(({ durationMs }) => durationMs);
  const durationMs = probedMs > 0 ? probedMs : playerMs;
  // The table says that the project is being opened.
  if (status === 'loading') return <></>;
  if (projectId === undefined || durationMs === 0) {
    return <EmptyState icon={<AudioLines />} title={t('waveform.empty')} />;
  }
  return (
    <WaveformStage key={`${projectId} ${durationMs}`} durationMs={durationMs} {...peaksView} />
  );
}
