import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { useCallback, useState } from 'react';

export interface Action {
  readonly isBusy: boolean;
  /** Of the last run. */
  readonly error: StudioError | undefined;
  /** @returns whether it went well */
  readonly run: (work: () => Promise<void>) => Promise<boolean>;
}

/** A call that a button makes; its failure is shown beside that button. */
export function useAction(): Action {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<StudioError>();
  const run = useCallback(async (work: () => Promise<void>): Promise<boolean> => {
    setIsBusy(true);
    setError(undefined);
    try {
      await work();
      return true;
    } catch (thrown) {
      setError(toStudioError(thrown));
      return false;
    } finally {
      setIsBusy(false);
    }
  }, []);
  return { isBusy, error, run };
}
