import type { TaskOutcome } from './process-task';

/** What a callback tells besides the outcome. */
export interface CallbackFrame {
  readonly taskId: string;
  readonly version: string;
  readonly requestMs: number;
  readonly solveMs: number;
}

/** Posts a task's outcome to the client's address (protocol §3.3); failures are nobody's concern. */
export async function sendCallback(
  address: string,
  outcome: TaskOutcome,
  frame: CallbackFrame,
  signal: AbortSignal,
): Promise<void> {
  try {
    await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(buildCallback(outcome, frame)),
      signal,
    });
  } catch {
    // The client asked for a call that it does not take.
  }
}

/** The body of a callback: camel case for version 4.0, snake case with a bare list for 2.0. */
export function buildCallback(
  { code, text, durationMs, result }: TaskOutcome,
  { taskId, version, requestMs, solveMs }: CallbackFrame,
): Readonly<Record<string, unknown>> {
  const fields = {
    TaskId: taskId,
    StatusCode: code,
    StatusText: text,
    RequestTime: requestMs,
    SolveTime: solveMs,
    BizDuration: durationMs,
  };
  if (version === '4.0') return { Result: result ?? { Sentences: [] }, ...fields };
  return rename({ result: result?.['Sentences'] ?? [], ...fields });
}

function renameAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renameAll);
  if (value === null || typeof value !== 'object') return value;
  return rename(value);
}

function rename(value: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      name.replace(/(?!^)[A-Z]/g, '_$&').toLowerCase(),
      renameAll(held),
    ]),
  );
}
