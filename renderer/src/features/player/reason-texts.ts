import type { PlaybackReason } from '@contract/api';
import type { MessageKey } from '@core/messages/catalogue';

/** Why a recording is not played as it is. */
export const reasonTexts = {
  format: 'player.cannotPlay',
  picture: 'player.noPicture',
  sound: 'player.noSound',
  clock: 'player.wrongClock',
  track: 'player.otherTrack',
} as const satisfies Readonly<Record<PlaybackReason, MessageKey>>;
