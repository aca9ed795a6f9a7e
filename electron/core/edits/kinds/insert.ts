import { retimeWords } from '../../alignment/retime-words';
import type { EditKind } from '../edit-kind';
import { diffRecords } from '../make-diff';
import { assertSpan, refuseEdit } from '../refuse-edit';

/** A new sentence, which is selected afterwards [ED10]. */
export interface Insert {
  readonly beginMs: number;
  readonly endMs: number;
  readonly text: string;
  readonly channel: number;
}

export const insert = {
  label: 'insert',
  resolve(_project, { beginMs, endMs, text, channel }, newId) {
    assertSpan(beginMs, endMs);
    if (!Number.isSafeInteger(channel) || channel < 0) {
      throw refuseEdit('channel', 'channels count from 0');
    }
    const words = retimeWords([], text, { beginMs, endMs });
    const added = { id: newId(), beginMs, endMs, text, channel, words };
    return { diff: diffRecords('sentences', { added: [added] }), select: [added.id] };
  },
} as const satisfies EditKind<Insert>;
