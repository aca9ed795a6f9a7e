import { describe, expect, it } from 'vitest';
import { formatHelp } from '../../../electron/cli/commands/help';
import type { Terminal } from '../../../electron/cli/terminal';

const variables = [
  'ALIYUN_AK_ID',
  'ALIYUN_AK_SECRET',
  'ALIYUN_STS_TOKEN',
  'ZIMU_ISI_TOKEN',
  'ZIMU_ISI_APPKEY',
  'ZIMU_ISI_REGION',
  'ZIMU_OSS_BUCKET',
  'ZIMU_OSS_REGION',
];

function help(command: string | undefined, locale: Terminal['locale']): string {
  const stream = { write: () => undefined };
  const signal = new AbortController().signal;
  const env = {};
  return formatHelp(
    { stdout: stream, stderr: stream, workingDirectory: '/', locale, env, signal },
    command,
  );
}

describe('the help', () => {
  it.each([
    ['isi', 'en'],
    ['isi', 'zh-CN'],
    ['transcribe', 'en'],
    ['transcribe', 'zh-CN'],
  ] as const)('of %s in %s says what each variable of the account is', (command, locale) => {
    const lines = help(command, locale).split('\n');
    for (const name of variables) {
      expect(lines.filter((line) => line.startsWith(`  ${name} `))).toHaveLength(1);
    }
    expect(help(command, locale)).toContain(locale === 'en' ? 'STS token, where' : '仅临时');
  });

  it('of all commands says where they are named, and of others does not', () => {
    expect(help(undefined, 'en')).toContain('zimu help isi');
    expect(help('probe', 'en')).not.toContain('ALIYUN');
  });
});
