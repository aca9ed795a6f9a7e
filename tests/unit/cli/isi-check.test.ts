import type { CloudCheckStep } from '@contract/api';
import { errorToJson, StudioError } from '@core/errors/studio-error';
import { describe, expect, it } from 'vitest';
import { check } from '../../../electron/cli/commands/isi/check';

const broken: CloudCheckStep = {
  id: 'bucket-write',
  state: 'failed',
  error: errorToJson(new StudioError('internal', 'what is behind it')),
};

async function run(flags: readonly string[], locale: 'en' | 'zh-CN'): Promise<string> {
  let told = '';
  await check(
    {
      checkCloud: (_appkeyId, _signal, onStep) => {
        onStep(broken);
        return Promise.resolve([broken]);
      },
    },
    { files: [], values: {}, lists: {}, flags: new Set(flags) },
    {
      ...{ stdout: { write: (text) => (told += text) }, stderr: { write: () => undefined } },
      ...{ env: {}, workingDirectory: '/', locale, signal: new AbortController().signal },
    },
  );
  return told;
}

describe('a step of the check that failed by a bug', () => {
  it.each([
    [[], 'en'],
    [[], 'zh-CN'],
    [['json'], 'en'],
  ] as const)('says what is behind it, with %j in %s', async (flags, locale) => {
    const told = await run(flags, locale);
    expect(told).toContain('what is behind it');
    expect(told).not.toContain('{message}');
  });
});
