import { resolve } from 'node:path';
import { afterAll } from 'vitest';
import type { VoiceListeners } from '../../electron/engines/cloud/speech-finder';
import { EngineChild } from '../../electron/engines/local/child-process';
import { Detector } from '../../electron/engines/local/detector';
import { voiceDetectorPath } from '../../electron/engines/local/models/model-paths';
import { generousWatchdog } from '../../electron/engines/local/worker-pool';

const root = resolve(import.meta.dirname, '../..');
const modelPath = voiceDetectorPath(resolve(root, 'resources/models'));
const childScript = resolve(root, 'out/main/engine-child.js');

/**
 * The real voice detectors, which stay for the next recording of the file: a process with its model
 * costs more than all that it hears in a test. The program must be built.
 */
export function useKeptDetectors(): VoiceListeners {
  const made: Detector[] = [];
  const idle: Detector[] = [];
  const make = (): Detector => {
    const spawn = (): EngineChild => new EngineChild(childScript);
    const options = { spawn, modelPath, watchdog: generousWatchdog, log: () => undefined };
    const detector = new Detector(options);
    made.push(detector);
    return detector;
  };
  afterAll(async () => {
    await Promise.all(made.map((detector) => detector.dispose()));
  });
  return {
    open: (count) => {
      const channels = Array.from({ length: count }, () => idle.pop() ?? make());
      for (const channel of channels) channel.startRecording();
      return Promise.resolve({
        channels,
        close: () => {
          idle.push(...channels);
          return Promise.resolve();
        },
      });
    },
  };
}
