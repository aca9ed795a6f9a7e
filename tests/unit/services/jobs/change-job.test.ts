import { expect, it } from 'vitest';
import { advanceJob, makeJob } from '../../../../electron/services/jobs/change-job';

const step = { fraction: 0.5, notices: [] };
const job = makeJob(
  'j1',
  'Talk',
  { kind: 'transcribe', projectId: 'p1', engine: 'file', language: 'zh' },
  0,
);

it('says nothing of the rest while a service works, whose queue nobody knows', () => {
  const uploading = advanceJob(job, { ...step, stage: 'uploading' }, 40_000);
  expect(uploading.remainingMs).toBe(40_000);
  expect(advanceJob(uploading, { ...step, stage: 'waiting' }, 300_000)).not.toHaveProperty(
    'remainingMs',
  );
});

it('does not keep an estimate that is not made any more', () => {
  const uploading = advanceJob(job, { ...step, stage: 'uploading' }, 40_000);
  const stalled = advanceJob(uploading, { ...step, stage: 'uploading' }, undefined);
  expect(stalled).not.toHaveProperty('remainingMs');
});

it('never goes back', () => {
  const half = advanceJob(job, { ...step, stage: 'uploading' }, undefined);
  expect(advanceJob(half, { ...step, fraction: 0.2, stage: 'uploading' }, undefined)).toMatchObject(
    {
      fraction: 0.5,
    },
  );
});
