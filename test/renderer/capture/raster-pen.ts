import type { Size } from '@core/capture/mark-sizes';
import type { PicturePen } from '../../../src/renderer/src/features/capture/pen';

/** Pixels by row, each a text that says what it is of: a colour, a place in a picture, or several of them blended. */
export interface Pixels {
  readonly pixels: readonly (readonly string[])[];
}

const BLENDED = ' + ';

/** What a pixel is of. */
export function partsOf(pixel: string): readonly string[] {
  return pixel.split(BLENDED);
}

function blend(pixels: readonly string[]): string {
  return [...new Set(pixels.flatMap(partsOf))].sort().join(BLENDED);
}

/** A picture in which every pixel is of its own place, as `x,y`. */
export function pictureOf({ width, height }: Size): Pixels {
  return { pixels: Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => `${x},${y}`)) };
}

/**
 * A canvas as its specification has it, for filled rectangles and pictures: a pixel that something covers only partly is
 * blended with what was there, and a picture that is enlarged or shifted by less than a pixel is blended with its
 * neighbours. Lines and text are not painted, only told.
 */
export class RasterPen implements PicturePen<Pixels>, Pixels {
  fillStyle: string | CanvasGradient | CanvasPattern = '';
  strokeStyle: string | CanvasGradient | CanvasPattern = '';
  globalAlpha = 1;
  lineWidth = 1;
  lineCap: CanvasLineCap = 'butt';
  lineJoin: CanvasLineJoin = 'miter';
  font = '';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  textAlign: CanvasTextAlign = 'start';
  /** What was painted, in order: colours of strokes, fills and rectangles, texts, and `picture`. */
  readonly told: string[] = [];
  readonly pixels: string[][];
  #offset = { x: 0, y: 0 };

  constructor({ width, height }: Size) {
    this.pixels = Array.from({ length: height }, () => new Array<string>(width).fill('empty'));
  }

  fillRect(x: number, y: number, width: number, height: number) {
    this.told.push(String(this.fillStyle));
    this.#paint(x, y, width, height, () => String(this.fillStyle));
  }

  drawImage(
    image: Pixels,
    fromX: number,
    fromY: number,
    fromWidth: number,
    fromHeight: number,
    toX: number,
    toY: number,
    toWidth: number,
    toHeight: number,
  ) {
    this.told.push('picture');
    const sourcesOf = (place: number, from: number, fromSide: number, to: number, toSide: number, most: number) => {
      const middle = from + ((place + 0.5 - to) * fromSide) / toSide - 0.5;
      const nearest = [Math.floor(middle), Math.ceil(middle)];
      return nearest.map((source) => Math.min(Math.max(source, 0), most - 1));
    };
    const rows = image.pixels.length;
    const columns = image.pixels[0]?.length ?? 0;
    this.#paint(toX, toY, toWidth, toHeight, (column, row) => {
      const xs = sourcesOf(column, fromX, fromWidth, toX + this.#offset.x, toWidth, columns);
      const ys = sourcesOf(row, fromY, fromHeight, toY + this.#offset.y, toHeight, rows);
      return blend(ys.flatMap((y) => xs.map((x) => image.pixels[y]?.[x] ?? 'outside')));
    });
  }

  translate(x: number, y: number) {
    this.#offset = { x: this.#offset.x + x, y: this.#offset.y + y };
  }

  stroke() {
    this.told.push(String(this.strokeStyle));
  }
  fill() {
    this.told.push(String(this.fillStyle));
  }
  strokeRect() {
    this.stroke();
  }
  fillText(text: string) {
    this.told.push(text);
  }
  beginPath() {}
  moveTo() {}
  lineTo() {}
  quadraticCurveTo() {}
  arc() {}
  ellipse() {}
  closePath() {}

  #paint(x: number, y: number, width: number, height: number, pixelAt: (column: number, row: number) => string) {
    const left = x + this.#offset.x;
    const top = y + this.#offset.y;
    for (let row = Math.max(Math.floor(top), 0); row < Math.min(top + height, this.pixels.length); row += 1) {
      const line = this.pixels[row];
      if (line === undefined) continue;
      for (let column = Math.max(Math.floor(left), 0); column < Math.min(left + width, line.length); column += 1) {
        const across = Math.min(column + 1, left + width) - Math.max(column, left);
        const down = Math.min(row + 1, top + height) - Math.max(row, top);
        if (across <= 0 || down <= 0) continue;
        const painted = pixelAt(column, row);
        line[column] = across === 1 && down === 1 ? painted : blend([painted, line[column] ?? 'outside']);
      }
    }
  }
}
