import type { CredentialsDescription } from '@contract/api';
import { useLocale, useTexts } from '../../../state/studio-context';
import { useNow } from '../../../lib/use-now';
import { checkSecret, optional } from './check-entry';
import { CredentialEditor } from './credential-editor';
import { Disclosure } from './disclosure';
import { findCredential } from './find-credential';

/** A token that a person made elsewhere, for who may not have an AccessKey. */
export function PastedToken({
  description,
}: {
  readonly description: CredentialsDescription;
}): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const nowMs = useNow(60_000);
  const state = findCredential(description, 'pastedToken');
  const { expiresAtMs } = state;
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    expiresAtMs,
  );
  const ends = (atMs: number): string =>
    t(atMs > nowMs ? 'cloud.token.ends' : 'cloud.token.ended', { when });
  return (
    <Disclosure label={t('cloud.token')} isOpenAtFirst={state.place !== undefined}>
      <CredentialEditor
        kind="pastedToken"
        label={t('cloud.token.value')}
        state={state}
        shown={t('cloud.token.entered')}
        detail={expiresAtMs === undefined ? undefined : ends(expiresAtMs)}
        fields={[
          {
            name: 'token',
            label: t('cloud.token.value'),
            type: 'password',
            check: checkSecret(4_096),
            hint: t('cloud.token.hint'),
          },
          {
            name: 'expiresAt',
            label: t('cloud.token.expiry'),
            type: 'datetime-local',
            check: optional((text) =>
              Date.parse(text) > Date.now() ? undefined : 'cloud.wrong.past',
            ),
          },
        ]}
        toChange={({ token = '', expiresAt = '' }) => ({
          kind: 'pastedToken',
          token: token.trim(),
          // Without a zone in it, the time is taken as of this computer: as a person reads it.
          ...(expiresAt === '' ? {} : { expiresAtMs: Date.parse(expiresAt) }),
        })}
        removal={{ title: t('cloud.token.removeTitle'), text: t('cloud.token.removeText') }}
      />
    </Disclosure>
  );
}
