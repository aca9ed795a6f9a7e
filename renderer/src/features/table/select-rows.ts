/** Rows from one to another, both included, in the order of the table; only the second where the first is gone. */
export function selectRange(
  rowIds: readonly string[],
  fromId: string | undefined,
  toId: string,
): readonly string[] {
  const to = rowIds.indexOf(toId);
  const from = fromId === undefined ? to : rowIds.indexOf(fromId);
  if (from === -1) return [toId];
  return rowIds.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** The selection with one row put in or taken out. */
export function toggleSelected(selectedIds: readonly string[], id: string): readonly string[] {
  return selectedIds.includes(id)
    ? selectedIds.filter((selected) => selected !== id)
    : [...selectedIds, id];
}

/**
 * Ids in the order of the document, whatever the order of the table: what works on neighbours needs it.
 * @param documentIds all of them
 */
export function inDocumentOrder(
  ids: readonly string[],
  documentIds: readonly string[],
): readonly string[] {
  if (ids.length < 2) return ids;
  const wanted = new Set(ids);
  return documentIds.filter((id) => wanted.has(id));
}

/** How far a key moves in the table; undefined where it does not. */
export function findRowStep(
  key: string,
  index: number,
  rowCount: number,
  pageSize: number,
): number | undefined {
  const last = rowCount - 1;
  const clamp = (target: number): number => Math.max(0, Math.min(last, target));
  switch (key) {
    case 'ArrowDown':
      return clamp(index + 1);
    case 'ArrowUp':
      return clamp(index - 1);
    case 'PageDown':
      return clamp(index + pageSize);
    case 'PageUp':
      return clamp(index - pageSize);
    case 'Home':
      return 0;
    case 'End':
      return clamp(last);
    default:
      return undefined;
  }
}
