import { vendorErrors } from '@isi/error-catalogue';
import { describe, expect, it } from 'vitest';
import { runInProcess } from '../../helpers/run-in-process';
import { useCliFolder } from '../../helpers/use-cli-folder';

const { path, inside, insideWith } = useCliFolder();

describe('isi codes', () => {
  it('lists every code, a line each', async () => {
    const { code, stdout } = await inside('isi', 'codes');
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(vendorErrors.length + 1);
    expect(lines.at(-1)).toBe(`${vendorErrors.length} codes`);
    expect(stdout).toMatch(/^40020106 +APPKEY_UID_MISMATCH +The Appkey and the token belong/m);
    expect(stdout).toMatch(/^Throttling\.User {2,}The account sends/m);
  });

  it('explains one code, with each of its meanings', async () => {
    const { code, stdout } = await inside('isi', 'codes', '40000004');
    expect(code).toBe(0);
    expect(stdout).toContain('40000004  IDLE_TIMEOUT');
    expect(stdout).toMatch(/Cause: .*50 seconds[\s\S]*Cause: .*10 seconds/);
    expect(stdout).toContain('Trying again: after a pause, by itself');
    expect(stdout).toContain('Where: one-sentence recognition');
  });

  it('searches by several words, in the language of the texts', async () => {
    const { code, stdout } = await insideWith(['isi', 'codes', '账号', '欠费'], {
      env: { ZIMU_LOCALE: 'zh-CN' },
    });
    expect(code).toBe(0);
    expect(stdout).toContain('40000010  FREE_TRIAL_EXPIRED');
    expect(stdout).toContain('  解决方法： 请登录控制台确认服务开通状态以及账户余额。');
  });

  it('gives JSON', async () => {
    const { code, stdout } = await inside('isi', 'codes', '40000001', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        id: 'general/40000001',
        code: '40000001',
        name: 'ACCESS_DENIED',
        retry: 'refetch-token',
        isRetryable: true,
        errorCode: 'engine/unauthorised',
      },
    ]);
  });

  it.each([
    ['en', 'The code 99999999 is not in the catalogue', 'Cause: The service answered'],
    ['zh-CN', '目录中没有错误码 99999999', '原因： 服务返回了'],
  ])('tells in %s what it can of a code that is not listed', async (locale, first, cause) => {
    const options = { cwd: path(), env: { ZIMU_LOCALE: locale } };
    const { code, stdout, stderr } = await runInProcess(['isi', 'codes', '99999999'], options);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.startsWith(first)).toBe(true);
    expect(stdout).toContain(cause);
  });

  it('says in JSON that a code is not listed', async () => {
    const words = ['isi', 'codes', '50099999', '--json'];
    const { stdout } = await runInProcess(words, { cwd: path() });
    expect(JSON.parse(stdout)).toMatchObject([
      { id: 'family/server', code: '50099999', retry: 'backoff', isListed: false },
    ]);
  });

  it.each([
    [['isi', 'codes', 'no-such-code'], 'No code of Alibaba Cloud fits "no-such-code"'],
    [['isi'], 'The command "isi" needs one of these words: codes'],
    [['isi', 'toString'], 'The command "isi" knows no "toString"'],
  ])('refuses %j with code 2', async (commandLine, message) => {
    const { code, stdout, stderr } = await inside(...commandLine);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });
});
