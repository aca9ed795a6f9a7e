/** Statuses with which a server says that it may work a moment later. */
export function isPassingStatus(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status <= 599);
}

/**
 * How long a server asks to be left alone (`Retry-After`), ms; undefined where it does not say, or
 * says it with another status than one that passes.
 * @param nowMs by this computer's clock, which only counts where the reply has no `Date`
 */
export function readRetryAfterMs(
  {
    status,
    headers,
  }: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
  nowMs: number = Date.now(),
): number | undefined {
  const said = headers['retry-after']?.trim();
  if (said === undefined || !isPassingStatus(status)) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(said)) return Math.ceil(Number(said) * 1000);
  // A date begins with its day; without one Date.parse takes "-5" for a year.
  const untilMs = /^[a-z]{3,9},? /i.test(said) ? Date.parse(said) : Number.NaN;
  if (Number.isNaN(untilMs)) return undefined;
  // Both times are the server's: a clock that is off here moves neither.
  const servedMs = Date.parse(headers['date'] ?? '');
  return Math.max(0, untilMs - (Number.isNaN(servedMs) ? nowMs : servedMs));
}
