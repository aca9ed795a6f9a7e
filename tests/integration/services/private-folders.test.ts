import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { layWayIn } from '../../../electron/host/way-in';
import { mendFolders } from '../../../electron/services/files/mend-folders';
import { takeIn } from '../../../electron/services/files/take-in';
import { writeText } from '../../../electron/services/files/write-text';
import { lockStudio } from '../../../electron/services/instance/studio-lock';
import { createSpeechEncoder } from '../../../electron/services/media/encode-speech';
import { findMediaTools } from '../../../electron/services/media/find-media-tools';
import { createTaskStore } from '../../../electron/services/tasks/task-store';
import { readWindowState, writeWindowState } from '../../../electron/main/window-state';
import { findOpen, listModes } from '../../helpers/find-open';
import { sourceOf, tonesAt } from '../../helpers/audio-source';
import { scriptedSpeech } from '../../helpers/scripted-speech';
import { shortSpeech } from '../../helpers/use-cli-folder';
import { runZimu } from '../../helpers/run-zimu';
import { type StartedWorkspace, useWorkspace } from '../../helpers/use-workspace';

/** What another user of this computer sees of the data folders. */

const { inFolder, start } = useWorkspace();
const home = (): string => inFolder('home');
const never = new AbortController().signal;

let umask = 0;
beforeAll(() => {
  umask = process.umask(0o022);
});
afterAll(() => void process.umask(umask));

/** As an older version made all of it. */
function openUp(folder: string): void {
  for (const [name] of listModes(folder)) {
    const path = join(folder, name);
    const found = lstatSync(path);
    if (!found.isSymbolicLink()) chmodSync(path, found.isDirectory() ? 0o755 : 0o644);
  }
}

/** Runs every service that keeps something, and gives the workspace while it does. */
async function fill(): Promise<StartedWorkspace> {
  copyFileSync(
    resolve(import.meta.dirname, '../../fixtures/audio/short-english.amr'),
    inFolder('talk.amr'),
  );
  const lock = await lockStudio(home());
  await lock.announce({ url: 'http://127.0.0.1:1/', handoverToken: 'token' });
  const steps = [{ segments: [{ beginMs: 200, endMs: 900, text: 'Hello there.' }] }];
  writeFileSync(inFolder('script.json'), JSON.stringify({ steps }));
  const started = await start({ ZIMU_SCRIPTED_ENGINE: inFolder('script.json') });
  const { workspace, until } = started;
  await workspace.settings.update({ locale: 'zh-CN' });
  const { id } = await workspace.projects.openFile(inFolder('talk.amr'), never);
  await workspace.openProject(id);
  await workspace.media.open(id);
  await workspace.media.makeProxy(id);
  const job = await workspace.jobs.start({ projectId: id, engine: 'scripted', language: 'en' });
  await until('job.changed', (event) => event.id === job.id && event.state === 'done');
  await until(
    'media.changed',
    ({ access: { peaks, proxy } }) => peaks.isComplete && proxy.state === 'ready',
  );
  await workspace.projects.keepReply(id, { runId: 'run', json: '{}' });
  await workspace.projects.keepRepairs(id, { runId: 'run', repairs: [] });
  await workspace.projects.keepDraft(id, {
    ...{ sentenceId: 's1', origin: 'window', text: 'typed' },
  });
  await workspace.projects.keepView(id, { selectedIds: [], positionMs: 5 });
  await workspace.diagnose();
  const bytes = readFileSync(inFolder('talk.amr'));
  const uploads = join(home(), 'uploads');
  const pieces = (async function* () {
    yield await Promise.resolve(new Uint8Array(bytes));
  })();
  await takeIn(pieces, { uploads, name: 'sent.amr', sizeBytes: bytes.length });
  await createSpeechEncoder({
    findTools: (signal) => findMediaTools({ environment: process.env }, signal),
    folder: join(home(), 'cache', 'uploads'),
    newId: () => 'id',
  }).encode(sourceOf(tonesAt([[1, 2]], 3)), undefined, {
    signal: never,
    onProgress: () => undefined,
  });
  const tasks = createTaskStore({
    folder: join(home(), 'tasks'),
    now: Date.now,
    log: () => undefined,
  });
  const held = await tasks.hold('work', inFolder('talk.amr'));
  await held.keep({ source: inFolder('talk.amr'), engine: 'file', taskId: 'abcd1234', state: {} });
  await held.release();
  const reply = join(home(), 'replies', 'abcd1234.json');
  await writeText(reply, '{}', 'output/unwritable');
  await layWayIn(home(), { makeAddressForOnce: () => 'http://127.0.0.1:1/' });
  const windowState = { bounds: { width: 1000, height: 700 }, isMaximised: false };
  writeWindowState(join(home(), 'window.json'), windowState);
  expect(readWindowState(join(home(), 'window.json'), [])).toEqual(windowState);
  return started;
}

describe('the data folders', () => {
  it('[JN11] have nothing that another user may read, whatever service made it', async () => {
    const { workspace } = await fill();
    await workspace.dispose();
    expect(findOpen(home())).toEqual([]);
    const names = listModes(home()).map(([name]) => name);
    for (const wanted of [
      ...[
        'settings.json',
        'jobs.json',
        'session.json',
        'studio.lock',
        'window.json',
        'opened-recordings.json',
      ],
      ...[/^projects\/.*\/project\.zimu$/, /\/summary\.json$/, /\/view\.json$/, /\/drafts\.json$/],
      ...[
        /\/journal-1\.jsonl$/,
        /\/replies\/run\.json$/,
        /\/replies\/run\.repairs\.json$/,
        /^uploads\/.*\/sent\.amr$/,
      ],
      ...[/^tasks\/[0-9a-f]+\.json$/, /^replies\/abcd1234\.json$/, /^way-in\/[0-9a-f]+\.html$/],
      'cache/tools.json',
      ...[/^cache\/peaks\/.*\.peaks$/, /^cache\/proxies\/.*\.m4a$/, /^cache\/uploads\/.*\.mp3$/],
    ]) {
      expect(names).toContainEqual(
        typeof wanted === 'string' ? wanted : expect.stringMatching(wanted),
      );
    }
  });

  it('are closed to another user, who tries every file', async (context) => {
    context.skip(process.getuid?.() !== 0, 'needs root to become another user');
    const { workspace } = await fill();
    await workspace.dispose();
    chmodSync(inFolder(''), 0o755);
    const asOther = (command: string, path: string): boolean =>
      spawnSync(command, [path], { uid: 65_534, gid: 65_534 }).status === 0;
    expect(asOther('cat', inFolder('talk.amr'))).toBe(true);
    expect(
      listModes(home())
        .map(([name]) => join(home(), name))
        .filter((path) => asOther('cat', path) || asOther('ls', path)),
    ).toEqual([]);
  });

  it('are mended at a start where an older version left them open', async () => {
    const { workspace } = await fill();
    await workspace.dispose();
    openUp(home());
    mkdirSync(join(home(), 'window', 'Default'), { recursive: true });
    chmodSync(join(home(), 'window'), 0o755);
    const again = await start();
    await expect
      .poll(() => findOpen(home()).filter((line) => !line.startsWith('window/')), {
        timeout: 30_000,
      })
      .toEqual([]);
    await again.workspace.dispose();
  });

  it('are mended by the command line as well', async () => {
    const { workspace } = await fill();
    await workspace.dispose();
    openUp(home());
    await runZimu(['probe', 'talk.amr'], { cwd: inFolder(''), env: { ZIMU_HOME: home() } });
    expect(findOpen(home())).toEqual([]);
  });
});

describe('what is not ours', () => {
  it('[JN11] stays as it is in a folder that ZIMU_HOME shares with other things', async () => {
    const { workspace } = await fill();
    await workspace.dispose();
    const foreign = [
      'notes.txt',
      'projects/other-work/readme.md',
      'uploads/old.wav',
      'electron/x.c',
      ...['tasks/today.txt', 'replies/mail.txt'],
    ];
    for (const name of foreign) {
      mkdirSync(resolve(home(), name, '..'), { recursive: true });
      writeFileSync(join(home(), name), '');
    }
    openUp(home());
    await mendFolders({ home: home(), cache: join(home(), 'cache') }, () => undefined);
    const open = findOpen(home());
    const folders = [
      '',
      'projects',
      'projects/other-work',
      'uploads',
      'electron',
      'tasks',
      'replies',
    ];
    expect(open.toSorted()).toEqual(
      [...foreign.map((name) => `${name} 644`), ...folders.map((name) => `${name} 755`)].toSorted(),
    );
  });

  it('[JN11] is not reached through a link', async () => {
    mkdirSync(join(home(), 'cache'), { recursive: true });
    mkdirSync(inFolder('elsewhere'));
    writeFileSync(inFolder('elsewhere/talk.peaks'), '');
    writeFileSync(inFolder('theirs.json'), '');
    symlinkSync(inFolder('elsewhere'), join(home(), 'cache', 'peaks'));
    symlinkSync(inFolder('theirs.json'), join(home(), 'settings.json'));
    await mendFolders({ home: home(), cache: join(home(), 'cache') }, () => undefined);
    expect(findOpen(inFolder('elsewhere'))).toEqual([' 755', 'talk.peaks 644']);
    expect(lstatSync(inFolder('theirs.json')).mode & 0o777).toBe(0o644);
  });

  it('is a folder that everybody may write to, even if it holds nothing else', async () => {
    mkdirSync(home());
    chmodSync(home(), 0o1777);
    await mendFolders({ home: home(), cache: join(home(), 'cache') }, () => undefined);
    expect(lstatSync(home()).mode & 0o7777).toBe(0o1777);
  });

  it('is what belongs to another user', async (context) => {
    context.skip(process.getuid?.() !== 0, 'needs root to give a file away');
    mkdirSync(home());
    writeFileSync(join(home(), 'settings.json'), '');
    spawnSync('chown', ['65534', join(home(), 'settings.json')]);
    await mendFolders({ home: home(), cache: join(home(), 'cache') }, () => undefined);
    expect(lstatSync(join(home(), 'settings.json')).mode & 0o777).toBe(0o644);
  });

  it('holds up no start: what cannot be mended is logged', async () => {
    writeFileSync(inFolder('file'), '');
    const log = vi.fn<(line: string) => void>();
    await mendFolders({ home: inFolder('file/home'), cache: inFolder('absent') }, log);
    expect(log.mock.calls.map(([line]) => line)).toEqual([
      expect.stringContaining(relative('/', inFolder('file/home'))),
    ]);
  });
});

describe('what a person saves elsewhere', () => {
  it('follows the umask: texts of the window, results of the command line', async () => {
    const { workspace } = await start();
    await workspace.writeText(inFolder('out/talk.srt'), 'text');
    copyFileSync(shortSpeech, inFolder('talk.flac'));
    const words = [...scriptedSpeech.words, 'talk.flac', '--out', 'results/talk.srt'];
    await runZimu(['transcribe', ...words], { cwd: inFolder(''), env: scriptedSpeech.env });
    expect(findOpen(inFolder('out'))).toEqual([' 755', 'talk.srt 644']);
    expect(findOpen(inFolder('results'))).toEqual([' 755', 'talk.srt 644']);
  });
});
