import type { CredentialPlace } from '@contract/api';
import { useCallback } from 'react';
import { useCredentials, useTexts } from '../../../state/studio-context';

/** Says where a credential is kept: "Stored in GNOME Keyring". */
export function usePlaceText(): (place: CredentialPlace) => string {
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
