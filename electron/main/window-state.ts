import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';

/** How a person left the window. */
export interface WindowState {
  /** When not maximised; in device-independent pixels. Without `x` and `y`: in the middle. */
  readonly bounds: Partial<Rectangle> & Pick<Rectangle, 'width' | 'height'>;
  readonly isMaximised: boolean;
}

export const smallestSize = { width: 960, height: 600 } as const;
const usualState: WindowState = { bounds: { width: 1280, height: 800 }, isMaximised: false };
/** Of a window's title bar, this much must be in sight to be taken hold of. */
const graspablePixels = 80;

/**
 * Reads what {@link writeWindowState} kept, moved to where a person can see it.
 * @param workAreas of the displays there are now, the main one first
 */
export function readWindowState(file: string, workAreas: readonly Rectangle[]): WindowState {
  try {
    // A pipe in its place would hold the start up for ever.
    if (!statSync(file).isFile()) return fitWindowState(usualState, workAreas);
    return fitWindowState(parseState(JSON.parse(readFileSync(file, 'utf8'))), workAreas);
  } catch {
    // Not there at the first start; and a damaged one costs no more than the window's place.
    return fitWindowState(usualState, workAreas);
  }
}

/**
 * Keeps the state, at once and whole: it is called while the window closes, and the process ends
 * soon after. A folder that cannot be written costs no more than the window's place.
 */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    const unfinished = `${file}.new`;
    writeFileSync(unfinished, `${JSON.stringify(state)}\n`, { mode: 0o600 });
    renameSync(unfinished, file);
  } catch {
    // Said in the comment above.
  }
}

/** A state with its window on a display that exists, no larger than it. */
export function fitWindowState(state: WindowState, workAreas: readonly Rectangle[]): WindowState {
  const main = workAreas[0];
  if (main === undefined) return state;
  const { x, y } = state.bounds;
  const area =
    x === undefined || y === undefined
      ? undefined
      : workAreas.find((candidate) => isGraspable({ ...state.bounds, x, y }, candidate));
  const { width: widest, height: highest } = area ?? main;
  const width = Math.min(Math.max(state.bounds.width, smallestSize.width), widest);
  const height = Math.min(Math.max(state.bounds.height, smallestSize.height), highest);
  if (area === undefined || x === undefined || y === undefined) {
    return { ...state, bounds: { width, height } };
  }
  return {
    ...state,
    bounds: {
      width,
      height,
      x: Math.min(Math.max(x, area.x), area.x + area.width - width),
      y: Math.min(Math.max(y, area.y), area.y + area.height - height),
    },
  };
}

/** Whether enough of a window's top edge lies on a display. */
function isGraspable(bounds: Rectangle, area: Rectangle): boolean {
  const shownWidth =
    Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return shownWidth >= graspablePixels && bounds.y >= area.y && bounds.y < area.y + area.height;
}

/** @throws TypeError for what is no window state */
function parseState(value: unknown): WindowState {
  const { bounds, isMaximised } = value as {
    bounds: Record<string, unknown>;
    isMaximised: unknown;
  };
  const sizes = ['x', 'y', 'width', 'height'].map((name) => bounds[name]);
  const [x, y, width, height] = sizes;
  if (!isWhole(width) || !isWhole(height)) throw new TypeError('no window state');
  return {
    bounds: { width, height, ...(isWhole(x) && isWhole(y) ? { x, y } : {}) },
    isMaximised: isMaximised === true,
  };
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
