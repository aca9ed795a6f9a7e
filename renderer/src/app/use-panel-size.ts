import { useState } from 'react';
import { useSettings, useStudio } from '../state/studio-context';

export type PanelName = 'media' | 'player' | 'playerHeight' | 'waveform';

interface Panel {
  readonly usual: number;
  readonly min: number;
  readonly max: number;
}

/** Sizes in px, in a small window (1280×800 is the smallest it is laid out for) and a large one. */
const panels: Readonly<Record<PanelName, Panel & { readonly usualInLarge: number }>> = {
  media: { usual: 208, usualInLarge: 264, min: 176, max: 420 },
  player: { usual: 296, usualInLarge: 480, min: 260, max: 960 },
  playerHeight: { usual: 200, usualInLarge: 320, min: 120, max: 800 },
  waveform: { usual: 248, usualInLarge: 320, min: 140, max: 640 },
};
const largeWindowPx = 1800;

export interface PanelSize extends Panel {
  readonly size: number;
  readonly isFolded: boolean;
  /** While it is being dragged. */
  readonly onMove: (size: number) => void;
  readonly onSettle: (size: number) => void;
  readonly onReset: () => void;
}

/** The size of a part of the window, remembered in the settings; 0 there is folded away. */
export function usePanelSize(name: PanelName): PanelSize {
  const { usualInLarge, ...small } = panels[name];
  const panel = { ...small, usual: innerWidth < largeWindowPx ? small.usual : usualInLarge };
  const kept = useSettings((state) => state.settings.panelSizes?.[name]) ?? panel.usual;
  const sizes = useSettings((state) => state.settings.panelSizes);
  const { settings } = useStudio();
  const [dragged, setDragged] = useState<number>();
  const settle = (size: number): void => {
    setDragged(undefined);
    settings.getState().update({ panelSizes: { ...sizes, [name]: size } });
  };
  return {
    ...panel,
    size: dragged ?? kept,
    isFolded: kept === 0,
    onMove: setDragged,
    onSettle: settle,
    onReset: () => settle(panel.usual),
  };
}
