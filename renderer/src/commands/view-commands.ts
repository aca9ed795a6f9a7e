import { chooseLocale } from '@core/messages/catalogue';
import type { Viewport } from '@core/waveform/viewport';
import { toViewport, toZoom, wholeRecording, zoomBy, zoomToSpan } from '@core/waveform/zoom';
import type { CommandArguments, CommandContext, SomeCommands } from './command';
import { listSelected } from './selection';

const zoomFactor = 1.5;

/** Commands of the menus “View” and “Help”. */
export function createViewCommands(context: CommandContext) {
  const { document, host, player, session, settings } = context;

  const zoom = (change: (view: Viewport) => Viewport): void => {
    const { pixelsPerSecond, waveformBeginMs, waveformWidthPx } = session.getState();
    const durationMs =
      player.store.getState().durationMs || document.getState().project?.media.durationMs || 0;
    if (durationMs === 0 || waveformWidthPx === 0) return;
    const room = { durationMs, widthPx: waveformWidthPx };
    const view = toViewport({ pixelsPerSecond, waveformBeginMs }, room);
    session.getState().set(toZoom(change(view)));
  };

  const toggle = (panel: string) => (): void => {
    const { panelSizes } = settings.getState().settings;
    const sizes = { ...panelSizes };
    // Folded away is 0; without an entry a part has its usual size.
    const kept = Object.entries(sizes).filter(([name]) => name !== panel);
    const isFolded = sizes[panel] === 0;
    settings
      .getState()
      .update({ panelSizes: Object.fromEntries(isFolded ? kept : [...kept, [panel, 0]]) });
  };

  /** Where it is not to be seen, it is shown and takes the focus. */
  const toggleProblems = (): void => {
    const { panelSizes } = settings.getState().settings;
    const isFolded = panelSizes?.['media'] === 0;
    const isShown = !isFolded && session.getState().side === 'problems';
    session.getState().set({ side: isShown ? 'projects' : 'problems', wantsProblems: !isShown });
    if (isFolded) toggle('media')();
  };

  return {
    'view.palette': () => session.getState().set({ dialog: 'palette' }),
    'view.zoomIn': () => zoom((view) => zoomBy(view, zoomFactor, player.positionMs)),
    'view.zoomOut': () => zoom((view) => zoomBy(view, 1 / zoomFactor, player.positionMs)),
    'view.zoomFit': () => zoom((view) => toViewport(wholeRecording, view)),
    'view.zoomSelection': () => {
      const selected = listSelected(context);
      const [first] = selected;
      if (first === undefined) return;
      const endMs = Math.max(...selected.map((sentence) => sentence.endMs));
      zoom((view) => zoomToSpan(view, first.beginMs, endMs));
    },
    'view.follow': () => {
      const isFollowing = !session.getState().isFollowing;
      session.getState().set({ isFollowing });
      settings.getState().update({ followPlayback: isFollowing });
    },
    'view.media': toggle('media'),
    'view.problems': toggleProblems,
    'view.player': toggle('player'),
    'view.waveform': toggle('waveform'),
    'view.theme': (chosen?: CommandArguments['view.theme']) => {
      if (chosen !== undefined) {
        settings.getState().update(chosen);
        return;
      }
      const { theme } = settings.getState().settings;
      const isDark = theme === 'dark' || (theme !== 'light' && prefersDark());
      settings.getState().update({ theme: isDark ? 'light' : 'dark' });
    },
    'view.language': (chosen?: CommandArguments['view.language']) => {
      if (chosen !== undefined) {
        settings.getState().update(chosen);
        return;
      }
      const { locale = chooseLocale(host.systemLanguage) } = settings.getState().settings;
      settings.getState().update({ locale: locale === 'en' ? 'zh-CN' : 'en' });
    },
    'help.shortcuts': () => session.getState().set({ dialog: 'shortcuts' }),
  } satisfies SomeCommands;
}

function prefersDark(): boolean {
  return matchMedia('(prefers-color-scheme: dark)').matches;
}
