import { closeSync, ftruncateSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { isCancelled, StudioError } from '@core/errors/studio-error';
import { flashUploadLimits } from '@isi/plan-upload';
import { readVendorReply } from '@isi/replies/import-reply';
import { joinWords } from '@core/transcript/word';
import { afterEach, describe, expect, it } from 'vitest';
import type { EngineContext, EngineResult } from '../../../electron/engines/engine';
import { createFlashEngine } from '../../../electron/engines/flash/flash-engine';
import { makeMedia } from '../../helpers/make-media';
import { makeWav } from '../../helpers/make-wav';
import { readAudio } from '../../helpers/read-audio';
import { onlyOf, recordContext } from '../../helpers/run-engine';
import { useCloudBench } from '../../helpers/use-cloud-bench';
import type { ReceivedAudio, Recognise } from '../../simulator/speech/spoken-sentence';

const received: ReceivedAudio[] = [];
let recognise: Recognise = () => Promise.resolve([]);
const cloud = useCloudBench({
  recognise: (audio) => {
    received.push(audio);
    return recognise(audio);
  },
});
const speech = resolve(import.meta.dirname, '../../fixtures/audio/short-english.flac');

afterEach(() => {
  received.splice(0);
  cloud.simulator().set({ nextFlash: [], nextToken: [] });
  expect(cloud.encodedFiles()).toEqual([]);
});

async function transcribe(
  path: string,
  parts: Partial<EngineContext> = {},
  parameters: Readonly<Record<string, boolean>> = {},
): Promise<EngineResult> {
  return cloud
    .flash()
    .transcribe({ audio: await cloud.open(path), parameters }, { ...recordContext(), ...parts });
}
const flashCalls = (from: number) =>
  cloud
    .simulator()
    .requests.slice(from)
    .filter(({ target }) => target === 'flash');

/** Says one sentence where the first sound is. */
const hearOnset: Recognise = ({ path }) => {
  const samples = readAudio(path);
  const beginMs = Math.round(samples.findIndex((sample) => Math.abs(sample) > 0.05) / 16);
  return Promise.resolve([{ text: '声音。', beginMs, endMs: beginMs + 500 }]);
};

describe('a recording that flash does not take as it is', () => {
  it('a minute longer than the service takes is one job of two parts, with no word lost or doubled', async () => {
    // As two hours and a minute at the service: see the unit tests of planUpload.
    const mostMs = 40_000;
    // A sentence every five seconds, and a pause between any two.
    const unitMs = 5_000;
    const count = 14;
    const unit = makeWav({ durationMs: unitMs, rateHz: 8_000, claimedMs: unitMs * count });
    unit.fill(0, unit.length - 16_000);
    const path = cloud.inFolder('long.wav');
    const file = openSync(path, 'w');
    writeSync(file, unit);
    for (let index = 1; index < count; index += 1) writeSync(file, unit.subarray(44));
    closeSync(file);
    const spoken = Array.from({ length: count }, (_, index) => ({
      text: `第${String(index)}句。`,
      beginMs: index * unitMs + 500,
      endMs: index * unitMs + 3_500,
    }));
    let offsetMs = 0;
    recognise = ({ durationMs }) => {
      const beginMs = offsetMs;
      offsetMs += durationMs;
      return Promise.resolve(
        spoken
          .filter((each) => each.beginMs >= beginMs && each.beginMs < offsetMs)
          .map((each) => ({
            ...each,
            beginMs: each.beginMs - beginMs,
            endMs: each.endMs - beginMs,
          })),
      );
    };
    const context = recordContext();
    const replies: string[] = [];
    const flash = createFlashEngine({
      access: cloud.access(),
      encoder: cloud.encoder(),
      channelMeter: cloud.channelMeter,
      limits: { ...flashUploadLimits, mostMs },
    });
    const result = await flash.transcribe(
      { audio: await cloud.open(path) },
      { ...context, keepReply: (json) => Promise.resolve(void replies.push(json)) },
    );
    expect(received).toHaveLength(2);
    for (const { durationMs } of received) expect(durationMs).toBeLessThanOrEqual(mostMs);
    expect(result.segments.map(({ words }) => joinWords(words))).toEqual(
      spoken.map(({ text }) => text),
    );
    // The encoder adds less than a tenth of a second, which the stand-in counts as sound.
    for (const [index, { beginMs, endMs }] of result.segments.entries()) {
      expect(Math.abs(beginMs - spoken[index]!.beginMs)).toBeLessThan(150);
      expect(Math.abs(endMs - spoken[index]!.endMs)).toBeLessThan(150);
    }
    expect(result.durationMs).toBe(count * unitMs);
    const fractions = context.reports.map(({ fraction }) => fraction);
    expect(fractions).toEqual(fractions.toSorted((left, right) => left - right));
    // What was kept is enough to make the same of it again.
    const imported = readVendorReply(replies[0]!);
    expect(imported.segments).toEqual(result.segments);
  });

  it('of 101 MB is sent smaller', async () => {
    recognise = hearOnset;
    const path = cloud.inFolder('heavy.wav');
    // Its sound is short, so that nobody has to encode nine minutes; what follows it is no sound.
    const durationMs = 20_000;
    const lead = makeWav({ durationMs: 1_000, rateHz: 48_000, channels: 2, claimedMs: durationMs });
    const soundEnd = 44 + (durationMs / 1000) * 192_000;
    const restBytes = 101_000_000 - soundEnd;
    const rest = Buffer.from('JUNK    ', 'latin1');
    rest.writeUInt32LE(restBytes, 4);
    lead.writeUInt32LE(soundEnd + restBytes, 4);
    const file = openSync(path, 'w');
    writeSync(file, lead);
    writeSync(file, rest, 0, rest.length, soundEnd);
    ftruncateSync(file, soundEnd + rest.length + restBytes);
    closeSync(file);
    expect(statSync(path).size).toBeGreaterThan(101_000_000);
    const result = await transcribe(path);
    expect(received).toHaveLength(1);
    // 101 MB of such sound are 526.1 s.
    const { sizeBytes } = received[0]!;
    expect((sizeBytes * 526_100) / durationMs).toBeLessThan(10_000_000);
    expect(Math.abs(received[0]!.durationMs - durationMs)).toBeLessThan(100);
    expect(result.segments).toHaveLength(1);
  });

  it.each([
    ['a video', 'film.mp4', ['-f', 'lavfi', '-i', 'testsrc=d=3:s=64x64:r=10', '-c:a', 'aac']],
    ['a codec of its own', 'odd.ogg', ['-c:a', 'libvorbis']],
    ['a WAV of floats', 'float.wav', ['-c:a', 'pcm_f32le']],
  ] as const)('for %s goes as MP3 of its sound', async (_what, name, words) => {
    recognise = hearOnset;
    const path = cloud.inFolder(name);
    makeMedia(path, ['-i', speech, ...words]);
    const from = cloud.simulator().requests.length;
    await transcribe(path);
    expect(flashCalls(from)[0]!.parameters['format']).toBe('mp3');
    expect(received).toHaveLength(1);
  });

  it('because its sound begins late keeps its times', async () => {
    recognise = hearOnset;
    const path = cloud.inFolder('late.mkv');
    makeMedia(path, [
      ...['-f', 'lavfi', '-i', 'testsrc=d=6:s=64x64:r=10'],
      ...['-itsoffset', '2', '-f', 'lavfi', '-i', 'sine=d=4:r=16000'],
      ...['-map', '0:v', '-map', '1:a', '-c:v', 'mpeg4', '-c:a', 'flac'],
    ]);
    const { segments } = await transcribe(path);
    expect(Math.abs(segments[0]!.beginMs - 2_000)).toBeLessThan(150);
  });

  it.each([
    ['keeps its channels apart where each is to be heard', false, [0, 1]],
    ['is its first one where that alone is to be heard', true, [0]],
  ] as const)('%s', async (_name, isFirstOnly, channels) => {
    // Each channel says where its own sound begins.
    recognise = ({ path }) =>
      Promise.resolve(
        channels.map((channel) => {
          const samples = readAudio(path, channels.length === 1 ? undefined : channel);
          const beginMs = samples.findIndex((sample) => Math.abs(sample) > 0.05) / 16;
          return { text: `声道${String(channel)}。`, channel, beginMs, endMs: beginMs + 500 };
        }),
      );
    const path = cloud.inFolder('two.aiff');
    makeMedia(path, [
      ...['-f', 'lavfi', '-i', 'sine=d=6:r=16000', '-f', 'lavfi', '-i', 'sine=d=6:r=16000'],
      '-filter_complex',
      '[0]adelay=1000[l];[1]adelay=3000[r];[l][r]join=inputs=2:channel_layout=stereo[both]',
      ...['-map', '[both]'],
    ]);
    const { segments } = await transcribe(path, {}, { first_channel_only: isFirstOnly });
    expect(received.at(-1)?.channels).toBe(channels.length);
    expect(segments.map(({ channel }) => channel)).toEqual(channels);
    for (const { channel, beginMs } of segments) {
      expect(Math.abs(beginMs - (channel === 0 ? 1_000 : 3_000))).toBeLessThan(150);
    }
  });
});

describe('a flash job', () => {
  it('gets another token where the one it had ends under way', async () => {
    recognise = hearOnset;
    const path = cloud.inFolder('plain.wav');
    writeFileSync(path, makeWav());
    await transcribe(path);
    for (const tokenRefusal of [400, 403] as const) {
      cloud.simulator().set({ tokenRefusal });
      cloud.simulator().expireTokens();
      const from = cloud.simulator().requests.length;
      await transcribe(path);
      expect(flashCalls(from)).toHaveLength(2);
    }
  });

  it('asks for one more token, not for five, where each is refused', async () => {
    recognise = hearOnset;
    const path = cloud.inFolder('plain.wav');
    writeFileSync(path, makeWav());
    cloud.simulator().set({ nextFlash: { code: 40000001, times: 9 } });
    const from = cloud.simulator().requests.length;
    await expect(transcribe(path)).rejects.toMatchObject({ code: 'engine/unauthorised' });
    expect(flashCalls(from)).toHaveLength(2);
  });

  it('sends again what a broken line or service lost, a bounded number of times, and says so', async () => {
    recognise = hearOnset;
    const path = cloud.inFolder('plain.wav');
    writeFileSync(path, makeWav({ durationMs: 5_000 }));
    const retries: string[] = [];
    const report = onlyOf('retrying', ({ error }) => retries.push(error.code));
    cloud.simulator().set({
      nextFlash: [{ kind: 'reset', afterBytes: 80_000 }, { kind: 'half-reply' }],
    });
    await transcribe(path, { report });
    expect(retries.splice(0)).toEqual(['network/unreachable', 'network/unreachable']);
    cloud.simulator().set({
      nextFlash: [{ code: 50000000 }, { kind: 'status', httpStatus: 503 }],
    });
    await transcribe(path, { report });
    expect(retries).toEqual(['engine/failed', 'engine/reply-unreadable']);
    cloud.simulator().set({ nextFlash: { kind: 'reset', afterBytes: 80_000, times: 9 } });
    const from = cloud.simulator().requests.length;
    await expect(transcribe(path)).rejects.toMatchObject({ code: 'network/unreachable' });
    expect(flashCalls(from)).toHaveLength(3);
  });

  it.each([
    [{ code: 40000010 }, 1],
    [{ code: 40020105 }, 1],
    [{ kind: 'not-json' as const }, 1],
  ])('does not insist where it was refused: %o', async (fault, calls) => {
    const path = cloud.inFolder('plain.wav');
    writeFileSync(path, makeWav());
    cloud.simulator().set({ nextFlash: fault });
    const from = cloud.simulator().requests.length;
    await expect(transcribe(path)).rejects.toBeInstanceOf(StudioError);
    expect(flashCalls(from)).toHaveLength(calls);
  });

  it('ends at once when it is cancelled before the service answers', async () => {
    const path = cloud.inFolder('plain.wav');
    writeFileSync(path, makeWav());
    cloud.simulator().set({ nextFlash: { kind: 'never' } });
    const abort = new AbortController();
    const from = cloud.simulator().requests.length;
    const work = transcribe(path, { signal: abort.signal }).catch((error: unknown) => error);
    await expect.poll(() => flashCalls(from)).toHaveLength(1);
    abort.abort();
    expect(isCancelled(await work)).toBe(true);
    await expect.poll(() => flashCalls(from)[0]!.endedMs).toBeDefined();
  });

  it('reads a reply of ten thousand sentences with fields that nobody knows', async () => {
    const path = cloud.inFolder('plain.wav');
    writeFileSync(path, makeWav({ durationMs: 60_000 }));
    cloud.simulator().set({ nextFlash: { kind: 'sentences', count: 10_000 } });
    const { segments } = await transcribe(path);
    expect(segments).toHaveLength(10_000);
    expect(segments.flatMap(({ words }) => words).length).toBeGreaterThan(20_000);
    recognise = hearOnset;
    cloud.simulator().set({ nextFlash: { kind: 'extra-fields' } });
    expect((await transcribe(path)).segments).toHaveLength(1);
  });
});
