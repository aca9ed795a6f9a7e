/**
 * Whether a text can be the region of a bucket: `cn-shanghai`, or as the console writes it,
 * `oss-cn-shanghai`. It becomes a part of a host's name; blanks around it do not count.
 */
export function isStorageRegion(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(text.trim());
}
