import type { MessageKey } from '../messages/catalogue';

/** Why a file of a program that recognises speech holds no transcript. */
export const resultReasons = [
  'unfinished',
  'failed',
  'elsewhere',
  'several',
  'untimed',
  'damaged',
  'unknown',
] as const;
export type ResultReason = (typeof resultReasons)[number];

/** The texts of `text/unreadable` for such a file, by its `data.result`. */
export function explainResult(
  data: Readonly<Record<string, unknown>>,
): { readonly happened: MessageKey; readonly next: MessageKey } | undefined {
  const result = resultReasons.find((known) => known === data['result']);
  if (result === undefined) return undefined;
  const hasStatus = typeof data['status'] === 'string' && data['status'] !== '';
  const isTold = hasStatus && (result === 'unfinished' || result === 'failed');
  return {
    happened: isTold ? `reason.result.${result}.status` : `reason.result.${result}`,
    next: `reason.result.${result}.next`,
  };
}
