import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFloatingWindowWanted, placeFloatingWindow } from '../../../src/main/platform/floating-place';

const SIZE = { width: 360, height: 130 };
const LAPTOP = { x: 0, y: 40, width: 1920, height: 1040 };
const DESK = { x: 1920, y: 0, width: 2560, height: 1440 };

describe('the small window’s place', () => {
  it('is the lower right corner of the first display until somebody has moved it', () => {
    expect(placeFloatingWindow(null, SIZE, [LAPTOP, DESK])).toEqual({ x: 1544, y: 934, ...SIZE });
  });

  it('is where it was put, on any display', () => {
    expect(placeFloatingWindow({ x: 100, y: 100 }, SIZE, [LAPTOP, DESK])).toMatchObject({ x: 100, y: 100 });
    expect(placeFloatingWindow({ x: 3000, y: 700 }, SIZE, [LAPTOP, DESK])).toMatchObject({ x: 3000, y: 700 });
  });

  it('is the corner again when its display is gone', () => {
    expect(placeFloatingWindow({ x: 3000, y: 700 }, SIZE, [LAPTOP])).toMatchObject({ x: 1544, y: 934 });
  });

  it('moves no further than it takes to be seen whole, also when it grows', () => {
    expect(placeFloatingWindow({ x: -50, y: 1000 }, SIZE, [LAPTOP])).toMatchObject({ x: 0, y: 950 });
    expect(placeFloatingWindow({ x: 100, y: 940 }, { ...SIZE, height: 300 }, [LAPTOP])).toMatchObject({ y: 780 });
    // Between two displays it belongs where more of it lies.
    expect(placeFloatingWindow({ x: 1800, y: 300 }, SIZE, [LAPTOP, DESK])).toMatchObject({ x: 1920, y: 300 });
  });

  it('is always wholly on a display that is there', () => {
    const position = fc.record({ x: fc.integer({ min: -5000, max: 8000 }), y: fc.integer({ min: -5000, max: 8000 }) });
    fc.assert(
      fc.property(fc.option(position), fc.subarray([LAPTOP, DESK], { minLength: 1 }), (place, areas) => {
        const { x, y, width, height } = placeFloatingWindow(place, SIZE, areas);
        const isInside = areas.some(
          (area) =>
            x >= area.x && y >= area.y && x + width <= area.x + area.width && y + height <= area.y + area.height,
        );
        expect(isInside).toBe(true);
      }),
    );
  });
});

describe('the small window is to be seen', () => {
  const hidden = { setting: 'when-hidden', hasTimer: true, isMainInSight: false, isDismissed: false } as const;

  it.each([
    ['while the main window is out of sight', hidden, true],
    ['not while the main window is in sight', { ...hidden, isMainInSight: true }, false],
    ['not without a timer', { ...hidden, hasTimer: false }, false],
    ['not after somebody closed it', { ...hidden, isDismissed: true }, false],
    ['always when that is chosen', { ...hidden, setting: 'always', isMainInSight: true } as const, true],
    ['even then not without a timer', { ...hidden, setting: 'always', hasTimer: false } as const, false],
    ['never when that is chosen', { ...hidden, setting: 'never' } as const, false],
  ])('%s', (_when, conditions, isWanted) => {
    expect(isFloatingWindowWanted(conditions)).toBe(isWanted);
  });
});
