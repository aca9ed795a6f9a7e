import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toStudioError } from '@core/errors/studio-error';
import { makeWav } from '../../helpers/make-wav';
import { secretText, writeForeignProject } from '../../helpers/foreign-project';
import { useStudioHost } from '../../helpers/use-studio-host';
import { noUnix } from '../../helpers/skip';

const shown: string[] = [];
const studio = useStudioHost(() => ({}), { reveal: (path) => shown.push(path) });
const { call, drop, choose, inFolder } = studio;

/** A second of sound, somewhere a project has no business. */
function placeRecording(...names: string[]): string {
  const path = inFolder(...names);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, makeWav());
  return path;
}

function placeSecret(...names: string[]): string {
  const path = inFolder(...names);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, secretText.repeat(40));
  return path;
}

/** Everything that a page can get of a project's recording, as one text. */
async function readAll(projectId: string): Promise<string> {
  const texts: string[] = [];
  for (const name of ['media.open', 'media.makeProxy', 'media.open'] as const) {
    const access = await call(name, { projectId }).catch(toStudioError);
    if (!('url' in access)) continue;
    for (const url of [access.url, access.peaks.url].filter((each) => each !== '')) {
      texts.push(await (await studio.fetch(url)).text());
    }
  }
  return texts.join('\n');
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'done',
    (thrown: unknown) => toStudioError(thrown).code,
  );
}

const order = { engine: 'local', language: 'en' } as const;

describe('the path in a project that came from elsewhere [PF5]', () => {
  it.each([
    ['a private key', () => placeSecret('home', '.ssh', 'id_ed25519')],
    ['a recording elsewhere', () => placeRecording('home', 'private.wav')],
    ['a path that climbs', () => `${inFolder('inbox')}/../home/private.wav`],
    ['a relative path', () => '../home/private.wav'],
    ['a file of the system', () => '/etc/passwd'],
    ['a device that never ends', () => '/dev/zero'],
    ['what the process holds', () => '/proc/self/environ'],
    ['a share of the network', () => String.raw`\\192.0.2.1\share\talk.wav`],
    ['the same with slashes', () => '//192.0.2.1/share/talk.wav'],
    ['a path of the kernel of Windows', () => String.raw`\\?\C:\Windows\win.ini`],
    ['a device of Windows', () => String.raw`\\.\PhysicalDrive0`],
    ['a reserved name', () => 'C:\\NUL'],
    ['an address', () => 'http://192.0.2.1/talk.wav'],
    ['a protocol of ffmpeg', () => 'concat:/etc/passwd|/etc/hosts'],
    ['bytes for ffmpeg', () => 'data:audio/wav;base64,UklGRg=='],
  ])('leads nowhere where it is %s', async (_what, makePath) => {
    placeRecording('home', 'private.wav');
    mkdirSync(inFolder('inbox'));
    const path = makePath();
    const name = path.split(/[/\\]/).at(-1) ?? '';
    const id = await drop(writeForeignProject(inFolder('inbox', 'talk.zimu'), { path, name }));
    expect(await call('media.open', { projectId: id })).toMatchObject({
      state: 'missing',
      isOnlyNamed: true,
      url: '',
      peaks: { url: '' },
    });
    expect(await readAll(id)).toBe('');
    expect(await codeOf(call('jobs.start', { projectId: id, ...order }))).toBe('media/not-chosen');
    expect(await codeOf(call('engines.plan', { projectId: id, engine: 'flash' }))).toBe(
      'media/not-chosen',
    );
    expect(await codeOf(call('files.reveal', { projectId: id }))).toBe('media/not-chosen');
    expect(shown).toEqual([]);
    expect(await call('projects.list', {})).toMatchObject([{ id, isMediaMissing: true }]);
  });

  it.each([
    ['the name of a file', 'talk.wav', 'ready'],
    ['a name that climbs', '../home/private.wav', 'missing'],
    ['a name with the other separator', String.raw`..\home\private.wav`, 'missing'],
    ['the folder itself', '.', 'missing'],
    ['nothing', '', 'missing'],
  ])('opens what lies beside it by its name: %s', async (_what, name, state) => {
    placeRecording('home', 'private.wav');
    placeRecording('inbox', 'talk.wav');
    const id = await drop(
      writeForeignProject(inFolder('inbox', 'talk.zimu'), { path: '/nowhere/gone.wav', name }),
    );
    expect(await call('media.open', { projectId: id })).toMatchObject({ state });
  });

  it('opens what lies beside it by the last part of its path', async () => {
    const path = placeRecording('inbox', 'talk.wav');
    const id = await drop(
      writeForeignProject(inFolder('inbox', 'p.zimu'), { path: 'D:\\x\\talk.wav', name: 'a/b' }),
    );
    expect(await call('media.open', { projectId: id })).toMatchObject({ state: 'ready' });
    expect((await call('projects.open', { projectId: id })).project.media.path).toBe(path);
  });

  it('follows no link beside it, also one that comes later', async () => {
    mkdirSync(inFolder('inbox'));
    const hidden = placeRecording('home', 'private.wav');
    symlinkSync(hidden, inFolder('inbox', 'talk.wav'));
    const file = writeForeignProject(inFolder('inbox', 'talk.zimu'), { path: '/nowhere/talk.wav' });
    const id = await drop(file);
    expect(await call('media.open', { projectId: id })).toMatchObject({ state: 'missing' });

    const path = placeRecording('later', 'talk.wav');
    const later = await drop(
      writeForeignProject(inFolder('later', 'talk.zimu'), { path }, { id: 'later' }),
    );
    const { url } = await call('media.open', { projectId: later });
    expect((await studio.fetch(url)).status).toBe(200);
    execFileSync('ln', ['-sf', placeSecret('home', 'key'), path]);
    expect((await studio.fetch(url)).status).toBe(404);
    expect(await call('media.open', { projectId: later })).toMatchObject({ state: 'missing' });
  });

  it('is a recording of its own once a person has chosen it', async () => {
    mkdirSync(inFolder('inbox'));
    const path = placeRecording('home', 'private.wav');
    const id = await drop(writeForeignProject(inFolder('inbox', 'talk.zimu'), { path }));
    const fileId = await choose(path);
    expect(await call('media.relocate', { projectId: id, fileId })).toMatchObject({
      state: 'ready',
    });
    expect(await readAll(id)).toContain('RIFF');
    await call('files.reveal', { projectId: id });
    expect(shown.splice(0)).toEqual([path]);
  });

  it('makes the recording that a person opens none of its own', async () => {
    mkdirSync(inFolder('inbox'));
    const path = placeRecording('home', 'private.wav');
    const id = await drop(writeForeignProject(inFolder('inbox', 'talk.zimu'), { path }));
    const own = await drop(path);
    expect(own).not.toBe(id);
    expect(await call('media.open', { projectId: own })).toMatchObject({ state: 'ready' });
    expect(await call('media.open', { projectId: id })).toMatchObject({ state: 'missing' });
  });
});

describe('a file that only looks like a recording', () => {
  const list = '#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n';
  it.each([
    ['talk.mp4', () => secretText.repeat(40)],
    ['talk.flac', () => secretText.repeat(40)],
    ['talk.ac3', () => secretText.repeat(40)],
    ['talk.m4v', () => secretText.repeat(40)],
    ['talk.m3u8', () => list],
    ['talk.mp4', () => list],
    ['talk.ts', () => list],
    ['talk.wav', () => 'ffconcat version 1.0\nfile /etc/passwd\n'],
    ['talk.sdp', () => 'v=0\nc=IN IP4 192.0.2.1\nm=audio 9 RTP/AVP 0\n'],
    ['talk.mpd', () => '<?xml version="1.0"?><MPD><BaseURL>file:///etc/passwd</BaseURL></MPD>'],
    ['talk.srt', () => '1\n00:00:00,000 --> 00:00:09,000\nsecret\n'],
  ])('is given out under no name: %s (%#)', async (name, makeText) => {
    mkdirSync(inFolder('inbox'));
    writeFileSync(inFolder('inbox', name), makeText());
    const path = inFolder('inbox', name);
    const id = await drop(writeForeignProject(inFolder('inbox', 'p.zimu'), { path, name }));
    expect(await readAll(id)).toBe('');
    // Nor where a person chose it, or where it takes the place of what they chose.
    const fileId = await choose(path);
    expect(await codeOf(call('media.relocate', { projectId: id, fileId, isMeant: true }))).toMatch(
      /^media\/(unreadable|no-audio)$/,
    );
    // Of the one the kind of sound goes by the name, the other is opened as text.
    const isNoSound = ['talk.mp4', 'talk.srt'].includes(name);
    const own = await drop(placeRecording('own', isNoSound ? 'a.wav' : name));
    const { mediaPath } = (await call('projects.list', {})).find((each) => each.id === own)!;
    copyFileSync(path, mediaPath);
    expect(await codeOf(call('media.open', { projectId: own }))).toBe('media/unreadable');
    expect(await readAll(own)).toBe('');
  });

  it('is given out under no name where it is a picture', async () => {
    mkdirSync(inFolder('inbox'));
    const path = inFolder('inbox', 'talk.png');
    execFileSync('ffmpeg', [
      ...['-v', 'error', '-f', 'lavfi', '-i', 'color=red:size=8x8', '-frames:v', '1', path],
    ]);
    const id = await drop(writeForeignProject(inFolder('inbox', 'p.zimu'), { path }));
    expect(await readAll(id)).toBe('');
  });

  it('is refused at once where it is a pipe', async ({ skip }) => {
    skip(noUnix !== undefined, noUnix);
    mkdirSync(inFolder('inbox'));
    const path = inFolder('inbox', 'talk.wav');
    execFileSync('mkfifo', [path, inFolder('inbox', 'pipe.zimu')]);
    const id = await drop(writeForeignProject(inFolder('inbox', 'p.zimu'), { path }));
    expect(await call('media.open', { projectId: id })).toMatchObject({ state: 'missing' });
    for (const pipe of [path, inFolder('inbox', 'pipe.zimu'), '/dev/zero']) {
      expect(await codeOf(drop(pipe)), pipe).toBe('media/not-a-file');
      expect(await codeOf(choose(pipe)), pipe).toBe('media/not-a-file');
    }
    const own = await drop(placeRecording('own', 'talk.wav'));
    execFileSync('sh', ['-c', 'rm "$1" && mkfifo "$1"', 'sh', inFolder('own', 'talk.wav')]);
    expect(await call('media.open', { projectId: own })).toMatchObject({ state: 'missing' });
    expect(await codeOf(call('jobs.start', { projectId: own, ...order }))).toBe('done');
    await expect
      .poll(async () => (await call('jobs.list', {}))[0]?.error?.code)
      .toBe('media/not-a-file');
  });
});

describe('a project that was made here', () => {
  it('opens its recording as ever, and so does its copy, after it was removed too', async () => {
    const path = placeRecording('home', 'talk.wav');
    const id = await drop(path);
    const { downloadUrl = '' } = await call('projects.saveCopy', { projectId: id });
    const text = await (await studio.fetch(downloadUrl)).text();
    mkdirSync(inFolder('elsewhere'));
    const copy = inFolder('elsewhere', 'copy.zimu');
    writeFileSync(copy, text);
    const second = await drop(copy);
    expect(second).not.toBe(id);
    for (const projectId of [id, second]) {
      expect(await call('media.open', { projectId })).toMatchObject({ state: 'ready' });
      await call('projects.remove', { projectId });
    }
    expect(await call('media.open', { projectId: await drop(copy) })).toMatchObject({
      state: 'ready',
    });
    // Another path in the copy is another claim.
    const other = placeRecording('home', 'private.wav');
    writeFileSync(copy, text.replaceAll(JSON.stringify(path), JSON.stringify(other)));
    expect(await call('media.open', { projectId: await drop(copy) })).toMatchObject({
      state: 'missing',
      isOnlyNamed: true,
    });
  });
});
