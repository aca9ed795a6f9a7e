import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createAudioSource,
  decodeForRecognition,
} from '../../../electron/services/media/decode-audio';
import type { MediaTools } from '../../../electron/services/media/find-media-tools';
import { probeMedia } from '../../../electron/services/media/probe-media';
import { placeSilence } from '../../helpers/place-silence';
import { describeUnless, noUnix } from '../../helpers/skip';
import {
  createMediaFixture,
  findQuickTools,
  hear,
  listProcessesNaming,
  type MediaFixture,
  pictureInput,
  toneInput,
} from './media-fixture';

let fixture: MediaFixture;
const neverAborted = new AbortController().signal;

beforeAll(async () => {
  fixture = await createMediaFixture(findQuickTools);
});
afterAll(() => fixture.remove());

/** Tools whose ffmpeg runs the given shell lines, with the real one as `$FFMPEG`. */
async function makeTools(name: string, script: string): Promise<MediaTools> {
  const { ffmpeg, ffprobe } = fixture.tools;
  const path = join(fixture.folder, name);
  await writeFile(path, `#!/bin/sh\nFFMPEG='${ffmpeg.path}'\n${script}\n`);
  await chmod(path, 0o755);
  return { ffmpeg: { ...ffmpeg, path }, ffprobe };
}

describeUnless(noUnix, 'a decoder that ends early', () => {
  // Matroska with a picture states no length of its streams, so the samples cannot be counted.
  const film = (name: string): Promise<string> =>
    fixture.make(name, ...pictureInput(20), ...toneInput(20), '-c:v', 'mjpeg', '-c:a', 'pcm_s16le');

  test.each([
    ['by a signal without a word', 'kill -9 $$', 'it was ended by SIGKILL'],
    ['with an exit code without a word', 'exit 3', 'it ended with code 3'],
  ])('%s: what was heard is given, with a warning', async (_case, end, reason) => {
    const path = await film('film.mkv');
    const tools = await makeTools(
      'dying-ffmpeg',
      `"$FFMPEG" "$@" 2>/dev/null | head -c 400000\n${end}`,
    );
    const { samples, warnings } = await hear(path, tools);
    expect(samples.length / 16_000).toBeGreaterThan(5);
    expect(samples.length / 16_000).toBeLessThan(7);
    expect(warnings).toMatchObject([{ kind: 'damaged', reason }]);
  });

  test('killed before the first sample it is the tool that failed, not the recording', async () => {
    const path = await film('film.mkv');
    const tools = await makeTools('dead-ffmpeg', 'kill -9 $$');
    await expect(hear(path, tools)).rejects.toMatchObject({
      code: 'tool/ffmpeg-failed',
      data: { path, tool: 'ffmpeg', reason: 'it was ended by SIGKILL' },
    });
  });
});

describe('names', () => {
  test.each([
    'with space.wav',
    `it's "quoted".wav`,
    '采访 录音.wav',
    '🎙️👩‍🔬.wav',
    '-y -i.wav',
    '100%d %20 %s.wav',
    'a?b#c&d;e|f.wav',
    'https:colon.wav',
    'line\nbreak.wav',
    '$(touch hacked) `id`.wav',
  ])('%j', async (name) => {
    const plain = await readFile(await fixture.make('plain.wav', ...toneInput(0.5)));
    const folder = join(fixture.folder, 'names % ?');
    await mkdir(folder, { recursive: true });
    const path = join(folder, name);
    await writeFile(path, plain);
    const { samples } = await hear(path, fixture.tools);
    expect(samples.length).toBe(8_000);
  });

  test('a link to a file', async () => {
    const target = await fixture.make('target.wav', ...toneInput(0.5));
    const path = join(fixture.folder, 'link.wav');
    await symlink(target, path);
    expect((await hear(path, fixture.tools)).samples.length).toBe(8_000);
  });
});

describe('stopping and memory', () => {
  const placeHours = (name: string, hours: number): string =>
    placeSilence(join(fixture.folder, name), hours * 3_600_000);

  test('an abort in the middle ends ffmpeg and is a cancel', async () => {
    const path = placeHours('hour-abort.wav', 1);
    const info = await probeMedia(path, fixture.tools);
    const abort = new AbortController();
    const read = async (): Promise<void> => {
      for await (const block of createAudioSource(path, info, fixture.tools).read(abort.signal)) {
        if (block.length > 0) abort.abort();
      }
    };
    await expect(read()).rejects.toMatchObject({ code: 'job/cancelled' });
    expect(await listProcessesNaming(path)).toEqual([]);
  });

  test('a reader that stops early leaves no ffmpeg behind', async () => {
    const path = placeHours('hour-break.wav', 1);
    const info = await probeMedia(path, fixture.tools);
    for await (const block of decodeForRecognition(path, info, fixture.tools, neverAborted)) {
      expect(block.length).toBeGreaterThan(0);
      break;
    }
    expect(await listProcessesNaming(path)).toEqual([]);
  });

  test('an aborted signal starts nothing', async () => {
    const path = await fixture.make('none.wav', ...toneInput(1));
    const info = await probeMedia(path, fixture.tools);
    const read = decodeForRecognition(path, info, fixture.tools, AbortSignal.abort());
    await expect(read.next()).rejects.toMatchObject({ code: 'job/cancelled' });
    const probe = probeMedia(path, fixture.tools, AbortSignal.abort());
    await expect(probe).rejects.toMatchObject({ code: 'job/cancelled' });
  });

  test('half an hour of sound (115 MB of samples) is read in bounded memory', async () => {
    const path = placeHours('half-hour.wav', 0.5);
    const info = await probeMedia(path, fixture.tools);
    const before = process.memoryUsage().rss;
    let samples = 0;
    let highest = 0;
    for await (const block of decodeForRecognition(path, info, fixture.tools, neverAborted)) {
      samples += block.length;
      highest = Math.max(highest, process.memoryUsage.rss());
    }
    expect(samples).toBe(1_800 * 16_000);
    // What garbage collection leaves varies with the machine; a reader of the whole needs all.
    expect(highest - before).toBeLessThan((samples * 4) / 2);
  });
});
