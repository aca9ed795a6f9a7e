import type { TranscribeJob } from '@contract/api';
import type { DemoJobs } from './demo-jobs';

/** Jobs that met sound too quiet to be heard: all of one recording, and a stretch of another. */
export function showQuietJobs(jobs: DemoJobs, projectId: string): void {
  const now = Date.now();
  const show = (id: string, title: string, rest: Partial<TranscribeJob>): void =>
    jobs.show({
      kind: 'transcribe',
      ...{ id, projectId, title, engine: 'local', language: 'en', model: 'base' },
      ...{ state: 'done', fraction: 1, sentenceCount: 0, notices: [], queuedAtMs: now - 100_000 },
      ...{ startedAtMs: now - 95_000, endedAtMs: now - 20_000 },
      ...rest,
    });
  show('quiet-all', 'Harbour interview', {
    notices: [{ kind: 'too-quiet', beginMs: 0, endMs: 900_000 }],
  });
  show('quiet-part', '旧桥访谈', {
    sentenceCount: 182,
    notices: [{ kind: 'too-quiet', beginMs: 184_000, endMs: 241_500 }],
  });
}
