import { TrackSelect } from '../../components/track-select';
import { useLocale, useMedia, useTexts } from '../../state/studio-context';
import { useTrackChoice } from '../../state/use-track-choice';
import styles from './transport-bar.module.css';

/** Which sound track plays; nothing of a recording with one. */
export function TrackChoice(): React.JSX.Element | undefined {
  const t = useTexts();
  const locale = useLocale();
  const tracks = useMedia(({ access }) => access?.tracks);
  const heardTrack = useMedia(({ access }) => access?.heardTrack);
  const choose = useTrackChoice();
  if (tracks === undefined) return undefined;
  return (
    <div className={styles.track}>
      <TrackSelect label={t('track.label')} {...{ locale, tracks, heardTrack }} onChoose={choose} />
    </div>
  );
}
