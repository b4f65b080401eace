import { computeBanner } from '@core/capture/banner';
import type { Shape } from '@core/capture/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PicturePen, paintScreenDump } from '../../../src/renderer/src/features/capture/flatten';
import { markWidthOn, REDACTION_COLOR } from '../../../src/renderer/src/features/capture/paint';

const PICTURE = { width: 60, height: 40 };
const SECRET = '#00ff00';

/**
 * A canvas as its specification has it, for filled rectangles and pictures: a pixel that a rectangle covers only partly
 * is blended with what was there. Strokes and text are left out.
 */
class RasterPen implements PicturePen<string> {
  fillStyle: string | CanvasGradient | CanvasPattern = '';
  strokeStyle: string | CanvasGradient | CanvasPattern = '';
  lineWidth = 1;
  lineCap: CanvasLineCap = 'butt';
  lineJoin: CanvasLineJoin = 'miter';
  font = '';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  readonly strokes: string[] = [];
  readonly pixels: string[][];
  #offset = { x: 0, y: 0 };

  constructor(width: number, height: number) {
    this.pixels = Array.from({ length: height }, () => new Array<string>(width).fill('empty'));
  }

  fillRect(x: number, y: number, width: number, height: number) {
    const left = x + this.#offset.x;
    const top = y + this.#offset.y;
    for (const [row, line] of this.pixels.entries()) {
      for (const [column, below] of line.entries()) {
        const across = Math.min(column + 1, left + width) - Math.max(column, left);
        const down = Math.min(row + 1, top + height) - Math.max(row, top);
        if (across <= 0 || down <= 0) continue;
        line[column] = across === 1 && down === 1 ? String(this.fillStyle) : `blend of ${below}`;
      }
    }
  }

  drawImage(image: string, x: number, y: number, width: number, height: number) {
    const style = this.fillStyle;
    this.fillStyle = image;
    this.fillRect(x, y, width, height);
    this.fillStyle = style;
  }

  translate(x: number, y: number) {
    this.#offset = { x: this.#offset.x + x, y: this.#offset.y + y };
  }

  stroke() {
    this.strokes.push(String(this.strokeStyle));
  }
  strokeRect() {
    this.stroke();
  }
  fillText(text: string) {
    this.strokes.push(text);
  }
  fill() {}
  beginPath() {}
  moveTo() {}
  lineTo() {}
  closePath() {}
}

function flatten(shapes: Shape[], address = 'https://exempel.test/odoo/sales/42') {
  const banner = computeBanner({
    address,
    ticketNumber: 'S-1042',
    takenAtText: '23 november 2026 14:10',
    pictureWidth: PICTURE.width,
    measureText: (text, fontPx) => text.length * fontPx * 0.5,
  });
  const pen = new RasterPen(PICTURE.width, PICTURE.height + banner.heightPx);
  paintScreenDump(pen, { image: SECRET, picture: PICTURE, drawing: { version: 1, shapes }, banner });
  return { banner, pen, pictureRows: pen.pixels.slice(banner.heightPx) };
}

const redaction = (x: number, y: number, width: number, height: number): Shape => ({
  id: 'r',
  kind: 'redaction',
  x,
  y,
  width,
  height,
});

describe('a flattened screen dump', () => {
  it('holds the whole picture below the banner, and nothing of it under the banner', () => {
    const { banner, pen, pictureRows } = flatten([]);
    expect(pictureRows).toHaveLength(PICTURE.height);
    expect(pictureRows.flat().every((pixel) => pixel === SECRET)).toBe(true);
    expect(pen.pixels.slice(0, banner.heightPx).flat()).not.toContain(SECRET);
  });

  it('writes every line of the banner', () => {
    const { banner, pen } = flatten([]);
    expect(banner.lines.length).toBeGreaterThan(1);
    for (const line of banner.lines) expect(pen.strokes).toContain(line);
  });

  it('has exactly the solid colour where something was redacted', () => {
    const { pictureRows } = flatten([redaction(10, 5, 20, 8)]);
    const counts = new Map<string, number>();
    for (const pixel of pictureRows.flat()) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    expect(counts).toEqual(
      new Map([
        [SECRET, PICTURE.width * PICTURE.height - 160],
        [REDACTION_COLOR, 160],
      ]),
    );
    expect(pictureRows[5]?.[10]).toBe(REDACTION_COLOR);
    expect(pictureRows[12]?.[29]).toBe(REDACTION_COLOR);
  });

  it('leaves no blended pixel and nothing of a touched one, wherever a redaction was drawn', () => {
    const side = fc.double({ min: -80, max: 80, noNaN: true });
    fc.assert(
      fc.property(side, side, side, side, (x, y, width, height) => {
        const { pictureRows } = flatten([redaction(x, y, width, height)]);
        const [left, right] = [Math.min(x, x + width), Math.max(x, x + width)];
        const [top, bottom] = [Math.min(y, y + height), Math.max(y, y + height)];
        const wrong = pictureRows.flatMap((line, row) =>
          line.filter((pixel, column) => {
            const isTouched = column < right && column + 1 > left && row < bottom && row + 1 > top;
            return pixel !== (isTouched ? REDACTION_COLOR : SECRET);
          }),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('redacts beneath marks, in whichever order they were drawn', () => {
    const box: Shape = { id: 'b', kind: 'box', x: 1, y: 1, width: 50, height: 30 };
    const order: string[] = [];
    const pen = new RasterPen(PICTURE.width, PICTURE.height);
    const fillRect = pen.fillRect.bind(pen);
    pen.fillRect = (...rectangle) => {
      order.push(String(pen.fillStyle));
      fillRect(...rectangle);
    };
    pen.strokeRect = () => order.push('box');
    const banner = { heightPx: 0, fontPx: 12, lineHeightPx: 17, paddingPx: 0, lines: [] };
    const drawing = { version: 1 as const, shapes: [box, redaction(0, 0, 9, 9)] };
    paintScreenDump(pen, { image: SECRET, picture: PICTURE, drawing, banner });
    expect(order.lastIndexOf(REDACTION_COLOR)).toBeLessThan(order.indexOf('box'));
  });

  it('draws nothing for an arrow without length', () => {
    const { pen } = flatten([{ id: 'a', kind: 'arrow', fromX: 5, fromY: 5, toX: 5, toY: 5 }], '');
    expect(pen.strokes.filter((stroke) => stroke.startsWith('#'))).toEqual([]);
  });
});

describe('the thickness of marks', () => {
  it('grows with the picture and never vanishes', () => {
    expect(markWidthOn({ width: 200, height: 100 })).toBe(3);
    expect(markWidthOn({ width: 3840, height: 2160 })).toBe(10);
  });
});
