import { computeBanner } from '@core/capture/banner';
import { coveredPixels } from '@core/capture/covered-pixels';
import { keptPart } from '@core/capture/kept-part';
import { type Crop, DEFAULT_STYLE, EMPTY_DRAWING, type Shape } from '@core/capture/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flattenedSize, paintScreenDump } from '../../../src/renderer/src/features/capture/flatten';
import { BLUR_COLORS, REDACTION_COLOR } from '../../../src/renderer/src/features/capture/paint-redaction';
import { partsOf, pictureOf, RasterPen } from './raster-pen';

const PICTURE = { width: 60, height: 40 };
const textWidth = (text: string, fontPx: number) => text.length * fontPx * 0.5;

function flatten(shapes: Shape[], { address = 'https://exempel.test/odoo/sales/42', crop = null as Crop | null } = {}) {
  const banner = computeBanner({
    address,
    title: 'Kassan',
    ticketNumber: 'S-1042',
    takenAtText: '23 november 2026 14:10',
    pictureWidth: keptPart(crop, PICTURE).width,
    measureText: textWidth,
  });
  const dump = { image: pictureOf(PICTURE), picture: PICTURE, drawing: { ...EMPTY_DRAWING, crop, shapes }, banner };
  const pen = new RasterPen(flattenedSize(dump));
  const makeSurface = (size: { width: number; height: number }) => {
    const surface = new RasterPen(size);
    return { pen: surface, image: surface };
  };
  paintScreenDump(pen, dump, { makeSurface, textWidth });
  return { banner, pen, pictureRows: pen.pixels.slice(banner.heightPx) };
}

const redaction = (x: number, y: number, width: number, height: number, look: 'solid' | 'blur' = 'solid'): Shape => ({
  id: `r ${x} ${y}`,
  kind: 'redaction',
  look,
  x,
  y,
  width,
  height,
});
const callout = (x: number, y: number, width: number, height: number, toX: number, toY: number): Shape => ({
  id: `c ${x} ${y}`,
  kind: 'callout',
  ...DEFAULT_STYLE,
  x,
  y,
  width,
  height,
  toX,
  toY,
  magnification: 2,
});

/** Quarters of a pixel, evenly spread: doubles would nearly all be close to nothing. */
const placed = (least: number, most: number) =>
  fc.integer({ min: 4 * least, max: 4 * most }).map((quarters) => quarters / 4);
const [across, down, side] = [placed(-20, 70), placed(-20, 50), placed(-40, 40)];
const anyRedaction = fc
  .tuple(across, down, side, side, fc.constantFrom('solid' as const, 'blur' as const))
  .map((parts) => redaction(...parts));
const anyCallout = fc.tuple(across, down, side, side, across, down).map((parts) => callout(...parts));
const anyCrop = fc.option(
  fc.record({
    x: fc.integer({ min: 0, max: 70 }),
    y: fc.integer({ min: 0, max: 50 }),
    width: fc.integer({ min: 1, max: 70 }),
    height: fc.integer({ min: 1, max: 50 }),
  }),
);

/** The places of the picture that something was painted with. */
function placesIn(rows: readonly (readonly string[])[]): { x: number; y: number }[] {
  return rows
    .flat()
    .flatMap(partsOf)
    .filter((part) => /^\d+,\d+$/.test(part))
    .map((part) => {
      const [x = Number.NaN, y = Number.NaN] = part.split(',').map(Number);
      return { x, y };
    });
}

function isIn({ x, y }: { x: number; y: number }, part: { x: number; y: number; width: number; height: number }) {
  return x >= part.x && x < part.x + part.width && y >= part.y && y < part.y + part.height;
}

describe('a flattened screen dump', () => {
  it('holds every row of what is kept below the banner, and nothing of the picture in the banner', () => {
    fc.assert(
      fc.property(anyCrop, (crop) => {
        const { banner, pen, pictureRows } = flatten([], { crop });
        const kept = keptPart(crop, PICTURE);
        expect(pen.pixels).toHaveLength(banner.heightPx + kept.height);
        const expected = pictureOf(PICTURE)
          .pixels.slice(kept.y, kept.y + kept.height)
          .map((row) => row.slice(kept.x, kept.x + kept.width));
        expect(pictureRows).toEqual(expected);
        expect(placesIn(pen.pixels.slice(0, banner.heightPx))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('has a banner that no mark reaches into', () => {
    const box = { id: 'b', kind: 'text' as const, ...DEFAULT_STYLE, x: 5, y: -10, text: 'over the edge' };
    const { banner, pen } = flatten([box, redaction(0, -20, 60, 30), callout(0, 0, 20, 20, 10, -15)]);
    const without = flatten([]);
    expect(pen.pixels.slice(0, banner.heightPx)).toEqual(without.pen.pixels.slice(0, banner.heightPx));
  });

  it('writes every line of the banner', () => {
    const { banner, pen } = flatten([]);
    expect(banner.lines.length).toBeGreaterThan(1);
    for (const line of banner.lines) expect(pen.told).toContain(line);
  });

  it('moves what was drawn with the crop', () => {
    const { pictureRows } = flatten([redaction(20, 15, 4, 3)], { crop: { x: 18, y: 12, width: 30, height: 20 } });
    const redacted = pictureRows.flatMap((row, y) =>
      row.flatMap((pixel, x) => (pixel === REDACTION_COLOR ? [`${x},${y}`] : [])),
    );
    expect(redacted).toHaveLength(12);
    expect(redacted).toContain('2,3');
    expect(redacted).toContain('5,5');
  });
});

describe('a redaction', () => {
  it('leaves exactly the solid colour', () => {
    const { pictureRows } = flatten([redaction(10, 5, 20, 8)]);
    expect(pictureRows.flat().filter((pixel) => pixel === REDACTION_COLOR)).toHaveLength(160);
    expect(placesIn(pictureRows)).toHaveLength(PICTURE.width * PICTURE.height - 160);
    expect(pictureRows[5]?.[10]).toBe(REDACTION_COLOR);
    expect(pictureRows[12]?.[29]).toBe(REDACTION_COLOR);
  });

  it('is painted solid first where it looks blurred, and then covered by the shades of that look', () => {
    const { pen, pictureRows } = flatten([redaction(10, 5, 20, 8, 'blur')]);
    expect(pen.told[1]).toBe(REDACTION_COLOR);
    const shades = pictureRows.slice(5, 13).flatMap((row) => row.slice(10, 30));
    expect(shades.filter((shade) => !BLUR_COLORS.includes(shade))).toEqual([]);
    expect(new Set(shades).size).toBeGreaterThan(3);
  });

  it('leaves no blended pixel and nothing of a touched one, wherever it was drawn and whatever is cropped', () => {
    fc.assert(
      fc.property(anyRedaction, anyCrop, (shape, crop) => {
        if (shape.kind !== 'redaction') return;
        const { pictureRows } = flatten([shape], { crop });
        const kept = keptPart(crop, PICTURE);
        const [left, right] = [Math.min(shape.x, shape.x + shape.width), Math.max(shape.x, shape.x + shape.width)];
        const [top, bottom] = [Math.min(shape.y, shape.y + shape.height), Math.max(shape.y, shape.y + shape.height)];
        const colors = shape.look === 'solid' ? [REDACTION_COLOR] : BLUR_COLORS;
        const wrong = pictureRows.flatMap((line, row) =>
          line.filter((pixel, column) => {
            const [x, y] = [column + kept.x, row + kept.y];
            const isTouched = x < right && x + 1 > left && y < bottom && y + 1 > top;
            return isTouched ? !colors.includes(pixel) : pixel !== `${x},${y}`;
          }),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('leaves nothing of what is beneath it or cropped off anywhere, with any call-outs over and beside it', () => {
    fc.assert(
      fc.property(
        fc.array(anyRedaction, { minLength: 1, maxLength: 3 }),
        fc.array(anyCallout, { minLength: 1, maxLength: 3 }),
        anyCrop,
        (redactions, callouts, crop) => {
          const { pen } = flatten([...callouts, ...redactions], { crop });
          const hidden = redactions
            .map((shape) => shape.kind === 'redaction' && coveredPixels(shape, PICTURE))
            .filter((part) => part !== null && part !== false);
          const kept = keptPart(crop, PICTURE);
          const leaked = placesIn(pen.pixels).filter(
            (place) => !isIn(place, kept) || hidden.some((part) => isIn(place, part)),
          );
          expect(leaked).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('lies beneath marks, in whichever order they were drawn', () => {
    const box: Shape = { id: 'b', kind: 'rectangle', ...DEFAULT_STYLE, x: 1, y: 1, width: 50, height: 30 };
    const { pen } = flatten([box, redaction(0, 0, 9, 9)]);
    expect(pen.told.lastIndexOf(REDACTION_COLOR, pen.told.indexOf('#d92d20'))).toBeGreaterThan(0);
  });

  it('hides what a call-out shows in its place', () => {
    const { pictureRows } = flatten([callout(0, 0, 10, 10, 30, 10), redaction(35, 12, 6, 6)]);
    const inside = pictureRows.slice(12, 18).flatMap((row) => row.slice(35, 41));
    expect(new Set(inside)).toEqual(new Set([REDACTION_COLOR]));
  });
});

describe('a call-out', () => {
  it('shows its part of the picture enlarged', () => {
    const { pictureRows } = flatten([callout(2, 3, 10, 8, 30, 10)]);
    const view = pictureRows.slice(10, 26).map((row) => row.slice(30, 50));
    for (const [row, line] of view.entries()) {
      for (const [column, pixel] of line.entries()) {
        expect(partsOf(pixel)).toContain(`${2 + Math.floor(column / 2)},${3 + Math.floor(row / 2)}`);
      }
    }
  });

  it('shows a redaction in its part', () => {
    const { pictureRows } = flatten([callout(0, 0, 10, 10, 30, 10), redaction(2, 2, 4, 4)]);
    expect(pictureRows[16]?.[36]).toBe(REDACTION_COLOR);
  });
});

describe('marks', () => {
  it('show nothing for an arrow without length', () => {
    const { pen } = flatten([{ id: 'a', kind: 'arrow', ...DEFAULT_STYLE, fromX: 5, fromY: 5, toX: 5, toY: 5 }]);
    expect(pen.told).toEqual(flatten([]).pen.told);
  });

  it('are painted in their order', () => {
    const mark = { kind: 'line' as const, weight: 'thin' as const, fromX: 1, fromY: 1, toX: 9, toY: 9 };
    const { pen } = flatten([
      { ...mark, id: 'a', color: 'blue' },
      { ...mark, id: 'b', color: 'green' },
    ]);
    expect(pen.told.indexOf('#1763cf')).toBeLessThan(pen.told.indexOf('#1a7f37'));
  });

  it('number the steps by their place among the steps', () => {
    const step = (id: string): Shape => ({ id, kind: 'step', ...DEFAULT_STYLE, x: 10, y: 10 });
    const { pen } = flatten([step('a'), redaction(0, 0, 5, 5), step('b'), step('c')]);
    expect(pen.told.filter((text) => /^\d$/.test(text))).toEqual(['1', '2', '3']);
  });

  it('write every line of a text', () => {
    const { pen } = flatten([
      { id: 't', kind: 'text', ...DEFAULT_STYLE, x: 1, y: 1, text: 'Fel belopp\nska vara 100' },
    ]);
    expect(pen.told).toContain('Fel belopp');
    expect(pen.told).toContain('ska vara 100');
  });
});
