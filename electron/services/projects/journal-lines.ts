import type { EditLabel } from '@core/edits/edit';
import type { ProjectDiff } from '@core/edits/project-diff';
import type { HistoryRecord } from '@core/history/history';
import { z } from 'zod';

/** A snapshot by its content, and how many changes are in it. */
export interface SnapshotMark {
  /** SHA-256 of the file, in hexadecimal. */
  readonly hash: string;
  readonly revision: number;
}

/** First line of a segment: whose journal it is, and what its changes follow. */
export interface SegmentHeader {
  readonly kind: 'segment';
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
const label = z
  .string()
  .startsWith('edit.')
  .transform((text) => text as EditLabel);
/** Its records are looked into when it is applied; here it only has to be a diff at all. */
const diff = z
  .object({
    added: z.array(z.looseObject({ id: z.string() })),
    updated: z.array(
      z.object({
        before: z.looseObject({ id: z.string() }),
        after: z.looseObject({ id: z.string() }),
      }),
    ),
    removed: z.array(z.looseObject({ id: z.string() })),
    properties: z.exactOptional(z.object({ before: z.looseObject({}), after: z.looseObject({}) })),
  })
  .transform((value) => value as unknown as ProjectDiff);
const lineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('segment'), project: z.string(), revision, snapshot: mark }),
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

/** A line of a journal, with its line feed: without one it counts as torn. */
export function formatJournalLine(line: JournalLine): string {
  return `${JSON.stringify(line)}\n`;
}

/**
 * Reads the text of a segment as far as it makes sense. A last line without its line feed was never
 * confirmed to anybody, and is passed over.
 * @returns undefined where not even the header can be read
 */
export function parseSegment(text: string): Segment | undefined {
  const lines = text.split('\n').slice(0, -1);
  const header = parseLine(lines[0] ?? '');
  if (header?.kind !== 'segment') return undefined;
  const marks: SnapshotMark[] = [header.snapshot];
  const changes: ChangeLine[] = [];
  let reached = header.revision;
  for (const [index, text] of lines.slice(1).entries()) {
    const line = parseLine(text);
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

function parseLine(text: string): JournalLine | undefined {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
