import { StudioError } from '@core/errors/studio-error';
import { announcedEngines } from './announced-engines';
import type { EngineDescription, TranscriptionEngine } from './engine';
import { createLocalEngine, type LocalEngineOptions } from './local/local-engine';
import { createScriptFileEngine } from './scripted/script-file';
import { createScriptedEngine, type ScriptedEngineOptions } from './scripted/scripted-engine';

export type { LocalEngineOptions } from './local/local-engine';
export type { ScriptedEngineOptions, ScriptedStep } from './scripted/scripted-engine';

export interface EngineOptions {
  readonly local: LocalEngineOptions;
  /**
   * A scripted engine is offered only where a test asks for one: by its steps, or by the file that
   * holds them (see `scripted/script-file.ts`).
   */
  readonly scripted?: ScriptedEngineOptions | { readonly scriptFile: string };
}

/** The engines of one studio. This file alone knows their folders. */
export interface Engines {
  /** Ids of the engines that can be asked for. */
  readonly ids: readonly string[];
  /** Engines that this version cannot run yet, for whoever asks what else there will be. */
  readonly announced: readonly EngineDescription[];
  /**
   * The engine of an id, made when first asked for.
   * @throws StudioError `engine/unavailable` (data: `engine`) for any other id
   */
  readonly get: (id: string) => TranscriptionEngine;
  /** Ends the child processes of all engines that were made. */
  readonly dispose: () => Promise<void>;
}

/** The engines that `options` describe; none is started yet. */
export function createEngines(options: EngineOptions): Engines {
  const { local, scripted } = options;
  const factories = new Map<string, () => TranscriptionEngine>([
    ['local', () => createLocalEngine(local)],
  ]);
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
    announced: announcedEngines,
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
