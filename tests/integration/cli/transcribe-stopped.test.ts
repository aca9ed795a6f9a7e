import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeMedia } from '../../helpers/make-media';
import { longSpeech, useCliFolder } from '../../helpers/use-cli-folder';
import { childrenOf } from '../../helpers/children-of';

const { inFolder, place, zimu, zimuWith } = useCliFolder();

describe('transcribe, stopped by the person', () => {
  // A terminal and npm between them deliver one interrupt twice.
  it.each([
    ['an interrupt', ['SIGINT']],
    ['an interrupt that comes twice at once', ['SIGINT', 'SIGINT']],
    ['a request to end', ['SIGTERM']],
    ['a closed terminal', ['SIGHUP']],
  ] as const)('keeps what was recognised after %s', async (_name, signals) => {
    makeMedia(inFolder('long.wav'), ['-stream_loop', '9', '-i', longSpeech]);
    let isStopped = false;
    const { code, stderr } = await zimuWith(['transcribe', 'long.wav', '--json-progress'], {
      onStderr: (child, text) => {
        if (isStopped || !text.includes('"type":"sentence"')) return;
        isStopped = true;
        for (const signal of signals) child.kill(signal);
      },
    });
    expect(code).toBe(5);
    expect(stderr).toContain('[job/cancelled]');
    expect(existsSync(inFolder('long.srt'))).toBe(false);
    expect(readFileSync(inFolder('long.partial.srt'), 'utf8')).toMatch(/^1\n/);
  });
});

describe('a partial result', () => {
  it('leaves an earlier one in its place', async () => {
    makeMedia(inFolder('long.wav'), ['-stream_loop', '9', '-i', longSpeech]);
    writeFileSync(inFolder('long.partial.srt'), 'an earlier one');
    let isStopped = false;
    await zimuWith(['transcribe', 'long.wav', '--json-progress'], {
      onStderr: (child, text) => {
        if (isStopped || !text.includes('"type":"sentence"')) return;
        isStopped = child.kill('SIGINT');
      },
    });
    expect(readFileSync(inFolder('long.partial.srt'), 'utf8')).toBe('an earlier one');
    expect(readFileSync(inFolder('long.2.partial.srt'), 'utf8')).toMatch(/^1\n/);
  });
});

describe('transcribe, stopped before it began', () => {
  it('is cancelled, not done, and leaves no file', async () => {
    const names = ['a.flac', 'b.flac', 'c.flac'].map((name) => place(name));
    let isStopped = false;
    const { code } = await zimuWith(['transcribe', ...names, '--debug', '--json-progress'], {
      onStderr: (child) => {
        if (!isStopped) child.kill('SIGINT');
        isStopped = true;
      },
    });
    expect(code).toBe(5);
  });
});

describe('transcribe, with its helpers killed', () => {
  it('hears the same words when every child process is killed once', async (context) => {
    context.skip(process.platform !== 'linux', 'finds child processes in /proc');
    makeMedia(inFolder('long.wav'), ['-stream_loop', '1', '-i', longSpeech]);
    const plain = await zimu('transcribe', 'long.wav', '--format', 'txt', '--out', '-');
    let killed = 0;
    const disturbed = await zimuWith(
      ['transcribe', 'long.wav', '--format', 'txt', '--out', '-', '--json-progress'],
      {
        onStderr: (child, text) => {
          if (killed > 0 || !text.includes('"type":"sentence"')) return;
          for (const pid of childrenOf(child.pid!, 'engine-child')) {
            process.kill(pid, 'SIGKILL');
            killed++;
          }
        },
      },
    );
    expect(killed).toBeGreaterThan(0);
    expect(disturbed.code).toBe(0);
    expect(disturbed.stdout).toBe(plain.stdout);
  });
});

describe('transcribe, with its decoder killed', () => {
  it('fails with a code and keeps what was heard, and does not blame the recording', async (context) => {
    context.skip(process.platform !== 'linux', 'finds child processes in /proc');
    makeMedia(inFolder('long.wav'), ['-stream_loop', '40', '-i', longSpeech]);
    let isKilled = false;
    const { code, stderr } = await zimuWith(['transcribe', 'long.wav', '--json-progress'], {
      onStderr: (child, text) => {
        if (isKilled || !text.includes('"type":"sentence"')) return;
        const [decoder] = childrenOf(child.pid!, 'ffmpeg');
        if (decoder === undefined) return;
        process.kill(decoder, 'SIGKILL');
        isKilled = true;
      },
    });
    expect(isKilled).toBe(true);
    expect(code).toBe(4);
    expect(stderr).toContain('[tool/ffmpeg-failed]');
    expect(stderr).not.toContain('ends early');
    expect(existsSync(inFolder('long.srt'))).toBe(false);
    expect(readFileSync(inFolder('long.partial.srt'), 'utf8')).toMatch(/^1\n/);
  });
});
