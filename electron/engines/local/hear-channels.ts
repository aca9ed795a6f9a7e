import type { JsonValue } from '@core/errors/studio-error';
import { z } from 'zod';
import type { AudioSource, EngineContext, EngineProgress, EngineResult } from '../engine';
import { ChannelMerge } from './merge-channels';
import { ProgressReporter } from './progress-reporter';

/** Where each channel of a recording goes on; null: at its beginning. */
const positionsSchema = z.object({ version: z.literal(1), channels: z.array(z.json()).min(1) });

/** @returns undefined where it is none of a recording whose channels are heard by themselves */
export function readChannelPositions(
  position: JsonValue | undefined,
): readonly JsonValue[] | undefined {
  return positionsSchema.safeParse(position).data?.channels;
}

/** A recording as one of its channels. */
function ofChannel(audio: AudioSource, channel: number): AudioSource {
  const { path, durationMs, channels } = audio;
  return { path, durationMs, read: (signal) => channels!.read(channel, signal) };
}

export interface ChannelHearing {
  readonly audio: AudioSource;
  readonly from: JsonValue | undefined;
  /** Channels that hold nothing of their own: they are not heard. */
  readonly leaves?: readonly number[] | undefined;
  readonly context: EngineContext;
  /** Hears a recording with one channel. */
  readonly hear: (
    audio: AudioSource,
    from: JsonValue | undefined,
    context: EngineContext,
  ) => Promise<EngineResult>;
}

/**
 * Hears each channel of a recording by itself, all at once, and gives their segments in one order of
 * time, each with its channel. What was heard until it is stopped or fails is reported first.
 * @throws StudioError as `hear`; the first failure stops the other channels
 */
export async function hearChannels({
  audio,
  from,
  leaves = [],
  context,
  hear,
}: ChannelHearing): Promise<EngineResult> {
  const count = audio.channels?.count ?? 1;
  const before = readChannelPositions(from);
  const positions = Array.from({ length: count }, (_, channel) => before?.[channel] ?? null);
  const reporter = new ProgressReporter(context.report);
  const merge = new ChannelMerge(reporter, positions, (channels) => ({ version: 1, channels }));
  const failed = new AbortController();
  const signal = AbortSignal.any([context.signal, failed.signal]);
  let failure: { readonly thrown: unknown } | undefined;
  let isLoaded = false;
  const follow = ({ stage }: EngineProgress): void => {
    if (isLoaded || stage === 'loading') return;
    isLoaded = true;
    reporter.enter(stage);
  };
  reporter.enter('loading');
  const results = await Promise.all(
    positions.map(async (position, channel) => {
      if (leaves.includes(channel)) {
        merge.leave(channel);
        return undefined;
      }
      try {
        return await hear(ofChannel(audio, channel), position ?? undefined, {
          ...context,
          signal,
          report: (event) => {
            if (event.kind === 'progress') follow(event);
            merge.take(channel, event);
          },
        });
      } catch (thrown) {
        failure ??= { thrown };
        failed.abort();
        return undefined;
      } finally {
        merge.end(channel);
      }
    }),
  );
  merge.flush();
  if (failure !== undefined) throw failure.thrown;
  reporter.advance(1);
  const { segments, notices } = merge;
  const durationMs = Math.max(...results.map((result) => result?.durationMs ?? 0));
  return {
    language: results.find((each) => each !== undefined)?.language ?? 'und',
    durationMs,
    segments,
    notices,
  };
}
