import type { EditLabel } from '@core/edits/edit';
import type { ProjectDiff } from '@core/edits/project-diff';
import { StudioError } from '@core/errors/studio-error';
import type { HistoryRecord } from '@core/history/history';
import type { Steps } from '@core/steps';
import { z } from 'zod';
import { journalVersion, migrateLine } from './journal-migrations';
import { stringifyInSteps } from './stringify-in-steps';

/** A snapshot by its content, and how many changes are in it. */
export interface SnapshotMark {
  /** SHA-256 of the file, in hexadecimal. */
  readonly hash: string;
  readonly revision: number;
}

/** First line of a segment: whose journal it is, and what its changes follow. */
export interface SegmentHeader {
  readonly kind: 'segment';
  /** That of its lines [PF8]. */
  readonly version: number;
  readonly project: string;
  /** Revision of the project before the segment's first change. */
  readonly revision: number;
  readonly snapshot: SnapshotMark;
}

/** Says that a snapshot is about to be written; on loading it decides where replaying begins. */
export interface SnapshotLine extends SnapshotMark {
  readonly kind: 'snapshot';
}

/** A change that was made, and the revision it led to. */
export type ChangeLine = HistoryRecord & { readonly revision: number };

export type JournalLine = SegmentHeader | SnapshotLine | ChangeLine;

/** What could be read of a segment. */
export interface Segment {
  readonly header: SegmentHeader;
  readonly marks: readonly SnapshotMark[];
  readonly changes: readonly ChangeLine[];
  /** Whether a line in its middle makes no sense: what follows it was passed over. */
  readonly isDamaged: boolean;
}

const revision = z.int().nonnegative();
const mark = z.object({ hash: z.string().min(1), revision });
/** One that a newer minor version gave is kept, although it has no text here. */
const label = z.string().transform((text) => text as EditLabel);
/** Looked into when it is applied; here it only has to be a record at all. */
const record = z.looseObject({ id: z.string() });
const diff = z
  .object({
    changes: z.record(
      z.string(),
      z.object({
        added: z.array(record),
        updated: z.array(z.object({ before: record, after: record })),
        removed: z.array(record),
      }),
    ),
    properties: z.exactOptional(z.object({ before: z.looseObject({}), after: z.looseObject({}) })),
  })
  .transform((value) => value as unknown as ProjectDiff);
const lineSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('segment'),
    version: z.int().positive().default(1),
    project: z.string(),
    revision,
    snapshot: mark,
  }),
  z.object({ kind: z.literal('snapshot'), ...mark.shape }),
  z.object({
    kind: z.literal('edit'),
    revision,
    entry: revision,
    label,
    group: z.exactOptional(z.string()),
    keepsRedo: z.boolean(),
    diff,
  }),
  z.object({ kind: z.literal('undo'), revision, entry: revision, label, diff }),
  z.object({
    kind: z.literal('redo'),
    revision,
    entry: revision,
    freshEntry: revision,
    label,
    diff,
  }),
]);

/**
 * A line of a journal, with its line feed: without one it counts as torn. Made in steps, as that of an
 * import is megabytes long.
 */
export function formatJournalLine(line: JournalLine): Steps<Buffer> {
  return stringifyInSteps(line, '\n');
}

/**
 * Reads the text of a segment, of any version up to this one, as far as it makes sense. A last line
 * without its line feed was never confirmed to anybody, and is passed over.
 *
 * @param path of the file, for errors alone
 * @returns undefined where not even the header can be read
 * @throws StudioError `project/too-new` with `data.path` and `data.version`: what a newer version
 *   wrote is neither passed over nor put aside
 */
export function parseSegment(text: string, path: string): Segment | undefined {
  const lines = text.split('\n').slice(0, -1);
  const header = parseLine(lines[0] ?? '', journalVersion);
  if (header?.kind !== 'segment') return undefined;
  const { version } = header;
  if (version > journalVersion) {
    throw new StudioError('project/too-new', `journal of version ${version}`, {
      data: { path, version },
    });
  }
  const marks: SnapshotMark[] = [header.snapshot];
  const changes: ChangeLine[] = [];
  let reached = header.revision;
  for (const [index, text] of lines.slice(1).entries()) {
    const line = parseLine(text, version);
    if (line?.kind === 'snapshot') {
      marks.push({ hash: line.hash, revision: line.revision });
    } else if (line !== undefined && line.kind !== 'segment' && line.revision === reached + 1) {
      changes.push(line);
      reached = line.revision;
    } else {
      return { header, marks, changes, isDamaged: index < lines.length - 2 };
    }
  }
  return { header, marks, changes, isDamaged: false };
}

function parseLine(text: string, version: number): JournalLine | undefined {
  try {
    return lineSchema.parse(migrateLine(JSON.parse(text), version));
  } catch {
    return undefined;
  }
}
