import { Button } from '../../components/button';
import { Progress } from '../../components/progress';
import { Spinner } from '../../components/spinner';
import { useOpening, useStudio, useTexts } from '../../state/studio-context';
import styles from './opening-progress.module.css';

/** What is being brought in, at the edge of the window: how far it is, and a way to stop it. */
export function OpeningProgress(): React.JSX.Element | undefined {
  const t = useTexts();
  const underWay = useOpening((state) => state.underWay);
  const { opening } = useStudio();
  if (underWay === undefined) return undefined;
  const { name, count, fraction } = underWay;
  const label =
    fraction === undefined
      ? t('projects.opening', { name })
      : count === 1
        ? t('projects.bringing', { name })
        : t('projects.bringingMany', { name, count });
  return (
    <div className={styles.card} role="status">
      {fraction === undefined && <Spinner />}
      <div className={styles.body}>
        <span className={`${styles.name} truncate`}>
          <span className="truncate">{label}</span>
          {fraction !== undefined && (
            <span className={`${styles.percent} tabular`}>{Math.floor(fraction * 100)} %</span>
          )}
        </span>
        {fraction !== undefined && <Progress label={label} fraction={fraction} />}
      </div>
      <Button look="quiet" onClick={() => opening.getState().cancel()}>
        {t('app.cancel')}
      </Button>
    </div>
  );
}
