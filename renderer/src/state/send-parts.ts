import type { EditReceipt, MethodInput } from '@contract/api';
import type { ProjectDiff } from '@core/edits/project-diff';

/** Which part of an edit is sent, where it has several. */
export type PartPlace = Pick<MethodInput<'projects.edit'>, 'part'>;

/**
 * Sends the parts of an edit one after the other [ED14]. Where one of them fails, the others are not
 * sent, and nothing is changed.
 * @returns the answer to the last one
 * @throws what sending throws
 */
export async function sendParts(
  parts: readonly ProjectDiff[],
  sendOne: (diff: ProjectDiff, place: PartPlace) => Promise<EditReceipt>,
): Promise<EditReceipt> {
  const count = parts.length;
  for (const [index, diff] of parts.slice(0, -1).entries()) {
    await sendOne(diff, { part: { index, count } });
  }
  return sendOne(parts.at(-1)!, count > 1 ? { part: { index: count - 1, count } } : {});
}
