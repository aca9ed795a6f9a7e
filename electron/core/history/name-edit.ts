import type { EditLabel } from '../edits/edit';
import { isMessageKey, type MessageKey } from '../messages/catalogue';

/** How undo and redo name an edit to a person; one that a newer version made has no name here. */
export function nameEdit(label: EditLabel): MessageKey {
  const key: MessageKey = `edit.${label}`;
  return isMessageKey(key) ? key : 'edit.unknown';
}
