import type { CredentialChange, CredentialPlace, CredentialState } from '@contract/api';
import { KeyRound } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from '../../../components/button';
import { Confirm } from '../../../components/confirm';
import { ErrorNotice } from '../../../components/error-notice';
import { useCredentials, useErrorTexts, useStudio, useTexts } from '../../../state/studio-context';
import styles from './cloud-settings.module.css';
import { KeychainWait } from './keychain-wait';
import { SecretForm, type SecretField } from './secret-form';
import { useAction } from './use-action';

export interface CredentialEditorProps {
  readonly kind: CredentialChange['kind'];
  /** What the form is for. */
  readonly label: string;
  /** The part of the credential that says where it is kept. */
  readonly state: CredentialState;
  /** What is shown of it: a mask, or that it was entered. */
  readonly shown: string;
  /** A word behind that. */
  readonly detail?: string | undefined;
  readonly fields: readonly SecretField[];
  readonly toChange: (values: Readonly<Record<string, string>>) => CredentialChange;
  readonly removal: { readonly title: string; readonly text: string };
}

/** A credential: where it is kept, with Replace and Remove, or the form to enter it. */
export function CredentialEditor({
  kind,
  label,
  state,
  shown,
  detail,
  fields,
  toChange,
  removal,
}: CredentialEditorProps): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const placeText = usePlaceText();
  const { credentials } = useStudio();
  const { isBusy, error, run } = useAction();
  const [isEditing, setIsEditing] = useState(false);
  const [isRemoving, setIsRemoving] = useState(false);
  /** A person was at work here, so the focus stays. */
  const [wasUsed, setWasUsed] = useState(false);

  if (state.place === undefined || isEditing) {
    return (
      <SecretForm
        label={label}
        fields={fields}
        hasFocus={wasUsed}
        onSave={async (values) => {
          setWasUsed(true);
          await credentials.getState().set(toChange(values));
          setIsEditing(false);
        }}
        onCancel={state.place === undefined ? undefined : () => setIsEditing(false)}
      />
    );
  }
  return (
    <>
      <div className={styles.kept} role="group" aria-label={label}>
        <KeyRound className={styles.keptIcon} aria-hidden />
        <div className={styles.keptText}>
          <p data-selectable>
            <span className={styles.mask}>{shown}</span>
            {detail !== undefined && <span className={styles.muted}> · {detail}</span>}
          </p>
          <p className={styles.note}>{placeText(state.place)}</p>
        </div>
        <Button
          autoFocus={wasUsed}
          disabled={isBusy}
          onClick={() => {
            setWasUsed(true);
            setIsEditing(true);
          }}
        >
          {t('cloud.replace')}
        </Button>
        {state.place !== 'environment' && (
          <Button look="danger" disabled={isBusy} onClick={() => setIsRemoving(true)}>
            {t('cloud.remove')}
          </Button>
        )}
      </div>
      {isBusy && <KeychainWait />}
      {error !== undefined && <ErrorNotice text={describe(error)} />}
      {isRemoving && (
        <Confirm
          title={removal.title}
          text={removal.text}
          confirmLabel={t('cloud.remove')}
          cancelLabel={t('app.cancel')}
          closeLabel={t('app.close')}
          onCancel={() => setIsRemoving(false)}
          onConfirm={() => {
            setIsRemoving(false);
            void run(() => credentials.getState().clear(kind));
          }}
        />
      )}
    </>
  );
}

/** Says where a credential is kept: "Stored in GNOME Keyring". */
function usePlaceText(): (place: CredentialPlace) => string {
  const t = useTexts();
  const name = useCredentials(({ description }) => description?.keychain.name);
  return useCallback(
    (place) => {
      if (place !== 'keychain') return t(`cloud.place.${place}`);
      return name === undefined
        ? t('cloud.place.anyKeychain')
        : t('cloud.place.keychain', { name });
    },
    [t, name],
  );
}
