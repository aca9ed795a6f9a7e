import { useEffect } from 'react';
import { Button } from '../../../components/button';
import { ErrorNotice } from '../../../components/error-notice';
import { Spinner } from '../../../components/spinner';
import { useCredentials, useErrorTexts, useStudio, useTexts } from '../../../state/studio-context';
import { Section } from '../section';
import { AccessKey } from './access-key';
import { AppkeyList } from './appkey-list';
import { BucketSettings } from './bucket-settings';
import styles from './cloud-settings.module.css';
import { ConnectionTest } from './connection-test';
import { KeychainNotice } from './keychain-notice';
import { PastedToken } from './pasted-token';
import { ProxySettings } from './proxy-settings';
import { ServiceSettings } from './service-settings';

/** The account of Alibaba Cloud: what it needs to be used, and a test of it. */
export function CloudSettings(): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { credentials } = useStudio();
  const description = useCredentials((state) => state.description);
  const error = useCredentials((state) => state.error);
  // Once, when this is opened; what changes later is told by an event.
  useEffect(() => void credentials.getState().load(), [credentials]);
  return (
    <>
      <p className={styles.muted}>{t('cloud.about')}</p>
      <Section title={t('cloud.key')} isWide>
        {error !== undefined && (
          <ErrorNotice text={describe(error)}>
            <Button onClick={() => void credentials.getState().load()}>{t('app.retry')}</Button>
          </ErrorNotice>
        )}
        {description === undefined ? (
          error === undefined && (
            <div className={styles.loading}>
              <Spinner label={t('cloud.loading')} />
            </div>
          )
        ) : (
          <>
            <KeychainNotice description={description} />
            <AccessKey description={description} />
            <PastedToken description={description} />
          </>
        )}
      </Section>
      <Section title={t('cloud.appkeys')} isWide>
        <AppkeyList />
      </Section>
      <ServiceSettings />
      <Section title={t('cloud.bucket')} isWide>
        <BucketSettings />
      </Section>
      <Section title={t('cloud.proxy')} isWide>
        <ProxySettings description={description} />
      </Section>
      <Section title={t('cloud.check')} isWide>
        <ConnectionTest description={description} />
      </Section>
    </>
  );
}
