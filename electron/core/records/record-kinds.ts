import { commentKind } from './kinds/comment-kind';
import { namedVersionKind } from './kinds/named-version-kind';
import { personalWordKind } from './kinds/personal-word-kind';
import { regionKind } from './kinds/region-kind';
import { reviewKind } from './kinds/review-kind';
import { secondTextKind } from './kinds/second-text-kind';
import { sentenceKind } from './kinds/sentence-kind';
import { shotChangeKind } from './kinds/shot-change-kind';
import { speakerKind } from './kinds/speaker-kind';
import { styleKind } from './kinds/style-kind';
import type { RecordKind, StoredRecord } from './record-kind';

/**
 * Every kind of record, by the name of its list in a document and in the order in which the lists
 * are written [RK1]. Readers, writers, journal, contract, diffs and history are driven by this table.
 */
export const recordKinds = {
  sentences: sentenceKind,
  speakers: speakerKind,
  styles: styleKind,
  regions: regionKind,
  comments: commentKind,
  shotChanges: shotChangeKind,
  secondTexts: secondTextKind,
  reviews: reviewKind,
  personalWords: personalWordKind,
  namedVersions: namedVersionKind,
} as const;

export type RecordKindName = keyof typeof recordKinds;

/** A record of the kind whose list has this name. */
export type RecordOf<Name extends RecordKindName> =
  (typeof recordKinds)[Name] extends RecordKind<infer Value> ? Value : never;

/** The lists of a document, each sorted in its kind's order, ids unique within it [RK1]. */
export type RecordLists = { readonly [Name in RecordKindName]: readonly RecordOf<Name>[] };

export const recordKindNames = Object.keys(recordKinds) as readonly RecordKindName[];

/** A kind as far as one works by the table alone, whatever its records hold. */
export function getRecordKind(name: RecordKindName): RecordKind<StoredRecord> {
  // Only records of that list are ever given to it.
  return recordKinds[name] as unknown as RecordKind<StoredRecord>;
}

/** A list of a document, as {@link getRecordKind} gives its kind. */
export function getRecords(lists: RecordLists, name: RecordKindName): readonly StoredRecord[] {
  return lists[name];
}

/** Whether a name is that of a list. */
export function isRecordKindName(name: string): name is RecordKindName {
  return Object.hasOwn(recordKinds, name);
}

/** A document without any record. */
export const noRecords: RecordLists = Object.fromEntries(
  recordKindNames.map((name) => [name, []] as const),
) as unknown as RecordLists;
