import type { GreyPicture } from './raster';
import type { TextBox } from './recognised-text';

/** Ink of a text that hangs together, or lies above one another as in i and =: a sign, or signs that touch. */
export interface Ink {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly pixels: readonly (readonly [x: number, y: number])[];
}

/** A sign and where it was seen to stand. Such boxes are out by a sign's width now and then. */
export interface PlacedSign {
  readonly text: string;
  readonly box: TextBox;
}

/** The ink of each sign; null for a sign that has none of its own. `unclaimed` counts ink that no sign was seen in. */
export interface SignInk {
  readonly inks: readonly (Ink | null)[];
  readonly unclaimed: number;
}

/** From this darkness on a pixel is ink: about half of a stroke one pixel wide. */
const INK_FROM = 120;

function inkOf(pixels: readonly (readonly [number, number])[]): Ink {
  const columns = pixels.map(([x]) => x);
  const rows = pixels.map(([, y]) => y);
  return {
    left: Math.min(...columns),
    right: Math.max(...columns),
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    pixels,
  };
}

/** Every patch of ink that hangs together, from left to right. */
function patchesOf({ width, height, values }: GreyPicture): Ink[] {
  const isOpen = values.map((value) => (255 - value >= INK_FROM ? 1 : 0));
  const patches: Ink[] = [];
  for (let start = 0; start < isOpen.length; start += 1) {
    if (isOpen[start] !== 1) continue;
    isOpen[start] = 0;
    const pixels: [number, number][] = [[start % width, Math.floor(start / width)]];
    for (const [x, y] of pixels) {
      for (let besideY = Math.max(0, y - 1); besideY <= Math.min(height - 1, y + 1); besideY += 1) {
        for (let besideX = Math.max(0, x - 1); besideX <= Math.min(width - 1, x + 1); besideX += 1) {
          if (isOpen[besideY * width + besideX] !== 1) continue;
          isOpen[besideY * width + besideX] = 0;
          pixels.push([besideX, besideY]);
        }
      }
    }
    patches.push(inkOf(pixels));
  }
  return patches.toSorted((a, b) => a.left - b.left);
}

function joined(one: Ink, other: Ink): Ink {
  return inkOf([...one.pixels, ...other.pixels]);
}

/** Whether two patches are parts of one sign: the one stands above the other. */
function isStacked(one: Ink, other: Ink): boolean {
  const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left) + 1;
  return shared >= Math.min(one.right - one.left, other.right - other.left) * 0.6 + 0.6;
}

/** The ink of a text in pieces, from left to right. */
export function piecesOf(picture: GreyPicture): Ink[] {
  const pieces: Ink[] = [];
  for (const patch of patchesOf(picture)) {
    const last = pieces.at(-1);
    if (last && isStacked(last, patch)) pieces[pieces.length - 1] = joined(last, patch);
    else pieces.push(patch);
  }
  return pieces;
}

/** How wide signs usually are in the typefaces of user interfaces, in heights of a small letter. */
const WIDTHS: readonly (readonly [signs: string, width: number])[] = [
  ["ilI|.:!';,", 0.28],
  ['j-()[]', 0.42],
  ['frt/?*', 0.62],
  ['1', 0.75],
  ['acesvxyzkJLT', 0.84],
  ['w', 1.25],
  ['m%@WM', 1.45],
  ['OQGDNHU#&+=~', 1.15],
];
const USUAL_WIDTH = 0.9;

/** How wide a sign usually is, in heights of a small letter. */
export function usualWidthOf(text: string): number {
  return WIDTHS.find(([signs]) => signs.includes(text))?.[1] ?? USUAL_WIDTH;
}

/** Costs of what cannot be told from one another otherwise, in the same measure as widths. */
const OF_NO_INK = 0.55;
const OF_NO_SIGN = 1.2;
const OF_TOUCHING = 0.4;
const OF_BROKEN = 0.3;
/** Two signs side by side are wider than one in two pieces. */
const MOST_MISFIT_OF_BROKEN = 0.4;
/** What lies between two signs. */
const BETWEEN = 0.15;
const MOST_TOUCHING = 3;

/** How badly these signs fit into one piece: by its width, and a little by where they were seen. */
function misfit(piece: Ink, signs: readonly PlacedSign[], smallHeight: number): number {
  const width = (piece.right - piece.left + 1) / smallHeight;
  const expected = signs.reduce((sum, { text }) => sum + usualWidthOf(text), BETWEEN * (signs.length - 1));
  const centre = (piece.left + piece.right) / 2;
  const seen = signs.reduce((sum, { box }) => sum + box.x + box.width / 2, 0) / signs.length;
  const apart = Math.abs(centre - seen) / smallHeight;
  return Math.abs(width - expected) + Math.min(1, apart * apart * 0.15) + OF_TOUCHING * (signs.length - 1);
}

/** Gives each of several touching signs the columns that are its share of the piece. */
function split(piece: Ink, signs: readonly PlacedSign[]): (Ink | null)[] {
  const widths = signs.map(({ text }) => usualWidthOf(text));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let from = piece.left;
  return widths.map((width) => {
    const to = from + ((piece.right - piece.left + 1) * width) / whole;
    const pixels = piece.pixels.filter(([x]) => x >= from && x < to);
    from = to;
    return pixels.length === 0 ? null : inkOf(pixels);
  });
}

/**
 * How a match ends: with so many signs in one piece (none: a piece without a sign), a sign without a piece, or a sign in
 * two pieces, whose thinnest line was too faint.
 */
type Step = { readonly cost: number; readonly signs: number; readonly pieces: number };

/**
 * Finds the ink of each sign. Signs and ink come in the same order, which is relied on; where signs were seen is not
 * exact enough for that, and a sign is seen twice now and then, or one with a neighbour.
 */
export function inkOfSigns(picture: GreyPicture, signs: readonly PlacedSign[]): SignInk {
  const pieces = piecesOf(picture);
  const heights = pieces.map(({ top, bottom }) => bottom - top + 1).toSorted((a, b) => a - b);
  // Half of the pieces are about as high as figures; small letters reach four fifths of that.
  const smallHeight = Math.max(1, (heights[Math.floor(heights.length / 2)] ?? 1) * 0.8);
  const columns = pieces.length + 1;
  const best: Step[] = [];
  const costAt = (sign: number, piece: number) => best[sign * columns + piece]?.cost ?? Number.POSITIVE_INFINITY;
  for (let sign = 0; sign <= signs.length; sign += 1) {
    for (let piece = 0; piece <= pieces.length; piece += 1) {
      const steps: Step[] = sign === 0 && piece === 0 ? [{ cost: 0, signs: 0, pieces: 0 }] : [];
      if (sign > 0) steps.push({ cost: costAt(sign - 1, piece) + OF_NO_INK, signs: 1, pieces: 0 });
      if (piece > 0) steps.push({ cost: costAt(sign, piece - 1) + OF_NO_SIGN, signs: 0, pieces: 1 });
      const ink = pieces[piece - 1];
      for (let count = 1; ink && count <= Math.min(MOST_TOUCHING, sign); count += 1) {
        const cost = costAt(sign - count, piece - 1) + misfit(ink, signs.slice(sign - count, sign), smallHeight);
        steps.push({ cost, signs: count, pieces: 1 });
      }
      const before = pieces[piece - 2];
      const last = signs[sign - 1];
      if (ink && before && last) {
        const own = misfit(joined(before, ink), [last], smallHeight);
        const cost = costAt(sign - 1, piece - 2) + own + OF_BROKEN;
        if (own <= MOST_MISFIT_OF_BROKEN) steps.push({ cost, signs: 1, pieces: 2 });
      }
      best[sign * columns + piece] = steps.reduce((least, step) => (step.cost < least.cost ? step : least));
    }
  }
  const inks = new Array<Ink | null>(signs.length).fill(null);
  let unclaimed = 0;
  let [sign, piece] = [signs.length, pieces.length];
  while (sign > 0 || piece > 0) {
    const step = best[sign * columns + piece];
    if (!step) break;
    const [first, second] = pieces.slice(piece - step.pieces, piece);
    const ink = first && second ? joined(first, second) : first;
    const own = signs.slice(sign - step.signs, sign);
    if (ink && own.length === 0) unclaimed += 1;
    if (ink && own.length > 0) {
      const parts = own.length === 1 ? [ink] : split(ink, own);
      for (const [index, part] of parts.entries()) inks[sign - step.signs + index] = part;
    }
    sign -= step.signs;
    piece -= step.pieces;
  }
  return { inks, unclaimed };
}
