import { join } from 'node:path';
import type { ReplyRepair } from '@core/replies/reply-repair';
import { writeText } from '../files/write-text';

/**
 * Keeps the reply of a service as it came, beside the document it went into [JO13].
 * @param ownFolder of the project
 * @throws StudioError `project/unwritable`
 */
export function keepReply(
  ownFolder: string,
  { runId, json }: { readonly runId: string; readonly json: string },
): Promise<void> {
  return keep(ownFolder, `${runId}.json`, json);
}

/**
 * Keeps what in a reply was mended, and how, beside it.
 * @param ownFolder of the project
 * @throws StudioError `project/unwritable`
 */
export function keepRepairs(
  ownFolder: string,
  { runId, repairs }: { readonly runId: string; readonly repairs: readonly ReplyRepair[] },
): Promise<void> {
  const json = JSON.stringify({ version: 1, repairs }, undefined, 2);
  return keep(ownFolder, `${runId}.repairs.json`, `${json}\n`);
}

function keep(ownFolder: string, name: string, text: string): Promise<void> {
  const path = join(ownFolder, 'replies', name);
  return writeText(path, text, 'project/unwritable');
}
