import { expect, it, vi } from 'vitest';
import { createTickets, type StartTimer, type Tickets } from '../../../electron/host/tickets';

/** Tickets whose time a test lets pass. */
function useTickets(): { readonly tickets: Tickets; readonly pass: (timeMs: number) => void } {
  const timers = new Set<{ dueMs: number; readonly run: () => void }>();
  let nowMs = 0;
  const startTimer: StartTimer = (delayMs, run) => {
    const timer = { dueMs: nowMs + delayMs, run };
    timers.add(timer);
    return () => timers.delete(timer);
  };
  return {
    tickets: createTickets(startTimer),
    pass: (timeMs) => {
      nowMs += timeMs;
      for (const timer of [...timers]) {
        if (timer.dueMs <= nowMs && timers.delete(timer)) timer.run();
      }
    },
  };
}

it('[HG4] is good once', () => {
  const { tickets, pass } = useTickets();
  const onEnded = vi.fn();
  const ticket = tickets.issue(onEnded);
  expect(ticket).toMatch(/^[0-9a-f]{64}$/);
  expect(onEnded).not.toHaveBeenCalled();
  expect(tickets.redeem(ticket)).toBe(true);
  expect(tickets.redeem(ticket)).toBe(false);
  pass(60_000);
  expect(onEnded).toHaveBeenCalledExactlyOnceWith('used');
});

it('[HG4] is good for 30 seconds', () => {
  const { tickets, pass } = useTickets();
  const onEnded = vi.fn();
  const [first, second] = [tickets.issue(onEnded), tickets.issue(onEnded)];
  pass(29_999);
  expect(tickets.redeem(first)).toBe(true);
  pass(1);
  expect(tickets.redeem(second)).toBe(false);
  expect(onEnded.mock.calls).toEqual([['used'], ['expired']]);
});

it('is no good where it never was one', () => {
  const { tickets } = useTickets();
  tickets.issue(() => undefined);
  for (const ticket of ['', '0', 'constructor', '0'.repeat(64)]) {
    expect(tickets.redeem(ticket)).toBe(false);
  }
});

it('ends with the others', () => {
  const { tickets } = useTickets();
  const onEnded = vi.fn();
  const ticket = tickets.issue(onEnded);
  tickets.close();
  expect(tickets.redeem(ticket)).toBe(false);
  expect(onEnded).toHaveBeenCalledExactlyOnceWith('closed');
});
