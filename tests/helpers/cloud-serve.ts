import type { JobSummary } from '@contract/api';
import { createClient, type StudioClient } from '@contract/client';
import { createHttpTransport, type HttpTransport } from '../../renderer/src/client/http-transport';
import { makeHostFetch } from './host-fetch';
import { type ServingZimu, startServe } from './start-serve';

/** A `zimu serve` of its own process with a client, and all that the client was sent. */
export interface CloudServe {
  readonly serving: ServingZimu;
  readonly client: StudioClient;
  /** Everything that came over the transport so far, calls and events. */
  readonly heard: () => string;
  /** The job once it is as asked. */
  readonly untilJob: (isIt: (job: JobSummary) => boolean) => Promise<JobSummary>;
  /** Starts a job on the first project. */
  readonly start: (engine: string) => Promise<JobSummary>;
  readonly kill: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Starts the program on a data folder in `cwd`, with recordings to open. */
export async function startCloudServe(
  words: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<CloudServe> {
  const serving = await startServe(words, options);
  let heard = '';
  const ask = makeHostFetch(() => serving.url);
  const transport: HttpTransport = createHttpTransport({
    fetch: async (path, init) => {
      const response = await ask(path, init);
      void listen(response.clone(), (text) => (heard += text));
      return response;
    },
    retryMs: 50,
  });
  const client = createClient(transport);
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    transport.close();
    serving.child.kill(signal);
    await serving.ended;
  };
  return {
    serving,
    client,
    heard: () => heard,
    untilJob: async (isIt) => {
      for (;;) {
        const jobs = await client.call('jobs.list', {});
        const found = jobs.find(isIt);
        if (found !== undefined) return found;
        await new Promise<void>((fulfil) => {
          const off = client.on('job.changed', () => {
            off();
            clearTimeout(timer);
            fulfil();
          });
          const timer = setTimeout(() => {
            off();
            fulfil();
          }, 100);
        });
      }
    },
    start: async (engine) => {
      const [{ id: projectId } = { id: '' }] = await client.call('projects.list', {});
      return client.call('jobs.start', { projectId, engine, language: 'zh' });
    },
    kill: () => stop('SIGKILL'),
    end: () => stop('SIGTERM'),
  };
}

async function listen(response: Response, onText: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for await (const piece of response.body ?? []) onText(decoder.decode(piece, { stream: true }));
  } catch {
    // The program was ended.
  }
}
