import type { JobSummary } from '@contract/api';
import { describeThrown } from '@core/errors/studio-error';
import type { WorkEvent } from '@core/jobs/job-event';
import type { Studio } from '../studio';
import type { JobList } from './job-list';

/** Removes what jobs that will not go on have left, on a server say. */
export class Leftovers {
  readonly #list: JobList;
  readonly #studio: Pick<Studio, 'discard'>;
  readonly #log: (line: string) => void;
  readonly #removals = new Set<Promise<void>>();

  constructor(list: JobList, studio: Pick<Studio, 'discard'>, log: (line: string) => void) {
    this.#list = list;
    this.#studio = studio;
    this.#log = log;
  }

  /** By what its engine kept, which is then forgotten. Never rejects. */
  async discard(job: JobSummary): Promise<void> {
    const kept = this.#list.takeKept(job.id);
    if (kept === undefined) return;
    const report = (event: WorkEvent): void => {
      // One that was dismissed has nobody to tell any more; the engine's log has it.
      if (this.#list.has(job.id)) this.#list.report(job.id, event);
    };
    const removal = this.#studio.discard(job, kept, report).catch((thrown: unknown) => {
      this.#log(`jobs: ${describeThrown(thrown)}`);
    });
    this.#removals.add(removal);
    await removal;
    this.#removals.delete(removal);
  }

  /** Fulfilled when all that was begun is done. */
  async settle(): Promise<void> {
    await Promise.all(this.#removals);
  }
}
