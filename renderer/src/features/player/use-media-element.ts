import { useEffect } from 'react';
import { useMedia, usePlayerState, useStudio } from '../../state/studio-context';

/**
 * Keeps the element that plays the open recording, whether or not anything of it is in sight, and has
 * a playable copy made where it cannot play. Called once, where it is always mounted.
 */
export function useMediaElement(): void {
  const { player, media } = useStudio();
  const url = useMedia(({ access }) => (access?.state === 'ready' ? access.url : undefined));
  const hasVideo = useMedia(({ access }) => access?.hasVideo ?? false);
  const proxy = useMedia(({ access }) => access?.proxy.state);
  const problem = usePlayerState((state) => state.problem);
  // A copy may be served where the original was: it is another recording all the same.
  const isProxy = proxy === 'ready';

  useEffect(() => {
    // A copy with the track that is heard is still being made.
    if (url === undefined || url === '') return undefined;
    const element = document.createElement(hasVideo ? 'video' : 'audio');
    element.preload = 'auto';
    element.src = url;
    player.attach(element);
    return () => {
      player.attach(undefined);
      element.remove();
      // Without this the page goes on loading what nobody plays any more.
      element.removeAttribute('src');
      element.load();
    };
  }, [player, url, hasVideo, isProxy]);

  useEffect(() => {
    if (problem !== 'none' && proxy === 'none') void media.getState().makeProxy();
  }, [media, problem, proxy]);
}
