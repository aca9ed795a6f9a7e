import type { ResultReason } from '../../errors/explain-result';
import { StudioError } from '../../errors/studio-error';

/**
 * A file of a program that recognises speech, but without a transcript [FM72].
 * @param engine what people call the program or service
 * @param status what it says of itself, in its own words
 * @throws StudioError `text/unreadable`
 */
export function refuseResult(result: ResultReason, engine: string, status = ''): never {
  throw new StudioError('text/unreadable', `${engine}: ${result} ${status}`.trim(), {
    data: { reason: result, result, engine, status },
  });
}
