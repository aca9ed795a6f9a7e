import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeMedia } from '../../helpers/make-media';
import { scriptedSpeech } from '../../helpers/scripted-speech';
import { briefSpeech } from '../../helpers/use-cli-folder';
import { createHandlers } from '../../../electron/services/handlers';
import { type StartedWorkspace, useWorkspace } from '../../helpers/use-workspace';

const { start, inFolder } = useWorkspace();
const { signal } = new AbortController();

/** A project of a recording with three tracks, of which the second is the usual one. */
async function openThree(): Promise<StartedWorkspace & { readonly projectId: string }> {
  const path = inFolder('three.mkv');
  makeMedia(path, [
    ...['-f', 'lavfi', '-i', 'anullsrc=r=16000:cl=mono', '-i', briefSpeech],
    ...['-map', '0:a', '-map', '1:a', '-map', '1:a', '-shortest', '-c:a', 'flac'],
    ...['-disposition:a:0', '0', '-disposition:a:1', 'default', '-disposition:a:2', '0'],
  ]);
  const started = await start(scriptedSpeech.env);
  const { id: projectId } = await started.workspace.projects.openFile(path, signal);
  return { ...started, projectId };
}

function callsOf({ workspace }: StartedWorkspace): ReturnType<typeof createHandlers> {
  const description = {
    ...{ version: '1', systemLanguage: 'en', platform: 'linux', hasNativeDialogs: false },
    kind: 'browser',
  } as const;
  return createHandlers(workspace, { description, byteUrl: (path) => join('/', path) });
}

describe('[TR3] the track of a project', () => {
  it('is the usual one, until another is chosen: other peaks, another copy, kept and undone', async () => {
    const started = await openThree();
    const { projectId, workspace, until } = started;
    const calls = callsOf(started);
    const usual = await calls['media.open']({ projectId });
    expect(usual).toMatchObject({ heardTrack: 1, tracks: [{ track: 0 }, {}, { track: 2 }] });

    const silent = await calls['media.chooseTrack']({ projectId, track: 0 });
    // The element plays the first track by itself.
    expect(silent).toMatchObject({ heardTrack: 0, proxy: { state: 'none' } });
    expect(silent.url).not.toBe('');
    expect(silent.peaks.url).not.toBe(usual.peaks.url);
    expect(await workspace.projects.read(projectId)).toMatchObject({ audioTrack: 0 });

    const third = await calls['media.chooseTrack']({ projectId, track: 2 });
    expect(third).toMatchObject({ heardTrack: 2, substitute: { reason: 'track', way: 'copy' } });
    // Never the sound of another track, for how short a time ever.
    expect(third.url === '').toBe(third.proxy.state !== 'ready');
    const isReady = (track: number) =>
      until(
        'media.changed',
        ({ access }) => access.heardTrack === track && access.proxy.state === 'ready',
      );
    expect((await isReady(2)).access.url).not.toBe('');

    await calls['projects.undo']({ projectId });
    const told = await until('media.changed', ({ access }) => access.heardTrack === 0);
    expect(told.access.url).not.toBe('');
    expect((await calls['media.open']({ projectId })).heardTrack).toBe(0);
  });

  it('written down only where it is not the usual one; one that is not there is refused', async () => {
    const started = await openThree();
    const { projectId, workspace } = started;
    const calls = callsOf(started);
    await calls['media.chooseTrack']({ projectId, track: 1 });
    expect(await workspace.projects.read(projectId)).not.toHaveProperty('audioTrack');
    expect((await workspace.projects.open(projectId)).history.undo).toBeUndefined();
    const refused = calls['media.chooseTrack']({ projectId, track: 3 });
    await expect(refused).rejects.toMatchObject({ code: 'usage/invalid' });
  });

  it('is that of a job from when it was asked for, and one of another track is another job', async () => {
    const started = await openThree();
    const { projectId, workspace, until } = started;
    const calls = callsOf(started);
    const order = { projectId, engine: 'scripted', language: 'en' };
    const plan = await calls['engines.plan']({ projectId, engine: 'local' });
    expect(plan).toMatchObject({ heardTrack: 1, tracks: [{}, {}, {}] });
    await calls['media.chooseTrack']({ projectId, track: 2 });
    const job = await calls['jobs.start'](order);
    expect(job).toMatchObject({ audioTrack: 2 });
    await until('job.changed', ({ id, state }) => id === job.id && state === 'done');
    await calls['media.chooseTrack']({ projectId, track: 1 });
    const other = await calls['jobs.start'](order);
    expect(other).not.toHaveProperty('audioTrack');
    await until('job.changed', ({ id, state }) => id === other.id && state === 'done');
    expect((await workspace.projects.read(projectId)).sentences.length).toBeGreaterThan(0);
  });
});
