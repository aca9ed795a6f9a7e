import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeMedia } from '../../helpers/make-media';
import { longSpeech, useCliFolder } from '../../helpers/use-cli-folder';
import { childrenOf } from '../../helpers/children-of';
import { unfinishedSpeech } from '../../helpers/scripted-speech';

const { inFolder, place, inside, insideWith, zimuWith } = useCliFolder();
/** The real engine, with its small model. */
const small = { words: ['--model', 'tiny'], env: {} };

describe('transcribe, stopped by the person', () => {
  // A terminal and npm between them deliver one interrupt twice. What the signal is makes no
  // difference to an engine: the real one, whose children must outlive it, hears the worst of them.
  it.each([
    ['an interrupt', ['SIGINT'], 'scripted'],
    ['an interrupt that comes twice at once', ['SIGINT', 'SIGINT'], 'local'],
    ['a request to end', ['SIGTERM'], 'scripted'],
    ['a closed terminal', ['SIGHUP'], 'scripted'],
  ] as const)('keeps what was recognised after %s', async (_name, signals, engine) => {
    const repeats = engine === 'local' ? '4' : '0';
    makeMedia(inFolder('long.wav'), ['-stream_loop', repeats, '-i', longSpeech]);
    let isStopped = false;
    const { words, env } = engine === 'local' ? small : unfinishedSpeech;
    const { code, stderr } = await zimuWith(
      ['transcribe', 'long.wav', '--json-progress', ...words],
      {
        env,
        onStderr: (child, text) => {
          if (isStopped || !text.includes('"type":"sentence"')) return;
          isStopped = true;
          for (const signal of signals) child.kill(signal);
        },
      },
    );
    expect(code).toBe(5);
    expect(stderr).toContain('[job/cancelled]');
    expect(existsSync(inFolder('long.srt'))).toBe(false);
    expect(readFileSync(inFolder('long.partial.srt'), 'utf8')).toMatch(/^1\n/);
  });
});

describe('a partial result', () => {
  it('leaves an earlier one in its place', async () => {
    place('long.flac');
    writeFileSync(inFolder('long.partial.srt'), 'an earlier one');
    const person = new AbortController();
    await insideWith(['transcribe', 'long.flac', '--json-progress', ...unfinishedSpeech.words], {
      env: unfinishedSpeech.env,
      signal: person.signal,
      onStderr: (text) => {
        if (text.includes('"type":"sentence"')) person.abort();
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
    const words = ['transcribe', ...names, '--debug', '--json-progress', ...small.words];
    const { code } = await zimuWith(words, {
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
    const words = ['transcribe', 'long.wav', '--format', 'txt', '--out', '-', ...small.words];
    const plain = await inside(...words);
    let killed = 0;
    const disturbed = await zimuWith([...words, '--json-progress'], {
      onStderr: (child, text) => {
        if (killed > 0 || !text.includes('"type":"sentence"')) return;
        for (const pid of childrenOf(child.pid!, 'engine-child')) {
          process.kill(pid, 'SIGKILL');
          killed++;
        }
      },
    });
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
    const words = ['transcribe', 'long.wav', '--json-progress', ...small.words];
    const { code, stderr } = await zimuWith(words, {
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
