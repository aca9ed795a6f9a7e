import { StudioError, toStudioError } from '@core/errors/studio-error';
import { recognitionRateHz } from '../engine';
import { cancelledError } from './abort';
import type { EngineChild, ReplyTo } from './child-process';
import type { Align, LoadRecogniser, Recognise } from './protocol';

/** How long a child may be silent before it counts as stuck. */
export interface Watchdog {
  readonly loadMs: number;
  readonly requestMs: number;
  /** Added for each second of sound in the request. */
  readonly perAudioSecondMs: number;
}

/**
 * Far above anything measured (load 2 s, recognition 0.1 s for a second of sound on one busy
 * core): a slow machine must not lose work, a stuck child must not wait for a person.
 */
export const generousWatchdog: Watchdog = {
  loadMs: 60_000,
  requestMs: 15_000,
  perAudioSecondMs: 6000,
};

export type PoolRequest = Omit<Recognise, 'id'> | Omit<Align, 'id'>;

export interface WorkerPoolOptions {
  readonly spawn: () => EngineChild;
  readonly load: Omit<LoadRecogniser, 'id'>;
  /** Most children at a time; each after the first starts when work waits for it. */
  readonly workers: number;
  readonly watchdog: Watchdog;
  readonly log: (line: string) => void;
}

interface Task {
  readonly body: PoolRequest;
  readonly resolve: (reply: ReplyTo<PoolRequest>) => void;
  readonly reject: (error: StudioError) => void;
  attempts: number;
  settled: boolean;
}

interface Worker {
  readonly child: EngineChild;
  state: 'loading' | 'idle' | 'busy';
  task: Task | undefined;
}

/** Tries of one piece of work, and of loading, before its failure is reported. */
const attemptLimit = 2;

/**
 * Recogniser children behind one queue. The first starts with {@link warmUp} or the first request,
 * others when requests wait and no child is about to be free, so that a short recording pays for
 * one model load. Work whose child died is tried once more in a fresh one.
 */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #waiting: Task[] = [];
  readonly #workers = new Set<Worker>();
  #limit: number;
  #failedLoads = 0;
  #disposed = false;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
    this.#limit = options.workers;
  }

  /** Number of living children. */
  get size(): number {
    return this.#workers.size;
  }

  /** Begins to load the first child, to be ready when the first request comes. */
  warmUp(): void {
    if (this.#workers.size === 0 && !this.#disposed) this.#startWorker();
  }

  /**
   * Has one request answered by whichever child is free first.
   * @throws StudioError `job/cancelled` at once when `signal` aborts (a child at work on it is
   *   killed); `engine/worker-failed` when two children in a row died of it; the child's own
   *   error, such as `model/corrupt`, otherwise
   */
  run<Body extends PoolRequest>(body: Body, signal: AbortSignal): Promise<ReplyTo<Body>> {
    return new Promise((resolve, reject) => {
      if (signal.aborted || this.#disposed) {
        reject(cancelledError());
        return;
      }
      const settle = (act: () => void): void => {
        if (task.settled) return;
        task.settled = true;
        signal.removeEventListener('abort', cancel);
        act();
      };
      const task: Task = {
        body,
        resolve: (reply) => settle(() => resolve(reply as ReplyTo<Body>)),
        reject: (error) => settle(() => reject(error)),
        attempts: 0,
        settled: false,
      };
      const cancel = (): void => {
        task.reject(cancelledError());
        this.#drop(task);
      };
      signal.addEventListener('abort', cancel, { once: true });
      this.#waiting.push(task);
      this.#assignWaiting();
    });
  }

  /** Ends all children; open requests fail with `job/cancelled`. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    this.#rejectWaiting(cancelledError());
    const workers = [...this.#workers];
    this.#workers.clear();
    for (const worker of workers) {
      worker.task?.reject(cancelledError());
      worker.child.kill();
    }
    await Promise.all(workers.map((worker) => worker.child.exited));
  }

  #drop(task: Task): void {
    const index = this.#waiting.indexOf(task);
    if (index !== -1) this.#waiting.splice(index, 1);
    for (const worker of this.#workers) {
      if (worker.task === task) this.#end(worker);
    }
  }

  #end(worker: Worker): void {
    this.#workers.delete(worker);
    worker.child.kill();
  }

  #assignWaiting(): void {
    while (this.#waiting.length > 0 && !this.#disposed) {
      const workers = [...this.#workers];
      const idle = workers.find((worker) => worker.state === 'idle');
      const loading = workers.filter((worker) => worker.state === 'loading').length;
      if (idle !== undefined) void this.#work(idle, this.#waiting.shift()!);
      else if (workers.length < this.#limit && this.#waiting.length > loading) {
        this.#startWorker();
      } else return;
    }
  }

  #startWorker(): void {
    const worker: Worker = { child: this.#options.spawn(), state: 'loading', task: undefined };
    this.#workers.add(worker);
    void worker.child.exited.then(() => {
      if (this.#workers.delete(worker)) this.#assignWaiting();
    });
    void this.#load(worker);
  }

  async #load(worker: Worker): Promise<void> {
    const { load, watchdog } = this.#options;
    try {
      await worker.child.request(load, watchdog.loadMs);
      this.#failedLoads = 0;
      worker.state = 'idle';
    } catch (thrown) {
      this.#end(worker);
      if (this.#disposed) return;
      this.#meetFailedLoad(toStudioError(thrown));
    }
    this.#assignWaiting();
  }

  #meetFailedLoad(error: StudioError): void {
    this.#failedLoads += 1;
    const isFinal = !isChildFault(error) || this.#failedLoads >= attemptLimit;
    if (!isFinal) return;
    this.#failedLoads = 0;
    const working = [...this.#workers].filter((worker) => worker.state !== 'loading').length;
    if (working === 0) {
      this.#rejectWaiting(isChildFault(error) ? asWorkerFailure(error) : error);
      return;
    }
    // Most likely memory for one more model is lacking; the work goes on with those that run.
    this.#limit = working;
    this.#options.log(`going on with ${working} recognition process(es)`);
  }

  async #work(worker: Worker, task: Task): Promise<void> {
    worker.state = 'busy';
    worker.task = task;
    task.attempts += 1;
    try {
      const reply = await worker.child.request(task.body, this.#timeoutOf(task.body));
      this.#free(worker);
      task.resolve(reply);
    } catch (thrown) {
      const error = toStudioError(thrown);
      if (isChildFault(error)) this.#end(worker);
      else this.#free(worker);
      if (!isChildFault(error)) task.reject(error);
      else if (task.attempts >= attemptLimit) task.reject(asWorkerFailure(error));
      else if (!task.settled) {
        this.#options.log(`a recognition process failed (${describeEnd(error)}); trying once more`);
        this.#waiting.unshift(task);
      }
    }
    this.#assignWaiting();
  }

  #free(worker: Worker): void {
    worker.state = 'idle';
    worker.task = undefined;
  }

  #rejectWaiting(error: StudioError): void {
    for (const task of this.#waiting.splice(0)) task.reject(error);
  }

  #timeoutOf(body: PoolRequest): number {
    return timeoutFor(this.#options.watchdog, body.samples.length);
  }
}

/** Time a child may take over a request with so many samples at 16 kHz, in ms. */
export function timeoutFor(watchdog: Watchdog, sampleCount: number): number {
  return watchdog.requestMs + (sampleCount / recognitionRateHz) * watchdog.perAudioSecondMs;
}

/** Whether a failure may pass in a fresh child: its end, or an error nobody expected in it. */
export function isChildFault(error: StudioError): boolean {
  return error.code === 'engine/worker-failed' || error.code === 'internal';
}

/** The failure of the last try, under the code that callers know. */
export function asWorkerFailure(error: StudioError): StudioError {
  if (error.code === 'engine/worker-failed') return error;
  return new StudioError('engine/worker-failed', 'A recognition process failed', {
    data: { ...error.data, reason: 'error' },
    cause: error,
  });
}

function describeEnd({ data }: StudioError): string {
  return JSON.stringify({
    reason: data['reason'],
    exitCode: data['exitCode'],
    signal: data['signal'],
  });
}
