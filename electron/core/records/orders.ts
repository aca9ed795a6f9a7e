import { compareIds, type StoredRecord } from './record-kind';

/** By the place in the file they came from, then by id. */
export function comparePlaces(
  left: StoredRecord & { readonly place: number },
  right: StoredRecord & { readonly place: number },
): number {
  return left.place - right.place || compareIds(left, right);
}

/** By the moment they belong to, then by id. */
export function compareMoments(
  left: StoredRecord & { readonly atMs: number },
  right: StoredRecord & { readonly atMs: number },
): number {
  return left.atMs - right.atMs || compareIds(left, right);
}
