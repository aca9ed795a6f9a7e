import { mendFileStem } from '@core/file-names/mend-file-stem';
import { formatName, type NameFacts } from '@core/file-names/name-pattern';
import { formatOutputName, toNameKey } from '@core/file-names/output-name';
import { omitUndefined } from '@core/omit-undefined';
import { basename, dirname, extname, join } from 'node:path';
import type { WebAddress } from '@isi/web-address';
import type { Source } from './read-sources';

/** Where one recording's result goes; `-` is standard output. */
export interface OutputTarget {
  /** The recording: its path or, of the web, what may be shown of its address. */
  readonly source: string;
  readonly path: string;
  readonly address?: WebAddress;
}

export interface OutputChoice {
  /** Each recording once. */
  readonly sources: readonly Source[];
  readonly extension: string;
  /** `-`, an absolute path, or undefined for "beside the recording". */
  readonly out: string | undefined;
  /** Whether `out` names a folder: it is one, or there are several recordings. */
  readonly outIsFolder: boolean;
  /** What results are called instead of after their recordings [FM88], where they are named here. */
  readonly naming?: OutputNaming | undefined;
}

/** A pattern of names, and what is known of all results alike. */
export interface OutputNaming {
  readonly pattern: string;
  readonly facts: Omit<NameFacts, 'name'>;
}

/**
 * The target of each recording. Two recordings that would share a name (`talk.mp3`, `talk.wav`)
 * keep their own extensions in it (`talk.mp3.srt`), so that neither result is lost [FN1]; so do those
 * whose names differ in case alone, which are one on many disks.
 */
export function planOutputs({
  sources,
  extension,
  out,
  outIsFolder,
  naming,
}: OutputChoice): OutputTarget[] {
  if (out !== undefined && !outIsFolder) {
    return sources.slice(0, 1).map((source) => toTarget(source, out));
  }
  const makePath = (path: string, mark: string): string => {
    const name = basename(path, extname(path));
    const stem =
      naming === undefined
        ? name
        : mendFileStem(
            formatName(naming.pattern, { ...naming.facts, name }),
            `${mark}.${extension}`,
            'transcript',
          );
    return join(out ?? dirname(path), formatOutputName(stem, `${mark}.${extension}`));
  };
  const short = ({ path }: Source): string => makePath(path, '');
  const counts = new Map<string, number>();
  for (const source of sources) {
    const key = toNameKey(short(source));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const taken = new Set<string>();
  return sources.map((source) => {
    const shortPath = short(source);
    const { path: own } = source;
    const isShared = (counts.get(toNameKey(shortPath)) ?? 0) > 1 || shortPath === own;
    let path = isShared ? makePath(own, extname(own)) : shortPath;
    for (let number = 2; taken.has(toNameKey(path)); number++) {
      path = makePath(own, `${extname(own)}.${number}`);
    }
    taken.add(toNameKey(path));
    return toTarget(source, path);
  });
}

/** The result of a recording at a path. */
export function toTarget({ name, address }: Source, path: string): OutputTarget {
  return { source: name, path, ...omitUndefined({ address }) };
}
