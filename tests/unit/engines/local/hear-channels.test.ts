import type { JsonValue } from '@core/errors/studio-error';
import { StudioError } from '@core/errors/studio-error';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type {
  AudioSource,
  EngineContext,
  EngineProgress,
  EngineSegment,
} from '../../../../electron/engines/engine';
import {
  hearChannels,
  readChannelPositions,
} from '../../../../electron/engines/local/hear-channels';

function segmentAt(beginMs: number): EngineSegment {
  const word = { before: '', text: 'a', after: '', beginMs, endMs: beginMs + 100 };
  return {
    ...{ beginMs, endMs: beginMs + 100, channel: 0 },
    words: [{ ...word, timing: 'measured' }],
  };
}

/** Which of its channels a source is, for a fake that hears it. */
function makeAudio(count: number): AudioSource & { readonly asked: number[] } {
  const asked: number[] = [];
  return {
    ...{ path: 'a.wav', durationMs: 10_000, asked },
    read: () => noSamples(),
    channels: {
      count,
      read: (channel) => {
        asked.push(channel);
        return noSamples();
      },
    },
  };
}

async function* noSamples(): AsyncGenerator<Float32Array> {
  await Promise.resolve();
  yield new Float32Array(0);
}

function recordContext(): EngineContext & { readonly events: EngineProgress[] } {
  const events: EngineProgress[] = [];
  return {
    events,
    signal: new AbortController().signal,
    report: (event) => {
      if (event.kind === 'progress') events.push(event);
    },
    log: () => undefined,
  };
}

type Step = { readonly beginMs: number; readonly turns: number };

/** Hears channels of which each gives its segments after some turns of the event loop. */
function hearBy(channels: readonly (readonly Step[])[], failsAt?: number) {
  let opened = 0;
  return async (audio: AudioSource, from: JsonValue | undefined, context: EngineContext) => {
    const channel = opened;
    opened += 1;
    for await (const _ of audio.read(context.signal)) break;
    const steps = channels[channel] ?? [];
    const done = typeof from === 'number' ? from : 0;
    const segments: EngineSegment[] = [];
    for (const [index, { beginMs, turns }] of steps.entries()) {
      if (index < done) continue;
      for (let turn = 0; turn < turns; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (channel === failsAt) throw new StudioError('engine/worker-failed', 'gone');
      const fresh = [segmentAt(beginMs)];
      segments.push(...fresh);
      context.report({
        ...{ kind: 'progress', stage: 'transcribing', notices: [], segments: fresh },
        ...{ fraction: (index + 1) / steps.length, position: index + 1 },
      });
    }
    return { language: 'en', durationMs: 10_000, segments, notices: [] };
  };
}

const steps = fc
  .array(fc.record({ beginMs: fc.nat(9_000), turns: fc.nat(3) }), { maxLength: 8 })
  .map((list) => list.toSorted((left, right) => left.beginMs - right.beginMs));

describe('[TR6] channels that are heard each by itself', () => {
  test('come in one order of time, each segment once and with its channel', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 2, maxLength: 4 }), async (channels) => {
        const context = recordContext();
        const audio = makeAudio(channels.length);
        const given = { audio, context, from: undefined, hear: hearBy(channels) };
        const { segments } = await hearChannels(given);
        expect(audio.asked.toSorted()).toEqual(channels.map((_, channel) => channel));
        const expected = channels
          .flatMap((list, channel) => list.map(({ beginMs }) => ({ beginMs, channel })))
          .toSorted((left, right) => left.beginMs - right.beginMs || left.channel - right.channel);
        expect(segments.map(({ beginMs }) => beginMs)).toEqual(
          expected.map(({ beginMs }) => beginMs),
        );
        expect(countOf(segments)).toEqual(countOf(expected));
        expect(context.events.flatMap((event) => event.segments)).toEqual(segments);
        const fractions = context.events.map(({ fraction }) => fraction);
        expect(fractions).toEqual(fractions.toSorted((left, right) => left - right));
        expect(fractions.at(-1)).toBe(1);
      }),
      { numRuns: 40 },
    );
  });

  it('go on from any place at which they were stopped: nothing is lost, nothing comes twice', async () => {
    const channels = [
      [0, 1_000, 4_000].map((beginMs) => ({ beginMs, turns: 1 })),
      [500, 6_000].map((beginMs) => ({ beginMs, turns: 2 })),
    ];
    const first = recordContext();
    const audio = makeAudio(2);
    await hearChannels({ audio, context: first, from: undefined, hear: hearBy(channels) });
    for (const [index, { position }] of first.events.entries()) {
      if (position === undefined) continue;
      expect(readChannelPositions(position)).toHaveLength(2);
      const before = first.events.slice(0, index + 1).flatMap((event) => event.segments);
      const context = recordContext();
      const hear = hearBy(channels);
      const { segments } = await hearChannels({ audio, context, from: position, hear });
      const all = [...before, ...segments].map(({ beginMs }) => beginMs);
      expect(all.toSorted((left, right) => left - right)).toEqual([0, 500, 1_000, 4_000, 6_000]);
    }
  });

  it('are heard but those that hold the very sound of another', async () => {
    const context = recordContext();
    const audio = makeAudio(3);
    const channels = [[0, 4_000], [500]].map((begins) =>
      begins.map((beginMs) => ({ beginMs, turns: 1 })),
    );
    const hear = hearBy(channels);
    const given = { audio, context, from: undefined, leaves: [1], hear };
    const { segments, language } = await hearChannels(given);
    expect(audio.asked.toSorted()).toEqual([0, 2]);
    expect(countOf(segments)).toEqual(['0 0', '4000 0', '500 2']);
    expect([language, context.events.at(-1)?.fraction]).toEqual(['en', 1]);
    const positions = context.events.flatMap(
      ({ position }) => readChannelPositions(position) ?? [],
    );
    expect(positions.length % 3).toBe(0);
  });

  it('are given out as far as they were heard when one of them fails', async () => {
    const channels = [
      [0, 1_000, 4_000].map((beginMs) => ({ beginMs, turns: 0 })),
      [500].map((beginMs) => ({ beginMs, turns: 50 })),
    ];
    const context = recordContext();
    const given = { audio: makeAudio(2), context, from: undefined, hear: hearBy(channels, 1) };
    await expect(hearChannels(given)).rejects.toMatchObject({ code: 'engine/worker-failed' });
    const heard = context.events.flatMap((event) => event.segments);
    expect(heard.map(({ beginMs }) => beginMs)).toEqual([0, 1_000, 4_000]);
  });

  test.each([undefined, null, 1, { version: 1, model: 'base' }, { version: 2, channels: [null] }])(
    'have no position in %j',
    (position) => {
      expect(readChannelPositions(position)).toBeUndefined();
    },
  );
});

function countOf(
  segments: readonly { readonly beginMs: number; readonly channel: number }[],
): string[] {
  return segments.map(({ beginMs, channel }) => `${String(beginMs)} ${String(channel)}`).toSorted();
}
