import { useState } from 'react';
import { useSettings, useStudio } from '../state/studio-context';

export type PanelName = 'media' | 'player' | 'playerHeight' | 'waveform';

interface Panel {
  readonly usual: number;
  readonly min: number;
  readonly max: number;
}

/** Sizes in px at 1280×800, the smallest window the studio is laid out for. */
export const panels: Readonly<Record<PanelName, Panel>> = {
  media: { usual: 208, min: 176, max: 420 },
  player: { usual: 296, min: 260, max: 960 },
  playerHeight: { usual: 200, min: 120, max: 800 },
  waveform: { usual: 248, min: 140, max: 640 },
};

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
  const panel = panels[name];
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
