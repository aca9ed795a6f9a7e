import { isCancelled, type StudioError } from '@core/errors/studio-error';
import { createChargedTwiceRemark, isAnswerLost, markCharged } from '@isi/charged-twice';
import type { RetryNotice } from '../../isi/client/retry';
import type { EngineContext } from '../engine';

/**
 * The failure of work that had been sent as a whole: where its answer was lost, or nobody waited for
 * it any more, it says that the service may charge for it [IS23].
 */
export function markIfLost(error: StudioError): StudioError {
  return isAnswerLost(error) || isCancelled(error) ? markCharged(error) : error;
}

/** Tells before each further try of such work what failed, and what the try may cost. */
export function createTryTeller(
  report: EngineContext['report'],
): (notice: Pick<RetryNotice, 'error'>) => void {
  return ({ error }) => {
    report({ kind: 'retrying', error });
    const remark = createChargedTwiceRemark(error);
    if (remark !== undefined) report({ kind: 'remark', error: remark });
  };
}
