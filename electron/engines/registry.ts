import { StudioError } from '@core/errors/studio-error';
import { type ChannelMeter, createChannelMeter } from './cloud/channel-meter';
import type { CloudAccess } from './cloud/cloud-access';
import type { SpeechEncoder } from './cloud/speech-encoder';
import type { TranscriptionEngine } from './engine';
import { createFileEngine } from './file/file-engine';
import { createFlashEngine } from './flash/flash-engine';
import { createLocalEngine, type LocalEngineOptions } from './local/local-engine';
import { openDetectors } from './local/open-detectors';
import { createScriptFileEngine } from './scripted/script-file';
import { createScriptedEngine, type ScriptedEngineOptions } from './scripted/scripted-engine';

export type { ChannelMeter } from './cloud/channel-meter';
export type { LocalEngineOptions } from './local/local-engine';
export type { ScriptedEngineOptions, ScriptedStep } from './scripted/scripted-engine';

export interface EngineOptions {
  readonly local: LocalEngineOptions;
  /** The way to a person's account at the vendor; without it there are no engines of the cloud. */
  readonly cloud?: CloudEngineOptions;
  /**
   * A scripted engine is offered only where a test asks for one: by its steps, or by the file that
   * holds them (see `scripted/script-file.ts`).
   */
  readonly scripted?: ScriptedEngineOptions | { readonly scriptFile: string };
  readonly log?: (line: string) => void;
}

export interface CloudEngineOptions {
  readonly access: CloudAccess;
  readonly encoder: SpeechEncoder;
}

/** The engines of one studio. This file alone knows their folders. */
export interface Engines {
  /** Ids of the engines that can be asked for. */
  readonly ids: readonly string[];
  /**
   * The engine of an id, made when first asked for.
   * @throws StudioError `engine/unavailable` (data: `engine`) for any other id
   */
  readonly get: (id: string) => TranscriptionEngine;
  /** What the engines of the cloud find out about two channels before they send them. */
  readonly channelMeter: ChannelMeter;
  /** Ends the child processes of all engines that were made. */
  readonly dispose: () => Promise<void>;
}

/** The engines that `options` describe; none is started yet. */
export function createEngines(options: EngineOptions): Engines {
  const { local, cloud, scripted, log = () => undefined } = options;
  const channelMeter = createChannelMeter(
    { open: (signal) => openDetectors(local, { signal, log }) },
    log,
  );
  const factories = new Map<string, () => TranscriptionEngine>([
    ['local', () => createLocalEngine(local)],
  ]);
  if (cloud !== undefined) {
    factories.set('flash', () => createFlashEngine({ ...cloud, channelMeter }));
    factories.set('file', () => createFileEngine({ ...cloud, channelMeter }));
  }
  if (scripted !== undefined) {
    factories.set('scripted', () =>
      'scriptFile' in scripted
        ? createScriptFileEngine(scripted.scriptFile)
        : createScriptedEngine(scripted),
    );
  }
  const made = new Map<string, TranscriptionEngine>();
  return {
    ids: [...factories.keys()],
    channelMeter,
    get: (id) => {
      const known = made.get(id);
      if (known !== undefined) return known;
      const factory = factories.get(id);
      if (factory === undefined) {
        throw new StudioError('engine/unavailable', `There is no engine ${id}`, {
          data: { engine: id },
        });
      }
      const engine = factory();
      made.set(id, engine);
      return engine;
    },
    dispose: async () => {
      const engines = [...made.values()];
      made.clear();
      await Promise.all(engines.map((engine) => engine.dispose()));
    },
  };
}
