import { join, resolve } from 'node:path';
import { isWebAddress, readWebAddress, type WebAddress } from '@isi/web-address';
import { formatSafeFileName } from '../services/files/safe-file-name';

/** A recording that was named on the command line. */
export interface Source {
  /** For people and programs that watch; no other recording of the command has the same. */
  readonly name: string;
  /** The path whose folder and name the result takes: of the recording, or as if it lay here. */
  readonly path: string;
  readonly address?: WebAddress;
}

/**
 * Files by their paths and recordings of the web by their addresses; what is named twice is there
 * once.
 * @throws StudioError `address/*` as `readWebAddress`
 */
export function readSources(names: readonly string[], workingDirectory: string): Source[] {
  const sources = new Map<string, Source>();
  const taken = new Set<string>();
  for (const given of names) {
    if (!isWebAddress(given)) {
      const path = resolve(workingDirectory, given);
      sources.set(path, { name: path, path });
      continue;
    }
    const address = readWebAddress(given);
    if (sources.has(address.link)) continue;
    // Two addresses may differ only in what must not be shown.
    let name = address.shown;
    for (let number = 2; taken.has(name); number++) name = `${address.shown} (${number})`;
    taken.add(name);
    const path = join(workingDirectory, formatSafeFileName(address.fileName));
    sources.set(address.link, { name, path, address });
  }
  return [...sources.values()];
}
