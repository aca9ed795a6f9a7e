import type { PlaybackReason } from '@contract/api';
import { peaksPerSecond } from '@core/waveform/peaks';
import { useEffect } from 'react';
import { findClockProblem } from '../../playback/find-clock-problem';
import type { PlayerState } from '../../playback/player';
import { useMedia, usePlayerState, useStudio } from '../../state/studio-context';

/** What a problem of the element is a reason for. */
const reasons: Readonly<Record<PlayerState['problem'], PlaybackReason | undefined>> = {
  none: undefined,
  'cannot-play': 'format',
  'no-picture': 'picture',
  'no-sound': 'sound',
};

/**
 * Keeps the element that plays the open recording, whether or not anything of it is in sight, and has
 * a playable copy made where it cannot play. Called once, where it is always mounted.
 */
export function useMediaElement(): void {
  const { player, media } = useStudio();
  const url = useMedia(({ access }) => (access?.state === 'ready' ? access.url : undefined));
  const hasVideo = useMedia(({ access }) => access?.hasVideo ?? false);
  const proxy = useMedia(({ access }) => access?.proxy.state);
  const soundBeginMs = useMedia(({ access }) => access?.soundBeginMs);
  const way = useMedia(({ access }) => access?.substitute?.way);
  const decodedMs = useMedia(({ access }) =>
    access?.peaks.isComplete === true ? (access.peaks.count / peaksPerSecond) * 1000 : undefined,
  );
  const problem = usePlayerState((state) => state.problem);
  // Of the element before, what is said here is not of what is to be played now.
  const isPlaced = usePlayerState(({ element }) => element?.getAttribute('src') === url);
  const elementMs = usePlayerState((state) => state.elementMs);
  // A copy may be served where the original was: it is another recording all the same.
  const isProxy = proxy === 'ready';

  useEffect(() => {
    // A copy with the track that is heard is still being made.
    if (url === undefined || url === '') return undefined;
    const element = document.createElement(hasVideo ? 'video' : 'audio');
    element.preload = 'auto';
    element.src = url;
    player.attach(element, { soundBeginMs });
    return () => {
      player.attach(undefined);
      element.remove();
      // Without this the page goes on loading what nobody plays any more.
      element.removeAttribute('src');
      element.load();
    };
  }, [player, url, hasVideo, soundBeginMs, isProxy]);

  const isOff =
    isPlaced &&
    elementMs > 0 &&
    decodedMs !== undefined &&
    findClockProblem(elementMs, decodedMs, { hasVideo });
  const reason = isOff ? 'clock' : isPlaced ? reasons[problem] : undefined;
  // A copy that does not do either gives way to an encoding, which does.
  const mayHelp = proxy === 'none' || (isProxy && way === 'copy');
  useEffect(() => {
    if (reason !== undefined && mayHelp) void media.getState().makeProxy(reason);
  }, [media, reason, mayHelp]);
}
