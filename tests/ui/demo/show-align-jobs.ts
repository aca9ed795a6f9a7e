import type { AlignJob } from '@contract/api';
import { errorToJson, StudioError } from '@core/errors/studio-error';
import type { DemoJobs } from './demo-jobs';

/** Jobs that re-align words, to look at; none of them moves. */
export function showAlignJobs(jobs: DemoJobs, projectId: string): void {
  const now = Date.now();
  const show = (id: string, title: string, rest: Partial<AlignJob>): void =>
    jobs.show({
      kind: 'align',
      ...{ id, projectId, title, engine: 'local', language: 'en', state: 'running' },
      ...{ stage: 'aligning', fraction: 0.37, queuedAtMs: now - 9_000, startedAtMs: now - 8_000 },
      ...{ sentenceCount: 0, notices: [] },
      ...rest,
    });
  const ended = { endedAtMs: now - 3_000 };
  show('align-running', 'Harbour interview', {
    sentenceCount: 88,
    remainingMs: 14_000,
  });
  show('align-typing', 'Lecture 4: tides', { stage: 'typing', fraction: 0.99, sentenceCount: 239 });
  show('align-done', 'Call with the museum', {
    ...{ state: 'done', fraction: 1, sentenceCount: 3, ...ended },
    notices: [
      { kind: 'text-changed', beginMs: 61_000, endMs: 64_500 },
      { kind: 'not-placed', beginMs: 73_200, endMs: 75_900 },
    ],
  });
  show('align-failed', '旧桥访谈', {
    ...{ state: 'failed', fraction: 0, ...ended },
    error: errorToJson(
      new StudioError('engine/cannot-align', 'shown', {
        data: { language: 'zh', engine: 'local' },
      }),
    ),
  });
}
