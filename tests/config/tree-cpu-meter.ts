import { readdirSync, readFileSync } from 'node:fs';

/** Of a clock tick, as Linux counts the time of processes. */
const tickMs = 10;
const everyMs = 500;

interface Entry {
  readonly parent: number;
  /** Numbers are given out again; with its beginning it is one process. */
  readonly key: string;
  readonly ownMs: number;
}

/**
 * Adds up the processor time of this process and all that it starts. Looked at twice a second,
 * because a browser's processes end with nobody waiting for them: what lives shorter is not seen,
 * so the sum is a few per cent short. Without `/proc` it stays 0.
 */
export class TreeCpuMeter {
  readonly #seen = new Map<string, number>();
  readonly #timer = setInterval(() => this.readMs(), everyMs).unref();

  /** So far, in ms. */
  readMs(): number {
    const entries = readEntries();
    for (const [id, { key, ownMs }] of entries) if (isOurs(id, entries)) this.#seen.set(key, ownMs);
    return [...this.#seen.values()].reduce((sum, ownMs) => sum + ownMs, 0);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

function isOurs(id: number, entries: ReadonlyMap<number, Entry>): boolean {
  for (let at: number | undefined = id; at !== undefined; at = entries.get(at)?.parent) {
    if (at === process.pid) return true;
  }
  return false;
}

function readEntries(): ReadonlyMap<number, Entry> {
  const entries = new Map<number, Entry>();
  if (process.platform !== 'linux') return entries;
  for (const name of readdirSync('/proc')) {
    const entry = /^\d+$/.test(name) ? readEntry(name) : undefined;
    if (entry !== undefined) entries.set(Number(name), entry);
  }
  return entries;
}

function readEntry(id: string): Entry | undefined {
  try {
    // The name, in brackets, may hold anything; state and parent come after it.
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const [, parent, user, system, began] = [0, 1, 11, 12, 19].map((at) => Number(fields[at]));
    return { parent: parent!, key: `${id}/${began}`, ownMs: (user! + system!) * tickMs };
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
