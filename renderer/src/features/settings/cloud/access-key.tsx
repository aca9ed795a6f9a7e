import type { CredentialsDescription } from '@contract/api';
import { useLocale, useTexts } from '../../../state/studio-context';
import { useNow } from '../../../lib/use-now';
import { checkSecret, optional } from './check-entry';
import { CredentialEditor } from './credential-editor';
import { findCredential } from './find-credential';

/** The AccessKey of the account, which tokens and signatures are made with. */
export function AccessKey({
  description,
}: {
  readonly description: CredentialsDescription;
}): React.JSX.Element {
  const t = useTexts();
  const state = findCredential(description, 'accessKeyId');
  const locale = useLocale();
  const nowMs = useNow(60_000);
  const { place, expiresAtMs } = findCredential(description, 'securityToken');
  const describeTemporary = (): string => {
    if (expiresAtMs === undefined) return t('cloud.key.temporary');
    const when = new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(expiresAtMs);
    return t(expiresAtMs > nowMs ? 'cloud.key.temporaryEnds' : 'cloud.key.temporaryEnded', {
      when,
    });
  };
  return (
    <CredentialEditor
      kind="accessKey"
      label={t('cloud.key')}
      state={state}
      shown={state.mask ?? t('cloud.key.entered')}
      detail={place === undefined ? undefined : describeTemporary()}
      fields={[
        {
          name: 'accessKeyId',
          label: t('cloud.key.id'),
          type: 'text',
          check: checkSecret(128),
          hint: t('cloud.key.hint'),
        },
        {
          name: 'accessKeySecret',
          label: t('cloud.key.secret'),
          type: 'password',
          check: checkSecret(128),
        },
        {
          name: 'securityToken',
          label: t('cloud.key.sts'),
          type: 'password',
          check: optional(checkSecret(4_096)),
          hint: t('cloud.key.sts.hint'),
        },
        {
          name: 'expiresAt',
          label: t('cloud.key.expiry'),
          type: 'datetime-local',
          check: optional((text) =>
            Date.parse(text) > Date.now() ? undefined : 'cloud.wrong.past',
          ),
        },
      ]}
      toChange={({
        accessKeyId = '',
        accessKeySecret = '',
        securityToken = '',
        expiresAt = '',
      }) => ({
        kind: 'accessKey',
        accessKeyId: accessKeyId.trim(),
        accessKeySecret: accessKeySecret.trim(),
        ...(securityToken.trim() === '' ? {} : { securityToken: securityToken.trim() }),
        // Of a key that is not temporary it says nothing.
        ...(securityToken.trim() === '' || expiresAt === ''
          ? {}
          : { expiresAtMs: Date.parse(expiresAt) }),
      })}
      removal={{ title: t('cloud.key.removeTitle'), text: t('cloud.key.removeText') }}
    />
  );
}
