import type { CloudCheckStep } from '@contract/api';
import { errorToJson, toStudioError } from '@core/errors/studio-error';
import type { CloudAccess } from '../../engines/cloud/cloud-access';

export interface CloudCheckOptions {
  readonly signal: AbortSignal;
  /** Told each step when it is done. */
  readonly onStep: (step: CloudCheckStep) => void;
}

/** Tries a person's account step by step; a step that fails is a result, no error. */
export async function checkCloud(
  access: CloudAccess,
  appkeyId: string | undefined,
  { signal, onStep }: CloudCheckOptions,
): Promise<readonly CloudCheckStep[]> {
  const steps: CloudCheckStep[] = [];
  const tell = (step: CloudCheckStep): void => {
    steps.push(step);
    onStep(step);
  };
  try {
    const session = await access.open(appkeyId);
    await session.tokens.get(signal);
    tell({ id: 'token', state: 'ok' });
  } catch (thrown) {
    tell({ id: 'token', state: 'failed', error: errorToJson(toStudioError(thrown)) });
  }
  return steps;
}
