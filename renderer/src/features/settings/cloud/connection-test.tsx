import type { CredentialsDescription } from '@contract/api';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../components/button';
import { ErrorNotice } from '../../../components/error-notice';
import { useErrorTexts, useTexts } from '../../../state/studio-context';
import { Choice } from '../choice';
import { CheckSteps } from './check-steps';
import styles from './cloud-settings.module.css';
import { findCredential } from './find-credential';
import { useCloudCheck } from './use-cloud-check';
import { useCloudSettings } from './use-cloud-settings';

/** Tries the account, step by step. */
export function ConnectionTest({
  description,
}: {
  /** Undefined as long as it is not known. */
  readonly description: CredentialsDescription | undefined;
}): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { cloud } = useCloudSettings();
  const { appkeys = [], usualAppkeyId } = cloud;
  const [check, run, cancel] = useCloudCheck();
  const [wantedId, setWantedId] = useState<string>();
  const tested =
    appkeys.find(({ id }) => id === wantedId) ??
    appkeys.find(({ id }) => id === usualAppkeyId) ??
    appkeys[0];
  // The steps stand at the end of the dialog and get longer with what went wrong.
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (check.state !== 'idle') place.current?.scrollIntoView({ block: 'nearest' });
  }, [check.state]);
  const hasCredentials =
    description !== undefined &&
    (['accessKeyId', 'pastedToken'] as const).some(
      (name) => findCredential(description, name).place !== undefined,
    );
  const isRunning = check.state === 'running' || check.state === 'cancelling';
  const isOver = check.state === 'done' || check.state === 'cancelled';
  const failedCount = check.steps.filter(({ state }) => state === 'failed').length;
  return (
    <>
      <p className={styles.muted}>{t('cloud.check.hint')}</p>
      <div className={styles.testBar}>
        {appkeys.length > 1 && tested !== undefined && (
          <Choice
            label={t('cloud.check.appkeyUsed')}
            value={tested.id}
            options={appkeys.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setWantedId}
          />
        )}
        <Button
          look="primary"
          disabled={!hasCredentials || isRunning}
          // Of a single Appkey the environment's, which wins, is tried.
          onClick={() => run(appkeys.length > 1 ? tested?.id : undefined)}
        >
          {isOver ? t('cloud.check.again') : t('cloud.check.run')}
        </Button>
        {isRunning && (
          <Button disabled={check.state === 'cancelling'} onClick={cancel}>
            {t('cloud.check.cancel')}
          </Button>
        )}
        <p className={styles.muted} role="status">
          {description !== undefined && !hasCredentials && t('cloud.check.needs')}
          {check.state === 'running' && t('cloud.check.running')}
          {check.state === 'cancelling' && t('cloud.check.cancelling')}
          {check.state === 'cancelled' && t('cloud.check.cancelled')}
          {check.state === 'done' &&
            check.error === undefined &&
            (failedCount === 0
              ? t('cloud.check.passed')
              : t('cloud.check.failed', { count: failedCount }))}
        </p>
      </div>
      <div ref={place}>
        {check.error !== undefined && <ErrorNotice text={describe(check.error)} />}
        {check.state !== 'idle' && check.error === undefined && (
          <CheckSteps steps={check.steps} isRunning={isRunning} />
        )}
      </div>
    </>
  );
}
