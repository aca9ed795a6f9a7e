import type { CredentialsDescription } from '@contract/api';
import { useTexts } from '../../../state/studio-context';
import { checkName, checkPassword, checkProxyUrl } from './check-entry';
import styles from './cloud-settings.module.css';
import { CredentialEditor } from './credential-editor';
import { findCredential } from './find-credential';
import { KeptField } from './kept-field';
import { useCloudSettings } from './use-cloud-settings';

/** The proxy that the services are reached through; its password is kept with the credentials. */
export function ProxySettings({
  description,
}: {
  /** Undefined as long as it is not known. */
  readonly description: CredentialsDescription | undefined;
}): React.JSX.Element {
  const t = useTexts();
  const { cloud, update } = useCloudSettings();
  const { proxy } = cloud;
  return (
    <>
      <p className={styles.muted}>{t('cloud.proxy.hint')}</p>
      <div className={styles.columns}>
        <KeptField
          label={t('cloud.proxy.url')}
          value={proxy?.url}
          check={checkProxyUrl}
          placeholder="http://"
          onKeep={(url) => update({ proxy: url === undefined ? undefined : { ...proxy, url } })}
        />
        <KeptField
          label={t('cloud.proxy.username')}
          value={proxy?.username}
          check={checkName}
          isDisabled={proxy === undefined}
          onKeep={(username) => proxy !== undefined && update({ proxy: { ...proxy, username } })}
        />
      </div>
      {/* A password without a user name is nothing a proxy asks for. */}
      {description !== undefined && proxy?.username !== undefined && (
        <CredentialEditor
          kind="proxyPassword"
          label={t('cloud.proxy.password')}
          state={findCredential(description, 'proxyPassword')}
          shown={t('cloud.proxy.entered')}
          fields={[
            {
              name: 'proxyPassword',
              label: t('cloud.proxy.password'),
              type: 'password',
              check: checkPassword,
            },
          ]}
          toChange={({ proxyPassword = '' }) => ({ kind: 'proxyPassword', proxyPassword })}
          removal={{ title: t('cloud.proxy.removeTitle'), text: t('cloud.proxy.removeText') }}
        />
      )}
    </>
  );
}
