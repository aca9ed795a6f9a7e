import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../electron/core/edits/apply-edit';
import { getChanges } from '../../../electron/core/edits/project-diff';
import { findTranscriptProblems } from '../../../electron/core/transcript/invariants';
import { engineIds } from '../../../electron/engines/registry';
import { tidySrt } from '../../helpers/subtitle-files';
import { briefSpeech, longSpeech, shortSpeech } from '../../helpers/use-cli-folder';
import { useWorkspace } from '../../helpers/use-workspace';

const root = resolve(import.meta.dirname, '../../..');
if (!existsSync(resolve(root, 'out/main/engine-child.js'))) {
  throw new Error('out/main/engine-child.js is not there: run `npm run build` first');
}
const { inFolder, start } = useWorkspace();

function writeScript(steps: readonly object[]): Readonly<Record<string, string>> {
  const path = inFolder('script.json');
  writeFileSync(path, JSON.stringify({ steps }));
  return { ZIMU_SCRIPTED_ENGINE: path };
}
/** Children of this process on Linux that are the engine's; elsewhere none can be listed. */
function listEngineChildren(): string[] {
  const path = `/proc/self/task/${process.pid}/children`;
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split(' ')
    .filter((id) => id !== '' && existsSync(`/proc/${id}/cmdline`))
    .map((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8'))
    .filter((line) => line.includes('engine-child.js'));
}

const hello = { beginMs: 200, endMs: 900, text: 'Hello there.' };
const bye = { beginMs: 2_000, endMs: 2_900, text: 'Good bye.' };

describe('the services behind a window', () => {
  it('open a recording, transcribe it for real, and have it all after a restart', async () => {
    const { workspace, until, published } = await start();
    const grant = await workspace.grants.grant(briefSpeech);
    const summary = await workspace.projects.openFile(
      workspace.grants.getPath(grant.id),
      new AbortController().signal,
    );
    const opened = await workspace.openProject(summary.id);
    expect(opened.project.sentences).toEqual([]);
    const access = await workspace.media.open(summary.id);
    expect(access.state).toBe('ready');
    const job = await workspace.jobs.start({
      projectId: summary.id,
      engine: 'local',
      language: 'en',
    });
    const ended = await until(
      'job.changed',
      ({ id, state }) => id === job.id && state !== 'queued' && state !== 'running',
    );
    if (existsSync('/proc/self')) expect(listEngineChildren()).not.toEqual([]);
    expect(ended).toMatchObject({ state: 'done', fraction: 1, title: opened.project.title });
    const project = await workspace.projects.read(summary.id);
    const text = project.sentences.map((sentence) => sentence.text).join(' ');
    expect(text.toLowerCase()).toContain('market opens at seven in the morning');
    expect(project).toMatchObject({ engine: 'local', language: 'en' });
    const { path, durationMs } = project.media;
    expect(findTranscriptProblems({ ...project, version: 1, media: { path, durationMs } })).toEqual(
      [],
    );
    // A window that only follows the diffs has the same text.
    const followed = published
      .filter((event) => event.name === 'project.changed')
      .flatMap(({ payload }) => getChanges(payload.diff, 'sentences').added.map(({ id }) => id));
    expect(followed).toEqual(project.sentences.map(({ id }) => id));
    await workspace.dispose();
    expect(listEngineChildren()).toEqual([]);

    const again = await start();
    expect(await again.workspace.findInitialProject()).toEqual({ projectId: summary.id });
    expect((await again.workspace.openProject(summary.id)).project).toEqual(project);
    expect(again.workspace.jobs.list()).toEqual([ended]);
    // The whole transcript is one entry of the history.
    await again.workspace.projects.undo(summary.id);
    const before = await again.workspace.projects.read(summary.id);
    expect([before.sentences, before.engine]).toEqual([[], opened.project.engine]);
  });

  it('let a person edit and undo while a job runs', async () => {
    const env = writeScript([
      { stage: 'transcribing', fraction: 0.4, segments: [hello] },
      { afterMs: 1_500, fraction: 1, segments: [bye] },
    ]);
    const { workspace, until } = await start(env);
    const { projects, jobs } = workspace;
    const { id } = await projects.openFile(shortSpeech, new AbortController().signal);
    const job = await jobs.start({ projectId: id, engine: 'scripted', language: 'en' });
    await until('project.changed', ({ diff }) => getChanges(diff, 'sentences').added.length > 0);
    const project = await projects.read(id);
    const [first] = project.sentences;
    const { diff, label } = applyEdit(
      project,
      { kind: 'setText', sentenceId: first!.id, text: 'Hello, you.' },
      () => 'never',
    );
    await projects.edit({ projectId: id, origin: 'window', label, diff });
    const texts = async (): Promise<string[]> =>
      (await projects.read(id)).sentences.map(({ text }) => text);
    expect(await texts()).toEqual(['Hello, you.']);
    await projects.undo(id);
    expect(await texts()).toEqual(['Hello there.']);
    await projects.redo(id);
    await until('job.changed', (event) => event.id === job.id && event.state === 'done');
    expect(await texts()).toEqual(['Hello, you.', 'Good bye.']);
    await projects.undo(id);
    expect(await texts()).toEqual(['Hello there.', 'Good bye.']);
    await projects.undo(id);
    expect(await texts()).toEqual([]);
  });

  it('end in the middle of a job, and keep what it recognised', async () => {
    const env = writeScript([
      { stage: 'transcribing', fraction: 0.4, segments: [hello] },
      { waitForever: true },
    ]);
    const { workspace, until } = await start(env);
    const { id } = await workspace.projects.openFile(longSpeech, new AbortController().signal);
    const job = await workspace.jobs.start({ projectId: id, engine: 'scripted', language: 'en' });
    await until('job.changed', ({ sentenceCount }) => sentenceCount === 1);
    await workspace.dispose();

    const again = await start(env);
    expect(again.workspace.jobs.list()).toMatchObject([
      { id: job.id, state: 'cancelled', sentenceCount: 1 },
    ]);
    const { sentences } = await again.workspace.projects.read(id);
    expect(sentences.map(({ text }) => text)).toEqual(['Hello there.']);
    writeScript([{ fraction: 1, segments: [hello, bye] }]);
    await again.workspace.jobs.retry(job.id);
    await again.until('job.changed', ({ state }) => state === 'done');
    const { sentences: all } = await again.workspace.projects.read(id);
    expect(all.map(({ text }) => text)).toEqual(['Hello there.', 'Good bye.']);
  });

  it('show what came from outside first, then what was opened last', async () => {
    const copy = inFolder('other.flac');
    copyFileSync(longSpeech, copy);
    const { workspace, published } = await start();
    expect(await workspace.findInitialProject()).toEqual({});
    const opening = workspace.openFromOutside([shortSpeech]);
    const { projectId } = await workspace.findInitialProject();
    await opening;
    expect(projectId).toBeDefined();
    expect(published).toContainEqual({ name: 'project.openRequested', payload: { projectId } });
    const other = await workspace.projects.openFile(copy, new AbortController().signal);
    await workspace.openProject(projectId!);
    expect(other.id).not.toBe(projectId);
    await expect(workspace.openFromOutside([inFolder('gone.wav')])).rejects.toMatchObject({
      code: 'media/not-found',
    });
    expect(await workspace.findInitialProject()).toEqual({ projectId });
    await workspace.dispose();

    const again = await start();
    expect(await again.workspace.findInitialProject()).toEqual({ projectId });
    await again.workspace.projects.remove(projectId!);
    expect(await again.workspace.findInitialProject()).toEqual({});
  });

  it('open subtitles from outside, of which nothing is looked for that they do not have', async () => {
    const { workspace, published } = await start();
    writeFileSync(inFolder('talk.srt'), tidySrt);
    await workspace.openFromOutside([inFolder('talk.srt')]);
    const { projectId } = await workspace.findInitialProject();
    expect(published).toContainEqual({ name: 'project.openRequested', payload: { projectId } });
    expect(await workspace.media.open(projectId!)).toMatchObject({ state: 'none' });
    expect((await workspace.openProject(projectId!)).project.sentences).toHaveLength(2);
  });

  it('[OP5] show the first of several files from outside, and a subtitle with its recording', async () => {
    const [first, second] = [inFolder('first.flac'), inFolder('second.flac')];
    copyFileSync(shortSpeech, first);
    copyFileSync(longSpeech, second);
    const { workspace, published } = await start();
    const failures: unknown[] = [];
    const paths = [inFolder('gone.wav'), first, second];
    await workspace.openFromOutside(paths, (thrown) => {
      failures.push(thrown);
      return Promise.resolve();
    });
    const { projectId } = await workspace.findInitialProject();
    expect((await workspace.projects.read(projectId!)).media.path).toBe(first);
    expect(await workspace.projects.list()).toHaveLength(2);
    expect(failures).toMatchObject([{ code: 'media/not-found' }]);
    const told = published.filter(({ name }) => name === 'project.openRequested');
    expect(told).toEqual([{ name: 'project.openRequested', payload: { projectId } }]);

    writeFileSync(inFolder('lines.srt'), tidySrt);
    await workspace.openFromOutside([second, inFolder('lines.srt')]);
    const paired = await workspace.findInitialProject();
    const { media, sentences } = await workspace.projects.read(paired.projectId!);
    expect([media.path, sentences.length]).toEqual([second, 2]);
  });

  it('take another ffmpeg at once, and say which settings could not be read', async () => {
    mkdirSync(inFolder('home'));
    writeFileSync(inFolder('home/settings.json'), '{ "theme": ');
    const { workspace } = await start();
    const ffprobe = async (): Promise<string | undefined> =>
      (await workspace.diagnose()).find(({ id }) => id === 'ffprobe')?.state;
    expect(await ffprobe()).toBe('ok');
    expect(await workspace.diagnose()).toContainEqual(
      expect.objectContaining({ id: 'settings', state: 'warning' }),
    );
    await workspace.settings.update({ ffprobePath: inFolder('no-ffprobe') });
    expect(await ffprobe()).toBe('problem');
    const opening = workspace.projects.openFile(shortSpeech, new AbortController().signal);
    await expect(opening).rejects.toMatchObject({ code: 'tool/ffmpeg-missing' });
    await workspace.settings.update({ ffprobePath: undefined });
    await workspace.projects.openFile(shortSpeech, new AbortController().signal);
  });

  it('list the engines, and which of them could start', async () => {
    const { workspace } = await start(writeScript([]));
    const cards = await workspace.listEngines();
    expect(cards.map(({ id }) => id)).toEqual(engineIds);
    const states = Object.fromEntries(cards.map(({ id, readiness }) => [id, readiness.state]));
    expect(states).toMatchObject({
      ...{ local: 'ready', flash: 'unavailable', file: 'unavailable', scripted: 'ready' },
    });
    expect(engineIds[0]).toBe('local');
    expect(cards[0]).toMatchObject({ languages: ['en'], models: ['base', 'tiny'] });
    expect(cards[1]!.languages).toContain('zh');
  });

  it('write a text whole or say why not', async () => {
    const { workspace } = await start();
    const path = inFolder('talk.srt');
    expect(await workspace.writeText(path, '1\n')).toBe(path);
    expect(readFileSync(path, 'utf8')).toBe('1\n');
    await expect(workspace.writeText(join(path, 'x.srt'), '')).rejects.toMatchObject({
      code: 'output/unwritable',
    });
    rmSync(path);
  });
});
