import { PNG } from 'pngjs';

export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** A decoded picture, asked pixel by pixel. */
export class Picture {
  private readonly png: PNG;

  constructor(bytes: Buffer) {
    this.png = PNG.sync.read(bytes);
  }

  get width(): number {
    return this.png.width;
  }

  get height(): number {
    return this.png.height;
  }

  colourAt(x: number, y: number): Colour {
    const index = (y * this.png.width + x) * 4;
    const [red, green, blue] = [this.png.data[index], this.png.data[index + 1], this.png.data[index + 2]];
    if (red === undefined || green === undefined || blue === undefined) throw new Error(`${x},${y} is outside`);
    return { red, green, blue };
  }

  /** How many pixels of a part of the picture are of a colour, give or take a little. */
  count(colour: Colour, part = { x: 0, y: 0, width: this.width, height: this.height }): number {
    let found = 0;
    for (let y = part.y; y < part.y + part.height; y += 1) {
      for (let x = part.x; x < part.x + part.width; x += 1) {
        if (isNear(this.colourAt(x, y), colour)) found += 1;
      }
    }
    return found;
  }

  /** The smallest rectangle around all pixels of a colour; null when there is none. */
  boundsOf(colour: Colour): { x: number; y: number; width: number; height: number } | null {
    let [left, top, right, bottom] = [this.width, this.height, -1, -1];
    for (let y = 0; y < this.height; y += 1) {
      for (let x = 0; x < this.width; x += 1) {
        if (!isNear(this.colourAt(x, y), colour)) continue;
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
    }
    return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
  }
}

function isNear(a: Colour, b: Colour): boolean {
  return Math.abs(a.red - b.red) < 12 && Math.abs(a.green - b.green) < 12 && Math.abs(a.blue - b.blue) < 12;
}
