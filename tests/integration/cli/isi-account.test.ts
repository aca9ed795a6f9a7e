import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keyOf, storageAccounts, useCloud } from '../../helpers/use-cloud';
import { useCliFolder } from '../../helpers/use-cli-folder';
import { testAccounts } from '../../helpers/use-simulator';

const cloud = useCloud();
const { path, zimuWith, insideWith } = useCliFolder();
const isi = (
  words: readonly string[],
  changes: Readonly<Record<string, string | undefined>> = {},
) => insideWith(['isi', ...words], { env: cloud.env(changes) });

describe('isi token', () => {
  it('shows when it ends and whose it is, and of itself only the ends', async () => {
    const { code, stdout, stderr } = await isi(['token']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^A new token: [0-9a-f]{4}…[0-9a-f]{4} \(--show/);
    expect(stdout).toMatch(/It is good until 20\d\d-\d\d-\d\dT[\d:]+Z, for 3[56] h \d+ min\./);
    expect(stdout).toContain('It belongs to the account 1001.');
    expect(stdout).not.toMatch(/[0-9a-f]{32}/);
  });

  it('gives JSON, also without the token itself', async () => {
    const { code, stdout } = await isi(['token', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ userId: '1001' });
    expect(stdout).toMatch(/"token": "[0-9a-f]{4}…[0-9a-f]{4}"/);
    expect(stdout).toMatch(/"expiresAt": "20\d\d-[^"]*Z"/);
  });

  it('prints it alone with --show, so that a script can use it', async () => {
    const { code, stdout, stderr } = await isi(['token', '--show']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[0-9a-f]{32}\n$/);
    expect(stderr).toContain('It is good until');
    const used = await isi(['check'], {
      ALIYUN_AK_ID: undefined,
      ALIYUN_AK_SECRET: undefined,
      ZIMU_ISI_TOKEN: stdout.trim(),
    });
    expect(used.code).toBe(0);
    expect(used.stdout).toContain('✓ Token');
  });

  it.each([
    ['a wrong secret', { ALIYUN_AK_SECRET: 'wrongWrong' }, 'SignatureDoesNotMatch'],
    ['an unknown key', { ALIYUN_AK_ID: 'LTAIunknown' }, 'InvalidAccessKeyId'],
    ['an inactive key', keyOf(testAccounts.inactive), 'InvalidAccessKeyId.Inactive'],
    ['no permission', keyOf(testAccounts.denied), '40020503'],
  ])('refuses %s with code 4 and the code of the vendor', async (_name, changes, vendorCode) => {
    const { code, stdout, stderr } = await isi(['token', '--debug'], changes);
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr).toContain(vendorCode);
    expect(stderr).not.toMatch(/wrongWrong|inactiveSecret|deniedSecret|Signature=[^*]/);
  });

  it('says what is missing without a key', async () => {
    const { code, stderr } = await zimuWith(['isi', 'token'], {
      env: cloud.env({ ALIYUN_AK_ID: '', ALIYUN_AK_SECRET: '' }),
    });
    expect(code).toBe(4);
    expect(stderr).toMatch(/\[credentials\/(missing|locked)\]/);
  });

  it.each([
    [['token', 'more'], 'takes no further words'],
    [['check', 'more'], 'takes no further words'],
    [['token', '--force'], 'has no option "--force"'],
    [['codes', '--show'], 'has no option "--show"'],
  ])('refuses %j with code 2', async (words, message) => {
    const { code, stderr } = await isi(words);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('isi check', () => {
  it('marks every step, and ends well', async () => {
    const { code, stdout, stderr } = await isi(['check']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line[0])).toEqual(['✓', '✓', '✓', '✓', '✓', '✓', 'N']);
    expect(stdout).toMatch(/✓ Clock of this computer: \d+\.\d s off/);
    expect(cloud.oss.objects()).toEqual([]);
  });

  it('explains what failed in the language of the reader, with code 4', async () => {
    const { code, stdout } = await isi(['check'], {
      ...keyOf(storageAccounts.noWrite),
      ZIMU_LOCALE: 'zh-CN',
    });
    expect(code).toBe(4);
    expect(stdout).toContain('✗ 写入 Bucket：[storage/forbidden]');
    expect(stdout).toContain('– 用签名链接读取：未检查');
    expect(stdout).toContain('怎么办：');
    expect(stdout).toContain('有问题，请看上面的说明。');
  });

  it('gives JSON', async () => {
    const { code, stdout } = await isi(['check', '--json'], { ZIMU_ISI_APPKEY: 'none' });
    expect(code).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      steps: [
        { id: 'clock', state: 'ok' },
        { id: 'token', state: 'ok' },
        { id: 'appkey', state: 'failed', data: { vendorCode: '40020105' } },
        { id: 'bucket-write', state: 'ok' },
        { id: 'bucket-read', state: 'ok' },
        { id: 'bucket-delete', state: 'ok' },
      ],
    });
    expect(stdout).not.toContain(testAccounts.owner.accessKeySecret);
  });

  it('leaves nothing in the cache', async () => {
    await isi(['check']);
    const names = readdirSync(path(), { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.endsWith('.wav'))).toEqual([]);
  });

  it('ends as cancelled', async () => {
    cloud.simulator.set({ nextFlash: { kind: 'never' } });
    const { code } = await zimuWith(['isi', 'check', '--debug'], {
      env: cloud.env(),
      onStdout: (child, text) => {
        if (text.includes('✓ Token')) child.kill('SIGINT');
      },
    });
    cloud.simulator.set({ nextFlash: [] });
    expect(code).toBe(5);
  });
});
