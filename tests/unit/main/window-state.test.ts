import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitWindowState, smallestSize } from '../../../electron/main/window-state';

const display = { x: 0, y: 25, width: 1440, height: 875 };
const second = { x: 1440, y: 0, width: 1920, height: 1080 };

describe('the place of a window', () => {
  it('that is in sight stays as it is', () => {
    const state = { bounds: { x: 1500, y: 40, width: 1100, height: 700 }, isMaximised: true };
    expect(fitWindowState(state, [display, second])).toEqual(state);
  });

  it.each([
    ['right of every display', { x: 4000, y: 100, width: 1100, height: 700 }],
    ['above, its title bar out of reach', { x: 100, y: -700, width: 1100, height: 700 }],
    ['below', { x: 100, y: 2000, width: 1100, height: 700 }],
  ])('that is %s is given up', (_name, bounds) => {
    const fitted = fitWindowState({ bounds, isMaximised: false }, [display, second]);
    expect(fitted.bounds).toEqual({ width: 1100, height: 700 });
  });

  it('that is larger than its display is made as large as it', () => {
    const state = { bounds: { x: 50, y: 50, width: 3000, height: 2000 }, isMaximised: false };
    expect(fitWindowState(state, [display]).bounds).toEqual(display);
  });

  it('lies wholly on a display, whatever was kept', () => {
    const pixels = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(pixels, pixels, pixels, pixels, (x, y, width, height) => {
        const displays = [display, second];
        const { bounds } = fitWindowState(
          { bounds: { x, y, width, height }, isMaximised: false },
          displays,
        );
        expect(bounds.width).toBeGreaterThanOrEqual(smallestSize.width);
        expect(bounds.height).toBeGreaterThanOrEqual(smallestSize.height);
        if (bounds.x === undefined || bounds.y === undefined) return;
        const { x: left, y: top } = bounds;
        const holder = displays.find(
          (area) =>
            left >= area.x &&
            top >= area.y &&
            left + bounds.width <= area.x + area.width &&
            top + bounds.height <= area.y + area.height,
        );
        expect(holder).toBeDefined();
      }),
    );
  });
});
