import type { GreyPicture } from '@core/capture/raster';
import { inkOfSigns, type PlacedSign, piecesOf } from '@core/capture/sign-ink';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** A text in a typeface of blocks: each sign as wide as it usually is in eighths of ten pixels, two pixels apart. */
const BLOCKS: Readonly<Record<string, number>> = { l: 3, r: 6, a: 8, n: 9, m: 14, w: 12 };
const HEIGHT = 20;

function draw(columns: readonly (readonly [from: number, width: number])[]): GreyPicture {
  const width = Math.max(...columns.map(([from, length]) => from + length)) + 6;
  const values = new Uint8Array(width * HEIGHT).fill(255);
  for (const [from, length] of columns) {
    for (let y = 5; y < 15; y += 1) values.fill(0, y * width + from, y * width + from + length);
  }
  return { width, height: HEIGHT, values };
}

/** The signs of a text and where their ink is. */
function setOut(text: string): { readonly columns: [number, number][]; readonly signs: PlacedSign[] } {
  let x = 6;
  const columns: [number, number][] = [];
  const signs: PlacedSign[] = [];
  for (const sign of text) {
    const width = BLOCKS[sign] ?? 9;
    columns.push([x, width]);
    signs.push({ text: sign, box: { x, y: 5, width, height: 10 } });
    x += width + 2;
  }
  return { columns, signs };
}

const anyText = fc.string({ unit: fc.constantFrom(...Object.keys(BLOCKS)), minLength: 2, maxLength: 40 });

describe('the ink of signs', () => {
  it('is each sign’s own piece, wherever their boxes are off by half a sign', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 40, maxLength: 40 }),
        (text, shifts) => {
          const { columns, signs } = setOut(text);
          const seen = signs.map(({ text: sign, box }, index) => ({
            text: sign,
            box: { ...box, x: box.x + (shifts[index] ?? 0) },
          }));
          const { inks, unclaimed } = inkOfSigns(draw(columns), seen);
          expect(unclaimed).toBe(0);
          expect(inks.map((ink) => ink?.left)).toEqual(columns.map(([from]) => from));
        },
      ),
    );
  });

  it('is none for a sign that was seen twice', () => {
    const { columns, signs } = setOut('manra');
    const [m, ...others] = signs;
    if (!m) throw new Error('no sign');
    const phantom = { text: 'a', box: { ...m.box, x: m.box.x + 10, width: 4 } };
    const { inks } = inkOfSigns(draw(columns), [m, phantom, ...others]);
    expect(inks.map((ink) => ink === null)).toEqual([false, true, false, false, false, false]);
  });

  it('is shared by signs that touch', () => {
    const { signs } = setOut('nann');
    const touching: [number, number][] = [
      [6, 9],
      [17, 19],
      [39, 9],
    ];
    const { inks, unclaimed } = inkOfSigns(draw(touching), signs);
    expect(unclaimed).toBe(0);
    expect(inks.every((ink) => ink !== null)).toBe(true);
    expect(inks[1]?.right).toBeLessThan(inks[2]?.left ?? 0);
  });

  it('counts what no sign was seen in', () => {
    const { columns, signs } = setOut('nanan');
    expect(inkOfSigns(draw(columns), signs.slice(0, -1)).unclaimed).toBe(1);
  });

  it('takes a dot above a stem for one piece', () => {
    const values = new Uint8Array(12 * HEIGHT).fill(255);
    for (const y of [3, 4, 7, 8, 9, 10, 11, 12]) values.fill(0, y * 12 + 5, y * 12 + 7);
    expect(piecesOf({ width: 12, height: HEIGHT, values })).toHaveLength(1);
  });
});
