import type { CloudCheckStep } from '@contract/api';
import { isCancelled, type StudioError, toStudioError } from '@core/errors/studio-error';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useStudio } from '../../../state/studio-context';

export interface CloudCheck {
  /** `cancelling`: until what the test stored in the bucket is deleted. */
  readonly state: 'idle' | 'running' | 'cancelling' | 'done' | 'cancelled';
  /** What is known so far, in the order in which it was told. */
  readonly steps: readonly CloudCheckStep[];
  /** Of the test itself: it could not be made. */
  readonly error: StudioError | undefined;
}

const idle: CloudCheck = { state: 'idle', steps: [], error: undefined };

/** Runs the test of the account and tells its steps as they come, as long as this is shown. */
export function useCloudCheck(): readonly [
  check: CloudCheck,
  run: (appkeyId: string | undefined) => void,
  cancel: () => void,
] {
  const { client } = useStudio().connection;
  const [check, setCheck] = useState<CloudCheck>(idle);
  /** Ends listening to the test that runs. */
  const leave = useRef<() => void>(undefined);
  useEffect(() => () => leave.current?.(), []);

  const run = useCallback(
    (appkeyId: string | undefined) => {
      leave.current?.();
      let isWanted = true;
      const unsubscribe = client.on('cloud.checked', (step) => {
        setCheck(({ steps, ...rest }) => ({
          ...rest,
          steps: [...steps.filter(({ id }) => id !== step.id), step],
        }));
      });
      const stop = (): void => {
        isWanted = false;
        unsubscribe();
      };
      leave.current = stop;
      setCheck({ ...idle, state: 'running' });
      const end = (ended: Partial<CloudCheck>): void => {
        if (!isWanted) return;
        stop();
        setCheck((before) => ({ ...before, state: 'done', ...ended }));
      };
      client.call('cloud.check', appkeyId === undefined ? {} : { appkeyId }).then(
        (steps) => end({ steps }),
        (thrown: unknown) =>
          end(isCancelled(thrown) ? { state: 'cancelled' } : { error: toStudioError(thrown) }),
      );
    },
    [client],
  );
  const cancel = useCallback(() => {
    setCheck((before) => ({ ...before, state: 'cancelling' }));
    // Where it cannot be asked for, the test itself cannot go on, and says so.
    client.call('cloud.cancelCheck', {}).catch(() => undefined);
  }, [client]);
  return [check, run, cancel];
}
