import type { JobSummary, TranscribeJob } from '@contract/api';
import { errorToJson, StudioError } from '@core/errors/studio-error';
import { createVendorError } from '@isi/create-vendor-error';
import type { DemoJobs } from './demo-jobs';

/** One job of each kind, to look at; none of them moves. */
export function showJobs(jobs: DemoJobs, projectId: string): void {
  const now = Date.now();
  const job = (id: string, title: string, rest: Partial<TranscribeJob>): JobSummary => ({
    kind: 'transcribe',
    id,
    projectId,
    title,
    engine: 'local',
    language: 'en',
    model: 'base',
    state: 'queued',
    fraction: 0,
    queuedAtMs: now - 400_000,
    sentenceCount: 0,
    notices: [],
    ...rest,
  });
  const began = { startedAtMs: now - 95_000 };
  const ended = { ...began, endedAtMs: now - 20_000 };
  jobs.show(
    job('shown-done', 'Harbour interview', {
      ...ended,
      state: 'done',
      fraction: 1,
      sentenceCount: 240,
      notices: [{ kind: 'other-language', beginMs: 61_000, endMs: 74_500 }],
    }),
  );
  jobs.show(
    job('shown-failed', 'Call with the museum', {
      ...ended,
      state: 'failed',
      fraction: 0.42,
      sentenceCount: 31,
      error: errorToJson(
        new StudioError('engine/worker-failed', 'shown', { data: { reason: 'SIGKILL' } }),
      ),
    }),
  );
  jobs.show(
    job('shown-cancelled', '旧桥访谈', {
      ...ended,
      state: 'cancelled',
      fraction: 0.7,
      sentenceCount: 120,
    }),
  );
  jobs.show(
    job('shown-running', 'Lecture 4: tides', {
      ...began,
      projectId: 'other-1',
      state: 'running',
      stage: 'transcribing',
      fraction: 0.37,
      remainingMs: 162_000,
      sentenceCount: 226,
    }),
  );
  jobs.show(
    job('shown-waiting', 'Council meeting', {
      ...began,
      engine: 'file',
      language: 'zh',
      state: 'running',
      stage: 'waiting',
      fraction: 0.55,
      taskId: '4b56f0c4b7e611e88f34c33c2a600000',
      taskAtMs: now - 80_000,
      retrying: errorToJson(
        new StudioError('network/unreachable', 'shown', {
          data: { host: 'filetrans.cn-shanghai.aliyuncs.com', reason: 'ECONNRESET' },
        }),
      ),
    }),
  );
  jobs.show(
    job('shown-expired', 'Choir rehearsal', {
      ...began,
      engine: 'file',
      language: 'zh',
      state: 'paused',
      stage: 'waiting',
      fraction: 0.55,
      taskId: '9d1ee9b4c0a711e88f34c33c2a600000',
      taskAtMs: now - 80 * 3_600_000,
    }),
  );
  jobs.show(
    job('shown-refused', 'Board call', {
      ...ended,
      engine: 'flash',
      language: 'en',
      state: 'failed',
      stage: 'uploading',
      fraction: 0.2,
      error: errorToJson(
        createVendorError({ service: 'flash', code: 40000001, text: 'Gateway:ACCESS_DENIED' }),
      ),
    }),
  );
  jobs.show(
    job('shown-left', 'Budget meeting', {
      ...ended,
      engine: 'file',
      language: 'zh',
      state: 'done',
      fraction: 1,
      sentenceCount: 182,
      remark: errorToJson(
        new StudioError('storage/not-deleted', 'shown', {
          data: { keys: 'isi/20260115-4f2a9c.wav', reason: 'AccessDenied' },
        }),
      ),
    }),
  );
  const paused = { ...began, state: 'paused' as const };
  jobs.show(
    job('shown-paused', 'Choir rehearsal', {
      ...paused,
      fraction: 0.4,
      sentenceCount: 38,
      beginsAnew: true,
    }),
  );
  jobs.show(
    job('shown-held', '市民热线录音', {
      ...paused,
      engine: 'file',
      language: 'zh',
      stage: 'waiting',
      fraction: 0.55,
    }),
  );
  jobs.show(job('shown-queued', 'A recording with a long name that has to be cut somewhere', {}));
}
