import type { CommandContext } from './command';
import { listEditable } from './selection';

/**
 * Says who says the selected sentences that are shown [WN7].
 * @param name none of them has a speaker afterwards where it is blank
 */
export function nameSpeaker(context: CommandContext, name: string): void {
  const speaker = name.trim();
  const sentenceIds = listEditable(context).map(({ id }) => id);
  if (sentenceIds.length === 0) return;
  context.document.getState().edit({
    kind: 'setSpeaker',
    sentenceIds,
    speaker: speaker === '' ? undefined : speaker,
  });
}
