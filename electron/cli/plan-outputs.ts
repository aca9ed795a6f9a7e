import { basename, dirname, extname, join } from 'node:path';

/** Where one recording's result goes; `-` is standard output. */
export interface OutputTarget {
  readonly source: string;
  readonly path: string;
}

export interface OutputChoice {
  /** Absolute paths of the recordings. */
  readonly sources: readonly string[];
  readonly extension: string;
  /** `-`, an absolute path, or undefined for "beside the recording". */
  readonly out: string | undefined;
  /** Whether `out` names a folder: it is one, or there are several recordings. */
  readonly outIsFolder: boolean;
}

/**
 * The target of each recording. Two recordings that would share a name (`talk.mp3`, `talk.wav`)
 * keep their own extensions in it (`talk.mp3.srt`), so that neither result is lost; the same file
 * twice is done once.
 */
export function planOutputs({
  sources,
  extension,
  out,
  outIsFolder,
}: OutputChoice): OutputTarget[] {
  const unique = [...new Set(sources)];
  if (out !== undefined && !outIsFolder) {
    return unique.slice(0, 1).map((source) => ({ source, path: out }));
  }
  const folderOf = (source: string): string => out ?? dirname(source);
  const short = (source: string): string =>
    join(folderOf(source), `${basename(source, extname(source))}.${extension}`);
  const counts = new Map<string, number>();
  for (const source of unique) counts.set(short(source), (counts.get(short(source)) ?? 0) + 1);
  const taken = new Set<string>();
  return unique.map((source) => {
    const shortPath = short(source);
    const isShared = (counts.get(shortPath) ?? 0) > 1 || shortPath === source;
    let path = isShared ? join(folderOf(source), `${basename(source)}.${extension}`) : shortPath;
    for (let number = 2; taken.has(path); number++) {
      path = join(folderOf(source), `${basename(source)}.${number}.${extension}`);
    }
    taken.add(path);
    return { source, path };
  });
}
