import type { CloudCheckStep } from '@contract/api';
import { errorFromJson } from '@core/errors/studio-error';
import { cloudCheckIds } from '@isi/cloud-check-ids';
import { Circle, CircleCheck, CircleMinus, CircleX } from 'lucide-react';
import { Spinner } from '../../../components/spinner';
import { useErrorTexts, useTexts } from '../../../state/studio-context';
import styles from './check-steps.module.css';

type Shown = CloudCheckStep['state'] | 'running' | 'waiting';

const icons: Readonly<Record<Shown, React.JSX.Element>> = {
  ok: <CircleCheck />,
  failed: <CircleX />,
  skipped: <CircleMinus />,
  running: <Spinner />,
  waiting: <Circle />,
};

export interface CheckStepsProps {
  /** Those that are done. */
  readonly steps: readonly CloudCheckStep[];
  readonly isRunning: boolean;
}

/** All steps of the test of an account, with how each ended; nothing moves as they come. */
export function CheckSteps({ steps, isRunning }: CheckStepsProps): React.JSX.Element {
  const t = useTexts();
  const next = cloudCheckIds.find((id) => !steps.some((step) => step.id === id));
  return (
    <ol className={styles.steps} aria-label={t('cloud.check.steps')} aria-busy={isRunning}>
      {cloudCheckIds.map((id) => {
        const step = steps.find((candidate) => candidate.id === id);
        const state: Shown =
          step?.state ?? (!isRunning ? 'skipped' : id === next ? 'running' : 'waiting');
        return (
          <li key={id} className={styles.step} aria-label={t(`cloud.check.step.${id}`)}>
            <span
              className={`${styles.icon} ${styles[state]}`}
              role="img"
              aria-label={t(`cloud.check.state.${state}`)}
            >
              {icons[state]}
            </span>
            <span className={styles.name}>{t(`cloud.check.step.${id}`)}</span>
            <div className={styles.detail} data-selectable>
              <StepDetail step={step} state={state} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function StepDetail({
  step,
  state,
}: {
  readonly step: CloudCheckStep | undefined;
  readonly state: Shown;
}): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const aheadMs = step?.aheadMs;
  const said = t(`cloud.check.state.${state}`);
  if (step?.error === undefined) {
    if (aheadMs === undefined) return <p className={styles.muted}>{said}</p>;
    const seconds = (Math.abs(aheadMs) / 1000).toFixed(1);
    const key = aheadMs < 0 ? 'cloud.check.behind' : 'cloud.check.ahead';
    return <p className={styles.muted}>{t(key, { seconds })}</p>;
  }
  const { happened, next } = describe(errorFromJson(step.error));
  return (
    <>
      <p className={styles.happened}>{happened}</p>
      <p className={styles.muted}>{next}</p>
    </>
  );
}
