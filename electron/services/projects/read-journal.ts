import { access, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { readRegularText } from '../files/regular-file';
import { type ChangeLine, parseSegment, type Segment, type SnapshotMark } from './journal-lines';

/** A segment as it lies on disk. */
export interface SegmentFile {
  readonly number: number;
  readonly path: string;
  readonly sizeBytes: number;
  /** Undefined where it cannot be read as one of this project. */
  readonly segment: Segment | undefined;
}

/** Segments that follow each other without a gap. */
export interface Chain {
  readonly files: readonly SegmentFile[];
  readonly marks: readonly SnapshotMark[];
  readonly changes: readonly ChangeLine[];
}

const segmentName = /^journal-(\d+)\.jsonl$/u;

/** Where a segment of this number lies in a project's folder. */
export function segmentPath(folder: string, number: number): string {
  return join(folder, `journal-${number}.jsonl`);
}

/**
 * All segments in a project's folder, oldest first.
 * @throws StudioError `project/too-new`
 */
export async function readSegments(
  folder: string,
  projectId: string,
): Promise<readonly SegmentFile[]> {
  const numbers = (await readdir(folder))
    .flatMap((name) => segmentName.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((left, right) => left - right);
  return Promise.all(
    numbers.map(async (number) => {
      const path = segmentPath(folder, number);
      const text = await readRegularText(path);
      const segment = parseSegment(text, path);
      return {
        number,
        path,
        sizeBytes: Buffer.byteLength(text),
        segment: segment?.header.project === projectId ? segment : undefined,
      };
    }),
  );
}

/**
 * Segments put together. A segment that begins at an earlier revision than the one before it ends at
 * voids the changes in between: writing them had failed, and nobody was told they were made.
 */
export function chainSegments(files: readonly SegmentFile[]): readonly Chain[] {
  const chains: { files: SegmentFile[]; marks: SnapshotMark[]; changes: ChangeLine[] }[] = [];
  let reached = -1;
  for (const file of files) {
    const { segment } = file;
    if (segment === undefined) continue;
    const { header, marks, changes } = segment;
    let chain = chains.at(-1);
    const first = chain?.files[0]?.segment?.header.revision ?? 0;
    if (chain === undefined || header.revision > reached || header.revision < first) {
      chain = { files: [], marks: [], changes: [] };
      chains.push(chain);
    }
    while ((chain.changes.at(-1)?.revision ?? -1) > header.revision) chain.changes.pop();
    chain.files.push(file);
    chain.marks.push(...marks);
    for (const change of changes) chain.changes.push(change);
    reached = chain.changes.at(-1)?.revision ?? header.revision;
  }
  return chains;
}

/**
 * Puts segments out of the way under another name, where a person can still find them.
 * @returns their new names
 */
export async function setAside(files: readonly SegmentFile[]): Promise<readonly string[]> {
  return Promise.all(
    files.map(async ({ path }) => {
      for (let count = 1; ; count++) {
        const target = path.replace(/\.jsonl$/u, `.aside-${count}.txt`);
        const isTaken = await access(target).then(
          () => true,
          () => false,
        );
        if (isTaken) continue;
        await rename(path, target);
        return target;
      }
    }),
  );
}
