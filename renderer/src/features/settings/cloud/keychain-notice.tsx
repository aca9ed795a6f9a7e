import type { CredentialsDescription } from '@contract/api';
import { LockKeyhole } from 'lucide-react';
import { Button } from '../../../components/button';
import { ErrorNotice } from '../../../components/error-notice';
import { useErrorTexts, useStudio, useTexts } from '../../../state/studio-context';
import styles from './cloud-settings.module.css';
import { KeychainWait } from './keychain-wait';
import { useAction } from './use-action';

/** What is the matter with the keychain, and what to do about it; nothing where it works. */
export function KeychainNotice({
  description: { keychain, isUnsaved, canImport },
}: {
  readonly description: CredentialsDescription;
}): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { credentials } = useStudio();
  const { isBusy, error, run } = useAction();
  // Even with nothing to be kept, what an unlocked keychain holds can be found then.
  const again = (): void => void run(() => credentials.getState().retry());
  return (
    <>
      {(keychain.state !== 'ready' || isUnsaved) && (
        <div className={styles.warning} role="status">
          <LockKeyhole aria-hidden />
          <div className={styles.warningText}>
            {keychain.state !== 'ready' && (
              <>
                <p className={styles.strong}>{t(`cloud.keychain.${keychain.state}`)}</p>
                <p>{t(`cloud.keychain.${keychain.state}.next`)}</p>
              </>
            )}
            {isUnsaved && <p className={styles.strong}>{t('cloud.keychain.unsaved')}</p>}
            {isBusy && <KeychainWait />}
          </div>
          <Button disabled={isBusy} onClick={again}>
            {t('app.retry')}
          </Button>
        </div>
      )}
      {canImport && (
        <div className={styles.offer}>
          <p>{t('cloud.import.hint')}</p>
          <Button
            disabled={isBusy}
            onClick={() => void run(() => credentials.getState().importFromEnvironment())}
          >
            {t('cloud.import')}
          </Button>
        </div>
      )}
      {error !== undefined && <ErrorNotice text={describe(error)} />}
    </>
  );
}
