import { describeError } from '@contract/describe-error';
import { errorFromJson, type StudioError } from '@core/errors/studio-error';
import { Button } from '../../components/button';
import { ErrorNotice } from '../../components/error-notice';
import { Progress } from '../../components/progress';
import { useLocale, useMedia, useStudio, useTexts } from '../../state/studio-context';
import styles from './player-panel.module.css';
import { reasonTexts } from './reason-texts';

/** Says what keeps the recording from playing, and what is being done about it. */
export function PlayerNotice(): React.JSX.Element | undefined {
  const t = useTexts();
  const locale = useLocale();
  const { media } = useStudio();
  const proxy = useMedia(({ access }) => access?.proxy);
  const reason = useMedia(({ access }) => access?.substitute?.reason ?? 'format');
  const error = useMedia((state) => state.error);
  const explain = (failure: StudioError, retry: () => Promise<void>): React.JSX.Element => (
    <div className={styles.notice}>
      <ErrorNotice text={describeError(locale, failure, 'window')}>
        <Button onClick={() => void retry()}>{t('player.tryAgain')}</Button>
      </ErrorNotice>
    </div>
  );
  if (error !== undefined) return explain(error, () => media.getState().reload());
  if (proxy?.state === 'failed') {
    return explain(errorFromJson(proxy.error), () => media.getState().makeProxy());
  }
  if (proxy?.state !== 'making') return undefined;
  return (
    <div className={styles.notice}>
      <div className={styles.proxy} role="status">
        <p>{t(reasonTexts[reason])}</p>
        <p className={styles.proxyText}>{t('player.makingProxy')}</p>
        <Progress label={t('player.proxyProgress')} fraction={proxy.fraction} />
      </div>
    </div>
  );
}
