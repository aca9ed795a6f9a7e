import { fileURLToPath } from 'node:url';
import { untilCancelled } from './abort';
import { EngineChild } from './child-process';
import { Detector } from './detector';
import type { LocalEngineOptions } from './local-engine';
import { voiceDetectorPath } from './models/model-paths';
import { verifyModel } from './models/verify-model';
import { generousWatchdog } from './worker-pool';

/** Voice detectors without a recogniser, each for a channel of one recording. */
export interface OpenDetectors {
  readonly channels: readonly Pick<Detector, 'detect'>[];
  /** Ends their child processes. */
  close(): Promise<void>;
}

/** Processes at most, whatever the number of channels: each takes some 80 MB. */
const mostChildren = 2;

/**
 * A voice detector for each channel, in two processes at most; each loads when it is first asked, so
 * that none is started for a silent channel. Their model is part of the set-up, and small.
 * @throws StudioError `model/missing`, `model/corrupt`, `job/cancelled`
 */
export async function openDetectors(
  {
    modelsDirectory,
    verify = verifyModel,
    childScript = fileURLToPath(new URL('./engine-child.js', import.meta.url)),
    watchdog = generousWatchdog,
  }: LocalEngineOptions,
  {
    count,
    signal,
    log,
  }: {
    readonly count: number;
    readonly signal: AbortSignal;
    readonly log: (line: string) => void;
  },
): Promise<OpenDetectors> {
  await untilCancelled(verify(modelsDirectory, 'voice-detector'), signal);
  const modelPath = voiceDetectorPath(modelsDirectory);
  const spawn = (): EngineChild => new EngineChild(childScript);
  const detectors = Array.from(
    { length: Math.min(count, mostChildren) },
    () => new Detector({ spawn, modelPath, watchdog, log }),
  );
  return {
    channels: Array.from({ length: count }, (_, channel) => ({
      detect: (samples, stop) =>
        detectors[channel % mostChildren]!.detect(
          samples,
          stop,
          Math.floor(channel / mostChildren),
        ),
    })),
    close: async () => {
      await Promise.all(detectors.map((detector) => detector.dispose()));
    },
  };
}
