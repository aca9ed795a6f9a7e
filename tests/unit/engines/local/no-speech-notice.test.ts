import { describe, expect, it } from 'vitest';
import type { EngineProgress } from '../../../../electron/engines/engine';
import { hearRecording } from '../../../../electron/engines/local/hear-recording';
import { noticeOfNoSpeech } from '../../../../electron/engines/local/judge-take';
import { ChannelMerge } from '../../../../electron/engines/local/merge-channels';
import { ProgressReporter } from '../../../../electron/engines/local/progress-reporter';
import { sourceOf } from '../../../helpers/audio-source';

const rateHz = 16_000;
/** Four seconds of words and pauses, as loud as that. */
const talk = (amplitude: number): Float32Array =>
  Float32Array.from({ length: 4 * rateHz }, (_, index) =>
    index % 9600 < 4800 ? amplitude * Math.sin(index / 8) : 0,
  );

/** What is told of a recording in which the detector finds nothing. */
async function tell(samples: Float32Array) {
  const heard = await hearRecording({
    audio: sourceOf(samples),
    signal: new AbortController().signal,
    workers: 1,
    detect: (block) => Promise.resolve(new Float32Array(Math.ceil(block.length / 512))),
    recognise: () => Promise.reject(new Error('there is nothing to recognise')),
    onSegment: () => undefined,
    onPosition: () => undefined,
  });
  return noticeOfNoSpeech(heard);
}

describe('[SO5] a recording in which nothing was found', () => {
  it('is said to be too quiet where it moves as faint speech does', async () => {
    expect(await tell(talk(0.0002))).toEqual([{ kind: 'too-quiet', beginMs: 0, endMs: 3904 }]);
  });

  it('is said to be no speech where it is loud, and nothing is said of silence', async () => {
    expect((await tell(talk(0.2))).map(({ kind }) => kind)).toEqual(['not-speech']);
    expect(await tell(new Float32Array(4 * rateHz))).toEqual([]);
  });

  it('is told once for all its channels, and not beside one that has speech', () => {
    const take = (merge: ChannelMerge, channel: number, more: Partial<EngineProgress>): void =>
      merge.take(channel, {
        ...{ kind: 'progress', stage: 'transcribing', fraction: 1, segments: [], notices: [] },
        ...more,
      });
    const notices = [{ kind: 'too-quiet', beginMs: 0, endMs: 9000 }] as const;
    const create = (): ChannelMerge =>
      new ChannelMerge(new ProgressReporter(() => undefined), [null, null], () => null);
    const both = create();
    take(both, 0, { notices });
    take(both, 1, { notices });
    both.flush();
    expect(both.notices).toEqual(notices);
    const one = create();
    take(one, 0, { segments: [{ beginMs: 100, endMs: 900, channel: 0, words: [] }] });
    take(one, 1, { notices });
    one.flush();
    expect(one.notices).toEqual([]);
  });
});
