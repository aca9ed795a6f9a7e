import type { Sentence } from '@core/transcript/sentence';
import type { StudioParts } from './studio-parts';

/**
 * Goes to a sentence, as keys do wherever they are pressed [WN9]: it is selected and in sight, and
 * the playhead stands at its begin.
 */
export function goToSentence(
  { session, player }: Pick<StudioParts, 'session' | 'player'>,
  { id, beginMs }: Pick<Sentence, 'id' | 'beginMs'>,
): void {
  session.getState().goTo(id, beginMs);
  player.seek(beginMs);
}
