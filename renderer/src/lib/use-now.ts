import { useEffect, useState } from 'react';

/**
 * The time in ms since 1970, renewed as long as it is wanted.
 *
 * @param everyMs undefined: it stands still
 */
export function useNow(everyMs: number | undefined): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    if (everyMs === undefined) return undefined;
    setNowMs(Date.now());
    const timer = setInterval(() => setNowMs(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return nowMs;
}
