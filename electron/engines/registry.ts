import { StudioError } from '@core/errors/studio-error';
import { type ChannelMeter, createChannelMeter } from './cloud/channel-meter';
import type { CloudAccess } from './cloud/cloud-access';
import type { SpeechEncoder } from './cloud/speech-encoder';
import type { EngineDescription, TranscriptionEngine } from './engine';
import { fileDescription } from './file/describe-file';
import { createFileEngine } from './file/file-engine';
import { flashDescription } from './flash/describe-flash';
import { createFlashEngine } from './flash/flash-engine';
import { localDescription } from './local/describe-local';
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

/** What engines are made of. */
interface EngineParts extends EngineOptions {
  readonly channelMeter: ChannelMeter;
}

/** An engine: what it is called, and how it is made. */
interface EngineRow {
  readonly id: string;
  /** Of an engine that people are offered; absent for one of tests. */
  readonly description?: EngineDescription;
  /** Undefined where the options do not ask for it, or lack what it needs. */
  readonly prepare: (parts: EngineParts) => (() => TranscriptionEngine) | undefined;
}

/** Every engine, in the order in which people are shown them; the first is the usual one. */
const rows: readonly EngineRow[] = [
  {
    id: localDescription.id,
    description: localDescription,
    prepare:
      ({ local }) =>
      () =>
        createLocalEngine(local),
  },
  {
    id: flashDescription.id,
    description: flashDescription,
    prepare: ({ cloud, channelMeter }) =>
      cloud && (() => createFlashEngine({ ...cloud, channelMeter })),
  },
  {
    id: fileDescription.id,
    description: fileDescription,
    prepare: ({ cloud, channelMeter }) =>
      cloud && (() => createFileEngine({ ...cloud, channelMeter })),
  },
  {
    id: 'scripted',
    prepare: ({ scripted }) =>
      scripted &&
      (() =>
        'scriptFile' in scripted
          ? createScriptFileEngine(scripted.scriptFile)
          : createScriptedEngine(scripted)),
  },
];

/** All ids, those of tests included. */
export const engineIds: readonly string[] = rows.map(({ id }) => id);

/** The engines of the product, in their order, without anything that they need. */
export const offeredEngines: readonly EngineDescription[] = rows.flatMap(
  ({ description }) => description ?? [],
);

/** The engines of one studio. This file alone knows their folders. */
export interface Engines {
  /** Ids of the engines that can be asked for; the first is the usual one. */
  readonly ids: readonly string[];
  /** The first that needs no network: it alone depends on what is on this computer. */
  readonly offline: () => TranscriptionEngine;
  /** The first that can align. */
  readonly aligner: () => TranscriptionEngine;
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
  const { local, log = () => undefined } = options;
  const channelMeter = createChannelMeter(
    { open: (count, signal) => openDetectors(local, { count, signal, log }) },
    log,
  );
  const factories = new Map<string, () => TranscriptionEngine>(
    rows.flatMap(({ id, prepare }) => {
      const make = prepare({ ...options, channelMeter });
      return make === undefined ? [] : [[id, make] as const];
    }),
  );
  const made = new Map<string, TranscriptionEngine>();
  const get = (id: string): TranscriptionEngine => {
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
  };
  const ids = [...factories.keys()];
  const findFirst = (isWanted: (description: EngineDescription) => boolean): TranscriptionEngine =>
    get(ids.find((id) => isWanted(get(id).describe())) ?? '');
  return {
    ids,
    channelMeter,
    get,
    offline: () => findFirst(({ needsNetwork }) => !needsNetwork),
    aligner: () => findFirst(({ canAlign }) => canAlign),
    dispose: async () => {
      const engines = [...made.values()];
      made.clear();
      await Promise.all(engines.map((engine) => engine.dispose()));
    },
  };
}
