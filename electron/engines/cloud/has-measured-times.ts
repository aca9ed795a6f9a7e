import type { TranscriptionRequest } from '../engine';
import type { CloudSession } from './cloud-access';

/**
 * Whether the times of words are measured: they are spread evenly by the service, unless its alignment
 * was on and the model has it (protocol §0.9).
 */
export function hasMeasuredTimes(
  { appkey }: Pick<CloudSession, 'appkey'>,
  { parameters }: Pick<TranscriptionRequest, 'parameters'>,
): boolean {
  return (
    appkey.model?.hasTimestampAlignment === true &&
    parameters?.['enable_timestamp_alignment'] !== false
  );
}
