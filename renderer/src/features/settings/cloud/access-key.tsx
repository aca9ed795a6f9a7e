import type { CredentialsDescription } from '@contract/api';
import { useTexts } from '../../../state/studio-context';
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
  const isTemporary = findCredential(description, 'securityToken').place !== undefined;
  return (
    <CredentialEditor
      kind="accessKey"
      label={t('cloud.key')}
      state={state}
      shown={state.mask ?? t('cloud.key.entered')}
      detail={isTemporary ? t('cloud.key.temporary') : undefined}
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
      ]}
      toChange={({ accessKeyId = '', accessKeySecret = '', securityToken = '' }) => ({
        kind: 'accessKey',
        accessKeyId: accessKeyId.trim(),
        accessKeySecret: accessKeySecret.trim(),
        ...(securityToken.trim() === '' ? {} : { securityToken: securityToken.trim() }),
      })}
      removal={{ title: t('cloud.key.removeTitle'), text: t('cloud.key.removeText') }}
    />
  );
}
