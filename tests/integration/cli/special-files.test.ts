import { execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { makeZimuEnvironment, type ZimuRun } from '../../helpers/run-zimu';
import { briefSpeech, useCliFolder } from '../../helpers/use-cli-folder';
import { describeUnless, noUnix } from '../../helpers/skip';

const { inFolder, path: folder, place, zimu, zimuWith, inside, insideWith } = useCliFolder();
const program = resolve(import.meta.dirname, '../../../scripts/zimu.mjs');

const reply = JSON.stringify({
  TaskId: 'b'.repeat(32),
  RequestId: 'C',
  StatusText: 'SUCCESS',
  StatusCode: 21050000,
  BizDuration: 4_000,
  SolveTime: 1,
  Result: { Sentences: [{ Text: 'Good morning.', BeginTime: 100, EndTime: 900, ChannelId: 0 }] },
});

function makePipe(name: string): string {
  execFileSync('mkfifo', [inFolder(name)]);
  return name;
}

/** Opens an end of a pipe as soon as the program has opened the other one. */
async function joinPipe(name: string, flags: number): Promise<number> {
  let descriptor = 0;
  const join = (): number => (descriptor = openSync(inFolder(name), flags | constants.O_NONBLOCK));
  await expect.poll(join, { timeout: 30_000 }).toBeGreaterThan(0);
  return descriptor;
}

/** A line of a shell in which `zimu` is the program. */
function runInShell(line: string): Promise<ZimuRun> {
  return new Promise((fulfil, reject) => {
    const script = `zimu() { '${process.execPath}' '${program}' "$@"; }\n${line}`;
    const child = spawn('bash', ['-c', script], {
      cwd: folder(),
      env: makeZimuEnvironment({ cwd: folder() }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => fulfil({ code, stdout, stderr }));
  });
}

describeUnless(noUnix, 'what is no regular file', () => {
  const kinds: readonly (readonly [string, () => string])[] = [
    ['a pipe', () => makePipe('talk.wav')],
    ['a device without an end', () => '/dev/zero'],
    ['a terminal', () => '/dev/tty'],
    [
      'a folder',
      () => {
        mkdirSync(inFolder('folder.wav'));
        return 'folder.wav';
      },
    ],
  ];

  it.each(kinds)('is refused as a recording at once: %s', async (_kind, make) => {
    const name = make();
    writeFileSync(inFolder('talk.txt'), 'Good morning.');
    for (const words of [
      ['transcribe', name, '--out', 'x.srt'],
      ['probe', name],
      ['align', name, 'talk.txt', '--out', 'x.json'],
      ['serve', name, '--json'],
    ]) {
      // Should it serve after all, it is ended.
      const { code, stdout, stderr } = await insideWith(words, {
        signal: AbortSignal.timeout(60_000),
      });
      expect({ code, stdout }, words.join(' ')).toEqual({ code: 3, stdout: '' });
      expect(stderr).toContain('[media/not-a-file]');
    }
  });

  it('is refused as a recording at once: a socket', async () => {
    const server = createServer().listen(inFolder('talk.wav'));
    await new Promise((fulfil) => server.once('listening', fulfil));
    const { code, stderr } = await inside('transcribe', 'talk.wav');
    expect(code).toBe(3);
    expect(stderr).toContain('[media/not-a-file]');
    server.close();
  });

  it('is refused as a project at once', async () => {
    const { code, stderr } = await zimu('serve', makePipe('talk.zimu'), '--json');
    expect(code).toBe(3);
    expect(stderr).toContain('[media/not-a-file]');
  });

  it('is said to be in the place of the settings, and holds nothing up', async () => {
    mkdirSync(inFolder('.zimu-home'));
    makePipe('.zimu-home/settings.json');
    const { code, stderr } = await zimu('isi', 'codes', '40000001');
    expect(code).toBe(0);
    expect(stderr).toContain('[settings/unreadable]');
  });

  it.each([
    ['a device', () => '/dev/zero'],
    ['a folder', () => '.'],
    ['nothing by that number', () => '/dev/fd/99'],
  ])('is refused as a text at once: %s', async (_kind, make) => {
    place('talk.flac');
    // A number may be taken in this process.
    const run = make() === '/dev/fd/99' ? zimu : inside;
    const runs = [await run('align', 'talk.flac', make()), await run('isi', 'import', make())];
    for (const { code, stderr } of runs) {
      expect(code).toBe(3);
      expect(stderr).toContain('[text/not-a-source]');
    }
  });
});

describeUnless(noUnix, 'a text through a pipe', () => {
  it('of the shell becomes what a file becomes', async () => {
    writeFileSync(inFolder('reply.json'), reply);
    const { code, stdout } = await runInShell('zimu isi import <(cat reply.json)');
    expect(code).toBe(0);
    expect(stdout).toContain('Good morning.');
  });

  it('of the shell whose writer has gone is empty, and waits for nobody', async () => {
    const { code, stderr } = await runInShell('zimu isi import <(true)');
    expect(code).toBe(4);
    expect(stderr).toContain('[engine/reply-unreadable]');
  });

  it('with a name waits for who writes', async () => {
    makePipe('reply.json');
    const run = zimu('isi', 'import', 'reply.json');
    const writer = await joinPipe('reply.json', constants.O_WRONLY);
    writeSync(writer, reply);
    closeSync(writer);
    expect((await run).code).toBe(0);
    expect(readFileSync(inFolder('reply.srt'), 'utf8')).toContain('Good morning.');
  });

  it('ends at once when the person stops it, though nobody writes', async () => {
    place('talk.flac');
    for (const words of [
      ['isi', 'import', makePipe('reply.json')],
      ['align', 'talk.flac', makePipe('talk.txt')],
    ]) {
      const child = spawn(process.execPath, [program, ...words], {
        cwd: folder(),
        env: makeZimuEnvironment({ cwd: folder() }),
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const ended = new Promise((fulfil) => child.on('close', fulfil));
      const writer = await joinPipe(words.at(-1) ?? '', constants.O_WRONLY);
      child.kill('SIGINT');
      expect(await ended, words.join(' ')).toBe(5);
      closeSync(writer);
    }
  });

  it('of standard input is aligned, as subtitles where it begins like them', async () => {
    place('talk.flac', briefSpeech);
    const cues = '1\n00:00:00,000 --> 00:00:01,000\nThe birch canoe slid on the smooth planks.\n';
    const words = ['align', 'talk.flac', '-', '--out', '-', '--model', 'tiny'];
    const { code, stdout } = await zimuWith(words, { input: cues });
    expect(code).toBe(0);
    const { sentences } = JSON.parse(stdout) as { sentences: { text: string }[] };
    expect(sentences.map(({ text }) => text)).toEqual([
      'The birch canoe slid on the smooth planks.',
    ]);
  });

  it('of standard input is bounded', async () => {
    const { code, stderr } = await runInShell('cat /dev/zero | zimu isi import -');
    expect(code).toBe(3);
    expect(stderr).toContain('[text/too-large]');
  });
});

describeUnless(noUnix, 'a result', () => {
  it('goes into a pipe that somebody reads', async () => {
    writeFileSync(inFolder('reply.json'), reply);
    makePipe('out.srt');
    const line = 'cat out.srt > got & zimu isi import reply.json --out out.srt; wait';
    expect((await runInShell(line)).code).toBe(0);
    expect(readFileSync(inFolder('got'), 'utf8')).toContain('Good morning.');
  });

  it('waits for nobody who does not read', async () => {
    writeFileSync(inFolder('reply.json'), reply);
    makePipe('out.srt');
    const { code, stderr } = await zimu('isi', 'import', 'reply.json', '--out', 'out.srt');
    expect(code).toBe(6);
    expect(stderr).toContain('[output/unwritable]');
  });

  it('that a slow reader holds up is given up when the person stops it', async () => {
    const one = { Text: 'Good morning.', EndTime: 900, ChannelId: 0 };
    const Sentences = Array.from({ length: 4_000 }, (_, index) => ({
      ...one,
      ...{ BeginTime: index * 1_000 + 100, EndTime: index * 1_000 + 900 },
    }));
    const large = { ...(JSON.parse(reply) as object), Result: { Sentences } };
    writeFileSync(inFolder('reply.json'), JSON.stringify(large));
    makePipe('out.srt');
    const reader = openSync(inFolder('out.srt'), constants.O_RDONLY | constants.O_NONBLOCK);
    const child = spawn(
      process.execPath,
      [program, 'isi', 'import', 'reply.json', '--out', 'out.srt'],
      { cwd: folder(), env: makeZimuEnvironment({ cwd: folder() }), stdio: 'ignore' },
    );
    const ended = new Promise((fulfil) => child.on('close', fulfil));
    await expect
      .poll(() => readSync(reader, Buffer.alloc(1), 0, 1, null), { timeout: 30_000 })
      .toBe(1);
    child.kill('SIGINT');
    expect(await ended).toBe(5);
    closeSync(reader);
  });

  it.each([
    ['/dev/stdout', 'Good morning.'],
    ['/dev/fd/1', 'Good morning.'],
    ['/dev/null', ''],
  ])('goes to %s', async (out, text) => {
    writeFileSync(inFolder('reply.json'), reply);
    const run = out === '/dev/null' ? inside : zimu;
    const { code, stdout } = await run('isi', 'import', 'reply.json', '--out', out);
    expect(code).toBe(0);
    expect(stdout).toContain(text);
    // Also where the shell has put a file there, which is not one to be kept from.
    const line = `zimu isi import reply.json --out ${out} > shown`;
    expect((await runInShell(line)).code).toBe(0);
    expect(readFileSync(inFolder('shown'), 'utf8')).toContain(text);
  });

  it('goes into no socket', async () => {
    writeFileSync(inFolder('reply.json'), reply);
    const server = createServer().listen(inFolder('out.srt'));
    await new Promise((fulfil) => server.once('listening', fulfil));
    const { code, stderr } = await inside('isi', 'import', 'reply.json', '--out', 'out.srt');
    expect(code).toBe(6);
    expect(stderr).toContain('[output/unwritable]');
    expect(existsSync(inFolder('out.srt'))).toBe(true);
    server.close();
  });
});
