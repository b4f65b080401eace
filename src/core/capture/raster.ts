import type { TextBox } from './recognised-text';

/** A picture's pixels, row by row from the top: red, green, blue and opacity of each, 0 to 255. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** One value per pixel, row by row from the top: 0 is black, 255 white. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** Red, green and blue, 0 to 255. */
export type PixelColour = readonly [red: number, green: number, blue: number];

/** The colour of a pixel inside the picture. */
export function colourAt({ width, rgba }: Raster, x: number, y: number): PixelColour {
  const index = (y * width + x) * 4;
  return [rgba[index] ?? 0, rgba[index + 1] ?? 0, rgba[index + 2] ?? 0];
}

/** How far a pixel is from a colour: the largest difference of red, green and blue. */
export function distanceAt({ width, rgba }: Raster, x: number, y: number, colour: PixelColour): number {
  const index = (y * width + x) * 4;
  return Math.max(
    Math.abs((rgba[index] ?? 0) - colour[0]),
    Math.abs((rgba[index + 1] ?? 0) - colour[1]),
    Math.abs((rgba[index + 2] ?? 0) - colour[2]),
  );
}

/** A picture in grey, as bright as it is seen. */
export function toGrey({ width, height, rgba }: Raster): GreyPicture {
  const values = new Uint8Array(width * height);
  for (let index = 0; index < values.length; index += 1) {
    const at = index * 4;
    values[index] = Math.round(0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0));
  }
  return { width, height, values };
}

/** The part of the pixels of ink that counts as fully black: single brighter ones do not make the rest pale. */
const DARKEST_SHARE = 0.98;

/**
 * A part of a picture as dark text on white, whatever its colours were: the further a pixel is from the ground, the
 * darker. `marginPx` of white is put around it.
 */
export function inkOnWhite(raster: Raster, box: TextBox, ground: PixelColour, marginPx: number): GreyPicture {
  const distances = new Uint8Array(box.width * box.height);
  const counts = new Uint32Array(256);
  for (let y = 0; y < box.height; y += 1) {
    for (let x = 0; x < box.width; x += 1) {
      const distance = distanceAt(raster, box.x + x, box.y + y, ground);
      distances[y * box.width + x] = distance;
      counts[distance] = (counts[distance] ?? 0) + 1;
    }
  }
  let ink = 0;
  for (let distance = FAINTEST_INK; distance < 256; distance += 1) ink += counts[distance] ?? 0;
  let darkest = FAINTEST_INK;
  for (let seen = 0; darkest < 255; darkest += 1) {
    seen += counts[darkest] ?? 0;
    if (seen >= ink * DARKEST_SHARE) break;
  }
  const width = box.width + 2 * marginPx;
  const height = box.height + 2 * marginPx;
  const values = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < box.height; y += 1) {
    for (let x = 0; x < box.width; x += 1) {
      const distance = distances[y * box.width + x] ?? 0;
      const value = 255 - Math.min(255, Math.round((distance * 255) / darkest));
      values[(y + marginPx) * width + x + marginPx] = value;
    }
  }
  return { width, height, values };
}

/** Below this distance from the ground a pixel is ground: compression and faint shadows stay below it. */
export const FAINTEST_INK = 32;

/** Catmull and Rom's cubic: sharp enough for strokes of one pixel, without rings around them that look like ink. */
function cubicWeight(distance: number): number {
  const away = Math.abs(distance);
  if (away < 1) return 1.5 * away ** 3 - 2.5 * away ** 2 + 1;
  if (away < 2) return -0.5 * away ** 3 + 2.5 * away ** 2 - 4 * away + 2;
  return 0;
}

interface Taps {
  readonly first: number;
  readonly weights: readonly number[];
}

/** For each new pixel along one side: the four old ones it is made of. */
function tapsOf(oldLength: number, newLength: number): Taps[] {
  const scale = oldLength / newLength;
  return Array.from({ length: newLength }, (_unused, index) => {
    const centre = (index + 0.5) * scale - 0.5;
    const first = Math.floor(centre) - 1;
    return { first, weights: [0, 1, 2, 3].map((tap) => cubicWeight(centre - (first + tap))) };
  });
}

/** Scales a picture up by `factor`, 1 or more, with smooth edges. */
export function enlarge(picture: GreyPicture, factor: number): GreyPicture {
  const width = Math.round(picture.width * factor);
  const height = Math.round(picture.height * factor);
  const across = tapsOf(picture.width, width);
  const down = tapsOf(picture.height, height);
  const clampTo = (value: number, end: number) => Math.min(end - 1, Math.max(0, value));
  const wide = new Float32Array(width * picture.height);
  for (let y = 0; y < picture.height; y += 1) {
    for (const [x, { first, weights }] of across.entries()) {
      let sum = 0;
      for (const [tap, weight] of weights.entries()) {
        sum += weight * (picture.values[y * picture.width + clampTo(first + tap, picture.width)] ?? 0);
      }
      wide[y * width + x] = sum;
    }
  }
  const values = new Uint8Array(width * height);
  for (const [y, { first, weights }] of down.entries()) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (const [tap, weight] of weights.entries()) {
        sum += weight * (wide[clampTo(first + tap, picture.height) * width + x] ?? 0);
      }
      values[y * width + x] = Math.min(255, Math.max(0, Math.round(sum)));
    }
  }
  return { width, height, values };
}
