import { expect, it } from 'vitest';
import { createCloudAccess } from '../../../../electron/services/cloud/create-cloud-access';
import { planEngine } from '../../../../electron/services/cloud/plan-engine';
import type { MediaInfo } from '../../../../electron/services/media/probe-media';
import { createCredentialStore } from '../../../../electron/services/credentials/create-credential-store';
import { createMemorySecretStore } from '../../../../electron/services/credentials/memory-secret-store';
import { plannedEngines } from '../../../helpers/planned-engines';

const info: MediaInfo = {
  ...{ path: '/talk.wav', sizeBytes: 160_000, durationMs: 5_000, startOffsetMs: 0 },
  container: { name: 'wav', longName: 'WAV' },
  timeline: 'kept',
  streams: [{ index: 0, kind: 'audio', codec: 'pcm_s16le', startOffsetMs: 0, channels: 1 }],
  audioStreamIndex: 0,
};

function regionOf(
  engine: keyof typeof plannedEngines,
  env: Readonly<Record<string, string>>,
): string | undefined {
  const access = createCloudAccess({
    credentials: createCredentialStore({
      ...{ secrets: createMemorySecretStore(), env, first: 'kept' as const },
      ...{ publish: () => undefined, log: () => undefined },
    }),
    readSettings: () => ({ region: 'cn-beijing' }),
    env,
  });
  return planEngine(info, plannedEngines[engine], {
    readRegion: () => access.readRegion(undefined),
  }).upload?.region;
}

it.each(['flash', 'file'] as const)('says which region a recording goes to with %s', (engine) => {
  expect(regionOf(engine, {})).toBe('cn-beijing');
  // It wins for the job, so it must for what is said of it.
  expect(regionOf(engine, { ZIMU_ISI_REGION: 'cn-shenzhen' })).toBe('cn-shenzhen');
  expect(() => regionOf(engine, { ZIMU_ISI_REGION: 'nowhere' })).toThrow('ZIMU_ISI_REGION');
});

it('says none where nothing leaves, whatever the environment holds', () => {
  expect(regionOf('local', { ZIMU_ISI_REGION: 'nowhere' })).toBeUndefined();
});
