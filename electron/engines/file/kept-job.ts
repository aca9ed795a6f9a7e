import type { JsonValue } from '@core/errors/studio-error';
import type { EngineContext } from '../engine';
import { type FileJob, readFileJob } from './file-job';

/** How far a job is: in memory, and kept for another run of the program where that is wished. */
export class KeptJob {
  readonly #context: Pick<EngineContext, 'keep'>;
  #job: FileJob;

  constructor(context: Pick<EngineContext, 'keep' | 'kept'>) {
    this.#context = context;
    this.#job = readFileJob(context.kept) ?? {};
  }

  read(): FileJob {
    return this.#job;
  }

  /** For this run only. */
  note(facts: Partial<FileJob>): void {
    this.#job = { ...this.#job, ...facts };
  }

  /** @throws Error as `EngineContext.keep` */
  async keep(job: FileJob): Promise<void> {
    this.#job = job;
    // A bucket's name alone is nothing to go on from.
    const work = { ...job, bucket: undefined };
    const isNothing = Object.values(work).every((value) => value === undefined);
    // As it will be read: without the fields that have no value.
    await this.#context.keep?.(isNothing ? null : (JSON.parse(JSON.stringify(job)) as JsonValue));
  }

  /** The task is not asked for again, in another run neither. @throws Error as {@link keep} */
  forgetTask(): Promise<void> {
    return this.keep({
      ...this.#job,
      ...{ taskId: undefined, submittedAtMs: undefined, service: undefined },
    });
  }
}
