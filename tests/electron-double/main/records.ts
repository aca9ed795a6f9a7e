/** What the program did to the outside, in order, for tests to look at. */
export interface DoubleRecord {
  readonly name: string;
  readonly details: unknown;
}

export const records: DoubleRecord[] = [];

/** Notes something that a real Electron would have done. */
export function record(name: string, details?: unknown): void {
  records.push({ name, details });
}
