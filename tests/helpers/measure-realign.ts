import { join, resolve } from 'node:path';
import { diffRecords } from '../../electron/core/edits/make-diff';
import type { EventName, JobSummary } from '../../electron/contract/api';
import { createWorkspace } from '../../electron/services/create-workspace';
import { createMemorySecretStore } from '../../electron/services/credentials/memory-secret-store';
import { findFolders } from '../../electron/services/settings/folders';

const root = resolve(import.meta.dirname, '../..');

export interface MeasureRealign {
  /** A recording of a few seconds of speech. */
  readonly clip: string;
  /** The clip over and over. */
  readonly recording: string;
  /** Where in it the clip begins whose first sentence is aligned. */
  readonly offsetMs: number;
  /** For the data of the studio. */
  readonly folder: string;
  readonly runs: number;
}

/**
 * Re-aligns one sentence of a long recording again and again, for the benchmark.
 * @returns ms from the order to the end of each job, and where the sentence lies
 */
export async function measureRealign({ clip, recording, offsetMs, folder, runs }: MeasureRealign) {
  const env = { ...process.env, ZIMU_HOME: join(folder, 'home') };
  let onEnd: (job: JobSummary) => void = () => undefined;
  const workspace = await createWorkspace({
    folders: findFolders({ env, platform: process.platform, homeDirectory: folder }),
    env,
    resourcesDirectory: resolve(root, 'resources'),
    engineChildScript: resolve(root, 'out/main/engine-child.js'),
    byteUrl: (path) => `http://127.0.0.1/bytes/${path}`,
    publish: (name: EventName, payload: unknown) => {
      const job = payload as JobSummary;
      if (name === 'job.changed' && 'endedAtMs' in job) onEnd(job);
    },
    secrets: createMemorySecretStore(),
    log: () => undefined,
  });
  const { projects, jobs } = workspace;
  const { signal } = new AbortController();
  const run = async (order: Parameters<typeof jobs.start>[0]): Promise<number> => {
    const beganMs = performance.now();
    const ended = new Promise<JobSummary>((fulfil) => (onEnd = fulfil));
    await jobs.start(order);
    const { state, error } = await ended;
    if (state !== 'done') throw new Error(`the job ended ${state}: ${error?.code ?? ''}`);
    return performance.now() - beganMs;
  };
  try {
    const { id: clipId } = await projects.openFile(clip, signal);
    await run({ projectId: clipId, engine: 'local', language: 'en' });
    const [heard] = (await projects.read(clipId)).sentences;
    const [beginMs, endMs] = [heard!.beginMs + offsetMs, heard!.endMs + offsetMs];
    const words = heard!.words.map((word) => {
      return { ...word, beginMs, endMs: beginMs, timing: 'estimated' as const };
    });
    const added = [{ ...heard!, beginMs, endMs, words }];
    const { id: projectId } = await projects.openFile(recording, signal);
    const diff = diffRecords('sentences', { added });
    await projects.edit({ projectId, origin: 'bench', label: 'setText', diff });
    const tookMs: number[] = [];
    for (let count = 0; count < runs; count += 1) {
      tookMs.push(await run({ kind: 'align', projectId, sentenceIds: [heard!.id] }));
    }
    return { tookMs, beginMs, endMs };
  } finally {
    await workspace.dispose();
  }
}
