import { EngineChild } from './child-process';
import { Detector } from './detector';
import type { RecogniserName } from './models/catalogue';
import { type Watchdog, WorkerPool } from './worker-pool';

/** Which model a call needs, and where it lies. */
export interface ModelChoice {
  readonly model: RecogniserName;
  /** Absolute folder of the prepared recogniser. */
  readonly directory: string;
  /** Absolute path of the voice activity model. */
  readonly detectorPath: string;
}

export interface ChildKeeperOptions {
  /** Path of the built child script. */
  readonly childScript: string;
  readonly workers: number;
  /** How long unused children stay for the next call. */
  readonly keepAliveMs: number;
  readonly watchdog: Watchdog;
}

/** Detectors kept for the next calls: as many as recordings are usually heard at a time. */
const idleDetectorLimit = 2;

/** What one call works with: recognisers shared with other calls, a detector of its own. */
export interface Children {
  readonly pool: WorkerPool;
  readonly detector: Detector;
}

interface Entry {
  readonly choice: ModelChoice;
  readonly pool: WorkerPool;
  readonly idleDetectors: Detector[];
  users: number;
}

/**
 * Keeps loaded children between calls. Those of another model end as soon as nobody uses them,
 * because each holds a model in memory; all end after a while without a call.
 */
export class ChildKeeper {
  readonly #options: ChildKeeperOptions;
  readonly #entries = new Set<Entry>();
  #idleTimer: NodeJS.Timeout | undefined;
  #log: (line: string) => void = () => undefined;

  constructor(options: ChildKeeperOptions) {
    this.#options = options;
  }

  /**
   * Runs work with children of a model, which begin to load at once.
   * @param options `detects`: false where the work only places texts, which needs no detector
   */
  async use<T>(
    choice: ModelChoice,
    log: (line: string) => void,
    work: (children: Children) => Promise<T>,
    { detects = true }: { readonly detects?: boolean } = {},
  ): Promise<T> {
    clearTimeout(this.#idleTimer);
    this.#log = log;
    const entry = this.#findEntry(choice) ?? this.#addEntry(choice);
    entry.users += 1;
    const detector = entry.idleDetectors.pop() ?? this.#createDetector(choice);
    try {
      await this.#endOthers(entry);
      detector.startRecording();
      if (detects) detector.warmUp();
      entry.pool.warmUp();
      return await work({ pool: entry.pool, detector });
    } finally {
      entry.users -= 1;
      if (entry.idleDetectors.length < idleDetectorLimit && this.#entries.has(entry)) {
        entry.idleDetectors.push(detector);
      } else await detector.dispose();
      if (entry.users === 0 && this.#isUsedBeside(entry)) await this.#endEntries([entry]);
      this.#startIdleTimer();
    }
  }

  /** Ends all children; calls still running fail. */
  async dispose(): Promise<void> {
    clearTimeout(this.#idleTimer);
    await this.#endEntries([...this.#entries]);
  }

  #findEntry(choice: ModelChoice): Entry | undefined {
    return [...this.#entries].find((entry) => entry.choice.directory === choice.directory);
  }

  #addEntry(choice: ModelChoice): Entry {
    const { childScript, workers, watchdog } = this.#options;
    const { directory, model } = choice;
    const pool = new WorkerPool({
      spawn: () => new EngineChild(childScript),
      load: { kind: 'load-recogniser', directory, model },
      workers,
      watchdog,
      log: (line) => this.#log(line),
    });
    const entry: Entry = { choice, pool, idleDetectors: [], users: 0 };
    this.#entries.add(entry);
    return entry;
  }

  #createDetector(choice: ModelChoice): Detector {
    return new Detector({
      spawn: () => new EngineChild(this.#options.childScript),
      modelPath: choice.detectorPath,
      watchdog: this.#options.watchdog,
      log: (line) => this.#log(line),
    });
  }

  #isUsedBeside(idle: Entry): boolean {
    return [...this.#entries].some((entry) => entry !== idle && entry.users > 0);
  }

  async #endOthers(kept: Entry): Promise<void> {
    await this.#endEntries(
      [...this.#entries].filter((entry) => entry !== kept && entry.users === 0),
    );
  }

  #startIdleTimer(): void {
    clearTimeout(this.#idleTimer);
    if ([...this.#entries].some((entry) => entry.users > 0)) return;
    this.#idleTimer = setTimeout(() => void this.dispose(), this.#options.keepAliveMs);
    // Waiting children are no reason for a process to go on.
    this.#idleTimer.unref();
  }

  async #endEntries(entries: readonly Entry[]): Promise<void> {
    for (const entry of entries) this.#entries.delete(entry);
    await Promise.all(
      entries.flatMap(({ pool, idleDetectors }) => [
        pool.dispose(),
        ...idleDetectors.map((detector) => detector.dispose()),
      ]),
    );
  }
}
