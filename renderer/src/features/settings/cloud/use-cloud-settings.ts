import type { CloudSettings } from '@contract/api';
import { useCallback } from 'react';
import { useSettings, useStudio } from '../../../state/studio-context';

const none: CloudSettings = {};

/** The account as far as it is no secret, and how to change a part of it. */
export function useCloudSettings(): {
  readonly cloud: CloudSettings;
  /** Holds at once; `undefined` takes a value back to its default. */
  readonly update: (changes: CloudSettings) => void;
} {
  const { settings: store } = useStudio();
  const cloud = useSettings((state) => state.settings.cloud) ?? none;
  const update = useCallback(
    (changes: CloudSettings) => {
      // As they are now: two fields may be left by one click.
      const state = store.getState();
      state.update({ cloud: { ...state.settings.cloud, ...changes } });
    },
    [store],
  );
  return { cloud, update };
}
