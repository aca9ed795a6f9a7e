import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';

/**
 * Where the content of a file is written before it takes its place: short whatever the name of that one
 * is, and never shared by two [FN2].
 */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.zimu-${process.pid}-${randomUUID().slice(0, 8)}.tmp`);
}
