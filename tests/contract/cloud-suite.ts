import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { StudioError } from '../../electron/core/errors/studio-error';
import type { AudioSource, TranscriptionEngine } from '../../electron/engines/engine';
import { sourceOf } from '../helpers/audio-source';
import { makeWav } from '../helpers/make-wav';
import { recordContext } from '../helpers/run-engine';
import { useCloudBench } from '../helpers/use-cloud-bench';
import { testAccounts } from '../helpers/use-simulator';
import type { Fault } from '../simulator/frame/faults';
import type { Simulator } from '../simulator/start-simulator';
import { testEngine } from './engine-suite';

const recording = resolve(import.meta.dirname, '../fixtures/audio/short-english.flac');

export interface CloudSubject {
  /** How a failure of each kind is made to happen. */
  readonly failures: readonly {
    readonly name: string;
    readonly prepare: (simulator: Simulator, fault: Fault) => void;
  }[];
}

/** The engine suite on an engine of the cloud, and what these owe besides. */
export function testCloudEngine(name: 'flash' | 'file', { failures }: CloudSubject): void {
  const cloud = useCloudBench();
  let speech: AudioSource;
  beforeAll(async () => {
    speech = await cloud.open(recording);
  });
  const create = (): TranscriptionEngine => cloud[name]();

  testEngine(name, {
    create,
    readsAudio: false,
    speech: () => speech,
    silence: (seconds) => {
      const path = cloud.inFolder(`silence-${seconds}.wav`);
      const bytes = makeWav({ durationMs: seconds * 1000, isSilent: true });
      writeFileSync(path, bytes);
      const file = {
        sizeBytes: bytes.length,
        durationMs: seconds * 1000,
        containerName: 'wav',
        codecName: 'pcm_s16le',
        sampleRateHz: 16_000,
        hasVideo: false,
        hasSeveralTracks: false,
        beginsAtZero: true,
      };
      return { ...sourceOf(new Float32Array(seconds * 16_000)), path, file };
    },
    units: [],
    spokenWord: '会议',
  });

  describe(`engine ${name} keeps to itself`, () => {
    it.each(failures)('what is secret, also where $name', async ({ prepare }) => {
      const link = 'https://recordings.example/x?x-oss-signature=0123456789&Signature=abc';
      const text = `token '0123456789abcdef0123456789abcdef' of ${testAccounts.owner.accessKeySecret} ${link}`;
      const before = cloud.simulator().requests.length;
      prepare(cloud.simulator(), { code: 41050008, text });
      const context = recordContext();
      const thrown: unknown = await create()
        .transcribe({ audio: speech }, context)
        .then(
          () => undefined,
          (error: unknown) => error,
        );
      expect(thrown).toBeInstanceOf(StudioError);
      const error = thrown as StudioError;
      const said = JSON.stringify([context.lines, error.message, error.data, String(error.cause)]);
      expect(said).not.toContain('0123456789abcdef');
      expect(said).not.toMatch(/signature=(?!…)/i);
      const sent = cloud.simulator().requests.slice(before);
      expect(sent.length).toBeGreaterThan(0);
      for (const { headers, parameters } of sent) {
        const { authorization = '' } = headers;
        const signature = /Signature=(\w+)/.exec(String(authorization))?.[1] ?? 'none';
        expect(said).not.toContain(signature);
        expect(said).not.toContain(parameters['token'] ?? 'none');
      }
    });
  });
}
