import type { CloudSettings, EngineCard, EnginePlan } from '@contract/api';
import { errorToJson, StudioError } from '@core/errors/studio-error';
import { fileDescription } from '../../../electron/engines/file/describe-file';
import { flashDescription } from '../../../electron/engines/flash/describe-flash';
import { localDescription } from '../../../electron/engines/local/describe-local';
import { toEngineFacts } from '../../../electron/services/jobs/list-engine-cards';
import type { DemoOptions } from './demo-options';

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

/** The local engine and flash can be used; file transcription has no bucket unless it was chosen. */
export const listDemoEngines = ({ engine }: DemoOptions): readonly EngineCard[] => [
  { ...toEngineFacts(localDescription), readiness: { state: 'ready' } },
  ...[flashDescription, fileDescription].map((description): EngineCard => ({
    ...toEngineFacts(description),
    languages: ['zh', 'yue', 'en', 'ja', 'de', 'fr', 'es'],
    readiness:
      description === flashDescription || engine === 'file'
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
export function planDemo(
  engine: string,
  durationMs: number,
  path: string,
  { channels, media }: Pick<DemoOptions, 'channels' | 'media'>,
): EnginePlan {
  const isCloud = engine === 'flash' || engine === 'file';
  return {
    sizeBytes: Math.round((durationMs / 1000) * 288_000),
    durationMs,
    container: 'wav',
    codec: 'pcm_s24le',
    hasVideo: false,
    estimatedMs: engine === 'local' ? durationMs / 12 : 28_000,
    ...(isCloud && media === 'brought' ? { question: { path } } : {}),
    ...(isCloud
      ? {
          upload: {
            kind: 'encode',
            reason: 'format',
            sizeBytes: Math.round((durationMs / 1000) * 12_000),
            partCount: 1,
            region: 'cn-shanghai',
            ...(channels === 'listening'
              ? { listensFirst: true }
              : { channels: decideDemo(channels, durationMs) }),
          },
        }
      : {}),
  };
}

function decideDemo(
  channels: Exclude<DemoOptions['channels'], 'listening'>,
  durationMs: number,
): NonNullable<NonNullable<EnginePlan['upload']>['channels']> {
  const one = { firstChannelOnly: true, billedChannels: 1, billedMs: durationMs } as const;
  switch (channels) {
    case 'different':
      return {
        ...{ count: 2, sends: 'both', reason: 'different', firstChannelOnly: false },
        ...{ billedChannels: 2, billedMs: 2 * durationMs, isByLevel: false },
      };
    case 'right':
      return {
        ...{ count: 2, sends: 'first', reason: 'asked-first', warning: 'first-has-no-speech' },
        ...{ isByLevel: true, ...one },
      };
    case 'many':
      return { count: 6, sends: 'mix', reason: 'many', isByLevel: false, ...one };
  }
}
