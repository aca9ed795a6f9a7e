import { isCancelled, StudioError } from '@core/errors/studio-error';
import type { IsiEndpoints } from '../../isi/client/endpoints';
import type { HttpClient } from '../../isi/client/http/http-client';

/** The services refuse a request whose time is further off than this (protocol §1.1). */
const toleratedMs = 15 * 60_000;
const minuteMs = 60_000;
/** A `Date` header has whole seconds: on average the server is half of one further. */
const halfSecondMs = 500;

export interface ClockMeasure {
  readonly http: HttpClient;
  readonly endpoints: Pick<IsiEndpoints, 'meta' | 'flash'>;
  readonly signal: AbortSignal;
  /** This computer's clock, ms since 1970. */
  readonly now: () => number;
}

/**
 * How far this computer's clock is ahead of the vendor's, ms; undefined where no reply told the
 * time. Asks the token service without any credential, and flash where that one cannot be reached.
 * @throws StudioError `job/cancelled`, `network/*` of the last server that was asked
 */
export async function measureClock(measure: ClockMeasure): Promise<number | undefined> {
  const { endpoints } = measure;
  try {
    return await askServer(`${endpoints.meta}/`, measure);
  } catch (thrown) {
    if (isCancelled(thrown)) throw thrown;
    return askServer(`${new URL(endpoints.flash).origin}/`, measure);
  }
}

async function askServer(
  url: string,
  { http, signal, now }: ClockMeasure,
): Promise<number | undefined> {
  const beganMs = now();
  const reply = await http.send({ method: 'GET', url, signal });
  const serverMs = Date.parse(reply.headers['date'] ?? '');
  if (Number.isNaN(serverMs)) return undefined;
  return Math.round((beganMs + now()) / 2 - serverMs - halfSecondMs);
}

/** The error of a clock that the services do not bear; undefined for one that is good enough. */
export function judgeClock(aheadMs: number): StudioError | undefined {
  if (Math.abs(aheadMs) <= toleratedMs) return undefined;
  const minutes = Math.round(Math.abs(aheadMs) / minuteMs);
  return new StudioError('engine/clock-skewed', `the clock is ${minutes} minutes off`, {
    data: { minutes },
  });
}
