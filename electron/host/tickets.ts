import { randomBytes } from 'node:crypto';

/** How long what leads a browser in is good, whether it was used or not. */
export const ticketLifeMs = 30_000;

/** How a ticket came to its end: a page was opened by it, its time was up, or the host closed. */
export type TicketEnd = 'used' | 'expired' | 'closed';

/** Calls a function after some time, unless it is cancelled by what this gives. */
export type StartTimer = (delayMs: number, run: () => void) => () => void;

/** Secrets that each open the page once, and only for a moment. */
export interface Tickets {
  /** A new one. @param onEnded called once, when it is good no more */
  issue(onEnded: (end: TicketEnd) => void): string;
  /** Uses one up. @returns whether it was good */
  redeem(ticket: string): boolean;
  /** Ends all there are. */
  close(): void;
}

/** @param startTimer stands for the system's timers */
export function createTickets(startTimer: StartTimer = startSystemTimer): Tickets {
  const endings = new Map<string, (end: TicketEnd) => void>();
  const end = (ticket: string, how: TicketEnd): boolean => {
    const tell = endings.get(ticket);
    endings.delete(ticket);
    tell?.(how);
    return tell !== undefined;
  };
  return {
    issue: (onEnded) => {
      const ticket = randomBytes(32).toString('hex');
      const cancel = startTimer(ticketLifeMs, () => end(ticket, 'expired'));
      endings.set(ticket, (how) => {
        cancel();
        onEnded(how);
      });
      return ticket;
    },
    redeem: (ticket) => end(ticket, 'used'),
    close: () => {
      for (const ticket of [...endings.keys()]) end(ticket, 'closed');
    },
  };
}

function startSystemTimer(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs);
  // It keeps no program running that has come to its end.
  timer.unref();
  return () => clearTimeout(timer);
}
