import { createVendorError } from '@isi/create-vendor-error';
import { StudioError } from '@core/errors/studio-error';
import { expect, it } from 'vitest';
import {
  chooseNextStep,
  type FailedTask,
  listTriedSteps,
} from '../../../../electron/engines/file/choose-next-step';
import { readFileJob } from '../../../../electron/engines/file/file-job';

const failed = (code: number, parts: Partial<FailedTask> = {}): FailedTask => ({
  error: createVendorError({ service: 'file', code }),
  last: { state: 'failed', text: '', reply: { StatusCode: code } },
  taskCount: 1,
  isFromEarlier: false,
  triedSteps: [],
  ...parts,
});

it.each([
  [51050005, 'submit'],
  // Unknown, but of the family of the service's own faults (protocol §3.4).
  [59999999, 'submit'],
  [41050002, 'submit'],
  [41050025, 'submit'],
  [41050024, 'upload'],
  [41050008, 'give-up'],
  [41050010, 'give-up'],
  [41050103, 'give-up'],
  [40000010, 'give-up'],
])('after %i: %s', (code, step) => {
  expect(chooseNextStep(failed(code))).toBe(step);
  expect(chooseNextStep(failed(code, { taskCount: 3 }))).toBe('give-up');
});

it('tries a fault of the service more often than a link or an upload', () => {
  for (const [code, again] of [
    [51050005, 'submit'],
    [41050002, 'give-up'],
    [41050024, 'give-up'],
  ] as const) {
    const first = failed(code);
    const triedSteps = listTriedSteps(first.error);
    expect(chooseNextStep({ ...first, taskCount: 2, triedSteps })).toBe(again);
  }
});

it('hands a task in anew that the service forgot since an earlier run', () => {
  expect(chooseNextStep(failed(41050010, { isFromEarlier: true }))).toBe('submit');
});

it('gives up on what is no failure of the task', () => {
  for (const code of ['network/unreachable', 'credentials/missing', 'job/cancelled'] as const) {
    const error = new StudioError(code, 'as told');
    expect(chooseNextStep(failed(51050005, { error, last: undefined }))).toBe('give-up');
  }
});

it('reads what an earlier run kept, and nothing else', () => {
  const checkpoint = {
    ...{ key: 'k', fileSizeBytes: 1, modifiedMs: 1.5, partBytes: 1, uploadId: 'u' },
    doneParts: [{ number: 1, etag: 'e' }],
  };
  const encoded = { name: '1.a', beginMs: 0, endMs: 5, sourceBytes: 9 };
  const bucket = { bucket: 'b', region: 'cn-shanghai', origin: 'http://localhost:9000' };
  const service = 'https://filetrans.cn-beijing.aliyuncs.com';
  const jobs = [
    {},
    { key: 'k', checkpoint, encoded },
    { key: 'k', bucket, checkpoint, encoded },
    { uploadedKey: 'k', taskId: 't' },
    { uploadedKey: 'k', bucket, taskId: 't', service },
  ];
  for (const job of jobs) {
    expect(readFileJob(JSON.parse(JSON.stringify(job)))).toEqual(job);
  }
  const others = [
    ...[undefined, null, 5, { taskId: '' }, { checkpoint: {} }, { encoded: 'x' }],
    ...[{ bucket: { bucket: 'b' } }, { service: 'file:///etc/passwd' }],
  ];
  for (const other of others) {
    expect(readFileJob(other)).toBeUndefined();
  }
});
