import { StudioError } from '@core/errors/studio-error';
import { describe, expect, it } from 'vitest';
import { reportError } from '../../../electron/cli/report';
import type { Terminal } from '../../../electron/cli/terminal';

describe('an error with its causes', () => {
  it('is printed without the secrets of the environment and of signed addresses', () => {
    let told = '';
    const stream = { write: (text: string) => (told += text) };
    const terminal: Terminal = {
      ...{ stdout: stream, stderr: stream, workingDirectory: '/', locale: 'en' },
      env: { ALIYUN_AK_SECRET: 'key-secret-0123' },
      signal: new AbortController().signal,
    };
    const cause = new Error('GET https://b.example/x?Signature=abc%3D failed for key-secret-0123');
    reportError(terminal, new StudioError('internal', 'broken', { cause }), { debug: true });
    expect(told).toContain('GET https://b.example/x?Signature=*** failed for ***');
    expect(told).not.toMatch(/abc|key-secret/);
  });

  it('is printed without what the keychain gave, as the window would log it', () => {
    let told = '';
    const stream = { write: (text: string) => (told += text) };
    const terminal: Terminal = {
      ...{ stdout: stream, stderr: stream, workingDirectory: '/', locale: 'en', env: {} },
      signal: new AbortController().signal,
      knownSecrets: () => ['kept-secret-4567'],
    };
    const cause = new Error('the service echoed kept-secret-4567');
    reportError(terminal, new StudioError('internal', 'broken', { cause }), { debug: true });
    expect(told).toContain('the service echoed ***');
    expect(told).not.toContain('kept-secret');
  });
});
