import { type FileHandle, open, rm } from 'node:fs/promises';
import { finishSteps } from '@core/steps';
import { privateFileMode } from '../files/private-files';
import { runInTurns } from '../timing/run-in-turns';
import {
  type ChangeLine,
  formatJournalLine,
  type SegmentHeader,
  type SnapshotLine,
  type SnapshotMark,
} from './journal-lines';
import { journalVersion } from './journal-migrations';
import { projectUnwritable } from './project-errors';
import { type SegmentFile, segmentPath } from './read-journal';

/** The journal of a loaded project. Its calls are made one after the other. */
export interface Journal {
  /**
   * Resolves once the change is on the disk [JN1].
   * @throws StudioError `project/unwritable`; the change then counts as not made
   */
  append(change: ChangeLine): Promise<void>;
  /**
   * Says that a snapshot is about to be written, so that after a crash it is clear which changes
   * are in it, whether it came into place or not [JN5].
   * @throws StudioError `project/unwritable`
   */
  announceSnapshot(mark: SnapshotMark, revision: number): Promise<void>;
  /** The announced snapshot is in place; forgets old segments that no snapshot on disk needs [JN7]. */
  confirmSnapshot(mark: SnapshotMark): Promise<void>;
  close(): Promise<void>;
}

export interface JournalLimits {
  /** A segment that has grown beyond this is followed by a new one. */
  readonly segmentBytes: number;
  /** Older segments go when all together are larger; undo then reaches less far back. */
  readonly keptBytes: number;
}

export interface JournalOptions {
  readonly folder: string;
  readonly projectId: string;
  /** Segments that are there already; they are only read. */
  readonly files: readonly SegmentFile[];
  /** Highest number any segment had, those set aside included. */
  readonly lastNumber: number;
  /** The snapshot that lies on the disk. */
  readonly snapshot: SnapshotMark;
  readonly limits: JournalLimits;
}

interface KeptSegment {
  readonly path: string;
  sizeBytes: number;
  lastRevision: number;
}

/** Makes the journal of a project; a segment begins with the first change. */
export function createJournal(options: JournalOptions): Journal {
  const { folder, projectId, limits } = options;
  const kept = options.files.map(({ path, sizeBytes, segment }): KeptSegment => ({
    path,
    sizeBytes,
    lastRevision: segment?.changes.at(-1)?.revision ?? segment?.header.revision ?? 0,
  }));
  let number = options.lastNumber;
  let snapshot = options.snapshot;
  let file: FileHandle | undefined;

  const endSegment = async (): Promise<void> => {
    const ended = file;
    file = undefined;
    await ended?.close();
  };

  /** A failed write may leave half a line, so that nothing may follow it in this segment [JN2]. */
  const write = async (lines: Buffer, lastRevision: number): Promise<void> => {
    const segment = kept.at(-1)!;
    try {
      await file!.appendFile(lines);
      await file!.datasync();
      segment.sizeBytes += lines.length;
      segment.lastRevision = lastRevision;
    } catch (cause) {
      await endSegment().catch(() => undefined);
      throw projectUnwritable(segment.path, cause);
    }
  };

  const beginSegment = async (
    revision: number,
    follows: SnapshotMark,
    lines: Buffer,
    lastRevision: number,
  ): Promise<void> => {
    await endSegment();
    number += 1;
    const path = segmentPath(folder, number);
    try {
      file = await open(path, 'ax', privateFileMode);
    } catch (cause) {
      throw projectUnwritable(path, cause);
    }
    kept.push({ path, sizeBytes: 0, lastRevision: revision });
    const header = {
      kind: 'segment',
      version: journalVersion,
      project: projectId,
      revision,
      snapshot: follows,
    } as const;
    await write(Buffer.concat([formatAtOnce(header), lines]), lastRevision);
    await syncFolder(folder);
  };

  return {
    async append(change) {
      const line = await runInTurns(formatJournalLine(change));
      const isFull = (kept.at(-1)?.sizeBytes ?? 0) > limits.segmentBytes;
      if (file === undefined || isFull) {
        await beginSegment(change.revision - 1, snapshot, line, change.revision);
      } else {
        await write(line, change.revision);
      }
    },
    async announceSnapshot(mark, revision) {
      // Without any change there is nothing that could be replayed onto the wrong snapshot.
      if (kept.length === 0) return;
      if (file === undefined) await beginSegment(revision, mark, Buffer.alloc(0), revision);
      else await write(formatAtOnce({ kind: 'snapshot', ...mark }), revision);
    },
    async confirmSnapshot(mark) {
      const previous = snapshot;
      snapshot = mark;
      let totalBytes = kept.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
      while (totalBytes > limits.keptBytes) {
        const oldest = kept[0];
        // The copy beside the snapshot is the one before: it must stay replayable too.
        if (oldest === undefined || oldest.lastRevision >= previous.revision) return;
        kept.shift();
        totalBytes -= oldest.sizeBytes;
        await rm(oldest.path, { force: true });
      }
    },
    close: endSegment,
  };
}

/** A line of a few words. */
function formatAtOnce(line: SegmentHeader | SnapshotLine): Buffer {
  return finishSteps(formatJournalLine(line));
}

/** Makes the name of a new file last; some systems cannot do it, and there it is not needed. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close().catch(() => undefined);
}
