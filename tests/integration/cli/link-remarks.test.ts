import { writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeWav } from '../../helpers/make-wav';
import { keyOf, storageAccounts, useCloud } from '../../helpers/use-cloud';
import { useCliFolder } from '../../helpers/use-cli-folder';

const cloud = useCloud({ queueingQueries: 0, runningQueries: 0 });
const { inFolder, insideWith } = useCliFolder();
const hourMs = 3_600_000;

beforeEach(() => writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 8_000 })));

/** Transcribes with a temporary key of the storage that ends then. */
const transcribe = (ends: string | undefined, LC_ALL = 'C.UTF-8') =>
  insideWith(['transcribe', 'talk.wav', '--engine', 'file', '--force'], {
    env: cloud.env({ ...keyOf(storageAccounts.guest), ALIYUN_STS_EXPIRATION: ends, LC_ALL }),
  });

/** Life of the link of the last task, s. */
function readLinkSeconds(): number {
  const tasks = cloud.simulator.requests.flatMap(({ parameters }) => parameters['Task'] ?? []);
  const { file_link: link } = JSON.parse(tasks.at(-1) ?? '{}') as { file_link: string };
  return Number(new URL(link).searchParams.get('x-oss-expires'));
}

describe('a temporary key', () => {
  it.each([
    [
      'C.UTF-8',
      /^note: \[storage\/link-ends-early\] The temporary key .* 1 h .*\n {2}What to do: \S/m,
    ],
    ['zh_CN.UTF-8', /^注意：\[storage\/link-ends-early\] 临时密钥.*1 小时.*\n {2}怎么办： \S/m],
  ])('that ends before its link is told before the upload (%s)', async (locale, expected) => {
    const ends = new Date(Date.now() + 1.5 * hourMs).toISOString();
    const { code, stderr } = await transcribe(ends, locale);
    expect(code).toBe(0);
    expect(stderr).toMatch(expected);
    expect(readLinkSeconds()).toBeGreaterThan(hourMs / 1000);
    expect(readLinkSeconds()).toBeLessThanOrEqual((1.5 * hourMs) / 1000);
  });

  it('of which nobody says when it ends is told', async () => {
    const { code, stderr } = await transcribe(undefined);
    expect(code).toBe(0);
    expect(stderr).toContain('[storage/link-end-unknown]');
    expect(readLinkSeconds()).toBe(24 * 3600);
  });

  it('that lives as long as its link is not talked about', async () => {
    const { code, stderr } = await transcribe(String(Math.ceil(Date.now() / 1000) + 25 * 3600));
    expect(code).toBe(0);
    expect(stderr).not.toContain('storage/link');
    expect(readLinkSeconds()).toBe(24 * 3600);
  });

  it('that has ended sends nothing', async () => {
    const before = cloud.oss.events.length;
    const { code, stderr } = await transcribe(new Date(Date.now() - hourMs).toISOString());
    expect(code).toBe(4);
    expect(stderr).toContain('[engine/unauthorised]');
    expect(cloud.oss.events.length).toBe(before);
  });

  it('whose end is no time is a wrong use', async () => {
    const { code, stderr } = await transcribe('tomorrow');
    expect(code).toBe(2);
    expect(stderr).toContain('ALIYUN_STS_EXPIRATION: this is no time');
  });
});
