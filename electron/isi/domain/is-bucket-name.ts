/** Whether a text is a name by the rule of OSS for buckets; blanks around it do not count. */
export function isBucketName(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(text.trim());
}
