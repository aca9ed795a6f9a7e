import { useEffect } from 'react';
import { useStudio } from '../../state/studio-context';

/** A slider is not kept at every step of a drag. */
const keepAfterMs = 600;

/** Brings volume and speed back as they were left, and keeps them when they change. */
export function usePlayerSettings(): void {
  const { player, settings, session } = useStudio();
  useEffect(() => {
    const { volume = 1, playbackRate = 1, followPlayback = true } = settings.getState().settings;
    player.setVolume(volume);
    player.setRate(playbackRate);
    session.getState().set({ isFollowing: followPlayback });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = player.store.subscribe((state, before) => {
      if (state.volume === before.volume && state.rate === before.rate) return;
      clearTimeout(timer);
      timer = setTimeout(
        () => settings.getState().update({ volume: state.volume, playbackRate: state.rate }),
        keepAfterMs,
      );
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [player, settings, session]);
}
