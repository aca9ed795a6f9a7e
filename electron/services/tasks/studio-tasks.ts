import { join } from 'node:path';
import type { RemarkEvent } from '@core/jobs/job-event';
import { fetchTask } from '../cloud/fetch-task';
import type { StudioCloud } from '../cloud/create-cloud-access';
import { writeText } from '../files/write-text';
import type { Studio, StudioTasks } from '../studio';
import { identifyWork } from './identify-work';
import { createTaskStore } from './task-store';
import { transcribeResumably } from './transcribe-resumably';

export interface StudioTasksOptions extends Pick<Studio, 'transcribe' | 'discard'> {
  readonly cloud: StudioCloud;
  /** The data folder. */
  readonly home: string;
  readonly log: (line: string) => void;
}

/** @returns also what the files of kept work are named in */
export function createStudioTasks({
  cloud,
  home,
  transcribe,
  discard,
  log,
}: StudioTasksOptions): StudioTasks & { readonly readAllKept: () => Promise<string> } {
  const store = createTaskStore({ folder: join(home, 'tasks'), now: cloud.now, log });

  /** Nobody came back for them within the life of a task: nothing of them stays in the bucket. */
  const sweep = async (): Promise<void> => {
    const tell = ({ error }: RemarkEvent): void => log(`tasks: ${error.message}`);
    for (const { engine, state } of await store.takeExpired()) {
      await discard({ engine }, state, tell);
    }
  };

  return {
    readAllKept: () => store.readAll(),
    async transcribeResumably(recording, { source, startsAnew, onLeave, ...options }, listener) {
      const { engine, appkeyId, parameters } = options;
      const place = cloud.findTaskPlace(appkeyId);
      const described = { audio: recording.audio, engine, ...place, parameters };
      const held = await store.hold(await identifyWork(described, listener.signal), source);
      try {
        await sweep();
        const run = await transcribeResumably(
          {
            ...{ held, source, engine, startsAnew, onLeave, discard, log },
            transcribe: (resuming) => transcribe(recording, options, resuming),
          },
          listener,
        );
        return { ...run, release: () => held.release() };
      } catch (thrown) {
        await held.release();
        throw thrown;
      }
    },
    async fetchTask(asked) {
      const { taskId } = asked;
      const reply = await fetchTask(cloud, asked);
      const replyPath = join(home, 'replies', `${taskId}.json`);
      await writeText(replyPath, reply, 'output/unwritable');
      const found = await store.find(taskId);
      return {
        ...{ reply, replyPath, source: found?.task.source },
        finish: async () => {
          if (found === undefined || !(await store.forget(found.name))) return;
          const { engine, state } = found.task;
          await discard({ engine }, state);
        },
      };
    },
  };
}
