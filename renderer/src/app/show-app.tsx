import { createRoot } from 'react-dom/client';
import type { Connection } from '../client/connection';
import { createPlayer } from '../playback/create-player';
import { App } from './app';
import { followFonts } from './load-fonts';

/** Puts the window into an element of the page. */
export function showApp(container: HTMLElement, connection: Connection): void {
  followFonts();
  createRoot(container).render(<App connection={connection} player={createPlayer()} />);
}
