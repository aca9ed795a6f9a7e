import type { JobSummary } from '@contract/api';
import { errorFromJson } from '@core/errors/studio-error';
import { useErrorTexts } from '../../state/studio-context';
import styles from './job-card.module.css';

/** What a person should know of a job, whether it went well or not. */
export function JobRemark({
  job: { remark },
}: {
  readonly job: JobSummary;
}): React.JSX.Element | null {
  const describe = useErrorTexts();
  if (remark === undefined) return null;
  const { happened, next } = describe(errorFromJson(remark));
  return (
    <div role="status">
      <p className={styles.remark} data-selectable>
        {happened}
      </p>
      <p className={styles.line} data-selectable>
        {next}
      </p>
    </div>
  );
}
