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
