import { describe, expect, it } from 'vitest';
import {
  changeByKey,
  isDrag,
  pixelsOf,
  type RegionSelection,
} from '../../../src/renderer/src/features/capture/region/region-selection';

const PICTURE = { width: 1280, height: 800 };

/** The selection after these keys. */
function press(selection: RegionSelection | null, ...keys: string[]): RegionSelection | null {
  return keys.reduce<RegionSelection | null>((current, name) => {
    const key = name.replace('Shift+', '');
    return changeByKey(current, { key, shiftKey: key !== name }, PICTURE) ?? current;
  }, selection);
}

const pixels = (selection: RegionSelection | null) => selection && pixelsOf(selection, PICTURE);

describe('a region drawn with the keyboard', () => {
  it('begins with the middle of the screen', () => {
    expect(pixels(press(null, 'ArrowRight'))).toEqual({ x: 320, y: 200, width: 640, height: 400 });
  });

  it('moves one corner by a pixel, and faster with Shift', () => {
    expect(pixels(press(null, 'Tab', 'ArrowRight', 'Shift+ArrowDown'))).toEqual({
      x: 320,
      y: 200,
      width: 641,
      height: 420,
    });
  });

  it('moves the other corner after Tab', () => {
    expect(pixels(press(null, 'Tab', 'Tab', 'ArrowLeft', 'ArrowUp'))).toEqual({
      x: 319,
      y: 199,
      width: 641,
      height: 401,
    });
  });

  it('stays on the screen', () => {
    const far = press(null, 'Tab', ...new Array<string>(200).fill('Shift+ArrowRight'));
    expect(pixels(far)).toEqual({ x: 320, y: 200, width: 960, height: 400 });
  });

  it('leaves other keys alone', () => {
    expect(changeByKey(null, { key: 'Enter', shiftKey: false }, PICTURE)).toBeNull();
    expect(changeByKey(null, { key: 'a', shiftKey: false }, PICTURE)).toBeNull();
  });
});

describe('a region drawn with the mouse', () => {
  it('holds every pixel it touches, whichever way it was dragged', () => {
    expect(pixels({ fixed: { x: 100.6, y: 50.2 }, moving: { x: 20.1, y: 10.9 } })).toEqual({
      x: 20,
      y: 10,
      width: 81,
      height: 41,
    });
  });

  it('is no region when it was only a click', () => {
    expect(isDrag({ fixed: { x: 10, y: 10 }, moving: { x: 12, y: 90 } })).toBe(false);
    expect(isDrag({ fixed: { x: 10, y: 10 }, moving: { x: 30, y: 90 } })).toBe(true);
  });
});
