import { writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeWav } from '../../helpers/make-wav';
import { runInProcess } from '../../helpers/run-in-process';
import type { ZimuRun } from '../../helpers/run-zimu';
import { useCliFolder } from '../../helpers/use-cli-folder';
import { useCloud } from '../../helpers/use-cloud';

const cloud = useCloud({ queueingQueries: 0, runningQueries: 0 });
const { path, inFolder } = useCliFolder();

beforeEach(() => {
  cloud.simulator.set({ nextSubmit: [], nextFlash: [], nextTask: [], nextResult: [] });
  writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 2_000 }));
});

const transcribe = (
  engine: 'flash' | 'file',
  changes: Readonly<Record<string, string | undefined>>,
): Promise<ZimuRun> =>
  runInProcess(['transcribe', 'talk.wav', '--engine', engine], {
    ...{ cwd: path(), env: cloud.env(changes) },
  });

describe.each([
  ['en', 'What to do:', /settings/i],
  ['zh-CN', '怎么办：', /设置[ 中→]|窗口/],
] as const)('what the terminal advises in %s', (ZIMU_LOCALE, next, window) => {
  it('names the region in which the storage says that the bucket lies', async () => {
    const { code, stderr } = await transcribe('file', { ZIMU_LOCALE, ZIMU_OSS_BUCKET: 'far' });
    expect(code).toBe(4);
    expect(stderr).toContain('[storage/wrong-region]');
    expect(stderr).toContain('ZIMU_OSS_REGION=cn-beijing');
    expect(stderr).not.toMatch(window);
  });

  it.each(['flash', 'file'] as const)(
    'names what an Appkey of elsewhere needs for %s',
    async (engine) => {
      const { code, stderr } = await transcribe(engine, {
        ZIMU_LOCALE,
        ZIMU_ISI_APPKEY: 'elsewhere',
      });
      expect(code).toBe(4);
      expect(stderr).toContain(next);
      expect(stderr).toContain('ZIMU_ISI_APPKEY');
      expect(stderr).toContain('ZIMU_ISI_REGION');
      expect(stderr).not.toMatch(window);
    },
  );

  it('converts for a model of another rate', async () => {
    cloud.simulator.set({ nextTask: { code: 41050008 } });
    const { code, stderr } = await transcribe('file', { ZIMU_LOCALE });
    expect(code).toBe(4);
    expect(stderr).toContain('ffmpeg -i RECORDING -ar 8000');
    expect(stderr).not.toMatch(window);
  });

  it('asks flash for the rate of the model', async () => {
    cloud.simulator.set({ nextFlash: { code: 41010101 } });
    const { stderr } = await transcribe('flash', { ZIMU_LOCALE });
    expect(stderr).toContain('--set sample_rate=8000');
  });

  it('has the link that the gateway recommends', async () => {
    const { code, stderr } = await transcribe('flash', { ZIMU_LOCALE, ALIYUN_AK_SECRET: 'wrong' });
    expect(code).toBe(4);
    expect(stderr).toMatch(
      /https:\/\/next\.api\.aliyun\.com\/troubleshoot\?q=SignatureDoesNotMatch/,
    );
  });

  it.each([
    ['file', 'nextSubmit'],
    ['flash', 'nextFlash'],
  ] as const)('says that %s may charge twice', async (engine, fault) => {
    cloud.simulator.set({ [fault]: { kind: 'half-reply' } });
    const { code, stderr } = await transcribe(engine, { ZIMU_LOCALE });
    expect(code).toBe(0);
    expect(stderr).toContain('[engine/charged-twice]');
    expect(stderr).toContain(ZIMU_LOCALE === 'en' ? 'may be charged twice' : '可能会重复计费');
  });
});
