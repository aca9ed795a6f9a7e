import type { CloudSettings, EngineCard, EnginePlan } from '@contract/api';
import { errorToJson, StudioError } from '@core/errors/studio-error';

/** An account with two Appkeys: the model of one aligns times with the sound, the other's does not. */
export const demoCloud: CloudSettings = {
  region: 'cn-shanghai',
  appkeys: [
    {
      id: 'interviews',
      name: 'Interviews',
      appkey: 'q1w2e3r4t5y6u7i8',
      model: '通用-英文',
      tag: 'en',
      sampleRateHz: 16000,
    },
    {
      id: 'german',
      name: 'German calls',
      appkey: 'a1s2d3f4g5h6j7k8',
      model: '通用-德语',
      tag: 'de',
      sampleRateHz: 16000,
      region: 'cn-beijing',
    },
  ],
};

/** The local engine and flash can be used; file transcription has no bucket yet. */
export const demoEngines: readonly EngineCard[] = [
  {
    id: 'local',
    languages: ['en'],
    models: ['base', 'tiny'],
    givesWordTimes: true,
    needsNetwork: false,
    readiness: { state: 'ready' },
  },
  ...['flash', 'file'].map((id): EngineCard => ({
    id,
    languages: ['zh', 'yue', 'en', 'ja', 'de', 'fr', 'es'],
    models: [],
    givesWordTimes: true,
    needsNetwork: true,
    readiness:
      id === 'flash'
        ? { state: 'ready' }
        : {
            state: 'unavailable',
            error: errorToJson(
              new StudioError('credentials/missing', 'no bucket', {
                data: { missing: 'ZIMU_OSS_BUCKET' },
              }),
            ),
          },
  })),
];

/** A recording that the services do not take as it is. */
export function planDemo(engine: string, durationMs: number): EnginePlan {
  return {
    sizeBytes: Math.round((durationMs / 1000) * 288_000),
    durationMs,
    container: 'wav',
    codec: 'pcm_s24le',
    hasVideo: false,
    estimatedMs: engine === 'local' ? durationMs / 12 : 28_000,
    ...(engine === 'flash' || engine === 'file'
      ? {
          upload: {
            kind: 'encode',
            reason: 'format',
            sizeBytes: Math.round((durationMs / 1000) * 12_000),
            partCount: 1,
            region: 'cn-shanghai',
            channels: {
              ...{ count: 2, sends: 'both', reason: 'different', firstChannelOnly: false },
              ...{ billedChannels: 2, billedMs: 2 * durationMs, isByLevel: false },
            },
          },
        }
      : {}),
  };
}
