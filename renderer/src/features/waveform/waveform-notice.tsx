import { peaksPerSecond } from '@core/waveform/peaks';
import { describeError } from '@contract/describe-error';
import { Button } from '../../components/button';
import { Spinner } from '../../components/spinner';
import { useLocale, useMedia, useTexts } from '../../state/studio-context';
import styles from './waveform.module.css';

export interface WaveformNoticeProps {
  /** The peaks are there but could not be read. */
  readonly hasReadError: boolean;
  readonly durationMs: number;
  readonly onRetry: () => void;
}

/** Why there is no picture, or not all of it; a line above the sound that moves nothing. */
export function WaveformNotice({
  hasReadError,
  durationMs,
  onRetry,
}: WaveformNoticeProps): React.JSX.Element | undefined {
  const t = useTexts();
  const locale = useLocale();
  const access = useMedia((state) => state.access);
  const peaksError = useMedia((state) => state.peaksError);
  const accessError = useMedia((state) => state.error);
  if (access?.state === 'none') {
    return <div className={styles.notice}>{t('waveform.none')}</div>;
  }
  if (access?.state === 'missing') {
    const key = access.isOnlyNamed === true ? 'waveform.onlyNamed' : 'waveform.missing';
    return <div className={styles.notice}>{t(key)}</div>;
  }
  const error = peaksError ?? accessError;
  if (error !== undefined || hasReadError) {
    const reason =
      error === undefined ? undefined : describeError(locale, error, 'window').happened;
    return (
      <div className={styles.notice} role="alert" title={reason}>
        <span className="truncate">{t('waveform.failed')}</span>
        <Button look="quiet" onClick={onRetry}>
          {t('waveform.tryAgain')}
        </Button>
      </div>
    );
  }
  if (access?.peaks.isComplete === true) return undefined;
  const share = ((access?.peaks.count ?? 0) / peaksPerSecond) * (1000 / durationMs);
  const percent = Math.min(99, Math.floor(share * 100));
  return (
    <div className={styles.notice} role="status">
      <Spinner />
      <span className="tabular">
        {percent === 0 ? t('waveform.making') : t('waveform.makingPercent', { percent })}
      </span>
    </div>
  );
}
