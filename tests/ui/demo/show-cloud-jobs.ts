import type { JobSummary, TranscribeJob } from '@contract/api';
import type { ErrorCode } from '@core/errors/error-codes';
import { type ErrorData, errorToJson, StudioError } from '@core/errors/studio-error';
import type { DemoJobs } from './demo-jobs';

const hourMs = 3_600_000;

/** Jobs of the cloud with what may be said of each, to look at; none of them moves. */
export function showCloudJobs(jobs: DemoJobs, projectId: string): void {
  const now = Date.now();
  const say = (code: ErrorCode, data: ErrorData = {}): NonNullable<JobSummary['remark']> =>
    errorToJson(new StudioError(code, 'shown', { data }));
  const show = (id: string, title: string, rest: Partial<TranscribeJob>): void =>
    jobs.show({
      kind: 'transcribe',
      ...{ id, projectId, title, engine: 'file', language: 'zh', state: 'running' },
      ...{ stage: 'waiting', fraction: 0.55, queuedAtMs: now - 400_000, startedAtMs: now - 95_000 },
      ...{ sentenceCount: 0, notices: [] },
      ...rest,
    });
  const task = (hours: number): Pick<JobSummary, 'taskId' | 'taskAtMs'> => ({
    taskId: '4b56f0c4b7e611e88f34c33c2a600000',
    taskAtMs: now - hours * hourMs,
  });
  show('cloud-unanswered', 'Council meeting', {
    ...task(0.2),
    retrying: say('engine/task-unanswered', {
      taskId: '4b56f0c4b7e611e88f34c33c2a600000',
      minutes: 3,
      why: 'filetrans.cn-shanghai.aliyuncs.com: HTTP 429, text/html',
    }),
  });
  show('cloud-ends', '市民热线录音', {
    ...task(1),
    remark: say('storage/link-ends-early', {
      ...{ time: '2026-05-14T14:42:00Z', hours: 5, minutes: 12 },
    }),
  });
  show('cloud-expired', 'Choir rehearsal', { ...task(80), state: 'paused' });
  show('cloud-mended', 'Harbour interview', {
    ...{ ...task(0.5), state: 'done', fraction: 1, sentenceCount: 240, endedAtMs: now - 20_000 },
    notices: [
      { kind: 'sentences-mended', beginMs: 61_000, endMs: 74_500, count: 2 },
      { kind: 'words-mended', beginMs: 90_000, endMs: 91_200, count: 1 },
      { kind: 'entries-unreadable', beginMs: 120_000, endMs: 124_000, count: 1 },
    ],
  });
  show('cloud-charged', 'Board call', {
    ...{ engine: 'flash', stage: 'uploading', fraction: 0.3 },
    remark: say('engine/charged-twice', { reason: 'ECONNRESET' }),
  });
  show('cloud-unknown-end', 'Budget meeting', {
    ...task(0.1),
    remark: say('storage/link-end-unknown'),
  });
  show('cloud-regions', '季度总结会', {
    ...{ stage: 'uploading', fraction: 0.1 },
    remark: say('storage/link-across-regions', {
      ...{ bucketRegion: 'cn-beijing', region: 'cn-shanghai' },
    }),
  });
}
