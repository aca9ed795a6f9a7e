import { omitUndefined } from '@core/omit-undefined';
import { describeThrown, type JsonValue, StudioError } from '@core/errors/studio-error';
import type { JobOutcome } from '../jobs/transcribe-recording';
import type { JobListener, ResumableOutcome, Studio } from '../studio';
import type { HeldTask, KeptTask } from './task-store';

export interface ResumableWork {
  readonly held: HeldTask;
  /** The recording as a person named it. */
  readonly source: string;
  readonly engine: string;
  /** Leaves alone what an earlier run kept. */
  readonly startsAnew: boolean;
  readonly discard: Studio['discard'];
  readonly log: (line: string) => void;
  /** Told the id of a task that is left alone. */
  readonly onLeave: (taskId: string) => void;
  readonly transcribe: (listener: JobListener) => Promise<JobOutcome>;
}

/**
 * Runs work that outlives this process: what it can go on from is kept at each step, so that neither
 * an interrupt nor the end of the process loses a task that was paid for. Where a person stops it
 * before a task was handed in, what it left is removed.
 */
export async function transcribeResumably(
  work: ResumableWork,
  listener: JobListener,
): Promise<ResumableOutcome> {
  const { held, source, engine, startsAnew, discard, log, transcribe } = work;
  let kept: JsonValue | undefined = held.kept?.state;
  if (startsAnew && held.kept !== undefined) {
    await leave(held.kept, work, listener);
    kept = undefined;
  }
  const stop = new AbortController();
  const onStop = (): void =>
    stop.abort(new StudioError('job/interrupted', 'the person stopped the command'));
  if (listener.signal.aborted) onStop();
  else listener.signal.addEventListener('abort', onStop, { once: true });
  const keep = async (state: JsonValue): Promise<void> => {
    kept = state ?? undefined;
    // A paid task goes on, whether or not the disk takes its id: that is on the screen.
    await (
      state === null ? held.remove() : held.keep({ source, engine, ...nameTask(state), state })
    ).catch((thrown: unknown) => log(`tasks: ${describeThrown(thrown)}`));
  };
  const outcome = await transcribe({
    ...listener,
    signal: stop.signal,
    ...omitUndefined({ kept }),
    keep,
  });
  listener.signal.removeEventListener('abort', onStop);
  if (outcome.state === 'cancelled' && kept !== undefined && nameTask(kept).taskId === undefined) {
    await discard({ engine }, kept, listener.report);
    await keep(null);
  }
  return {
    outcome,
    kept: kept === undefined ? undefined : { taskId: undefined, ...nameTask(kept) },
    finish: () => keep(null),
  };
}

async function leave(
  { state, engine }: KeptTask,
  { held, discard, onLeave }: ResumableWork,
  { report }: JobListener,
): Promise<void> {
  const { taskId } = nameTask(state);
  if (taskId !== undefined) onLeave(taskId);
  await discard({ engine }, state, report);
  await held.remove();
}

/** Engines keep the id of their task under this name (`EngineContext.keep`). */
function nameTask(state: JsonValue): { readonly taskId?: string } {
  if (typeof state !== 'object' || state === null || !('taskId' in state)) return {};
  const { taskId } = state;
  return typeof taskId === 'string' ? { taskId } : {};
}
