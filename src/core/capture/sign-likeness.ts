import type { GreyPicture } from './raster';
import type { Ink } from './sign-ink';

/** A sign as it was read, with its ink; null where it has none of its own. */
export interface InkedSign {
  readonly text: string;
  readonly ink: Ink | null;
}

/** What the other signs of a text say about one of them. */
export type LikenessVerdict =
  /** Its likes were read as this sign. */
  | { readonly kind: 'is'; readonly text: string }
  /** It is like none that were read as the same: hardly this sign. */
  | { readonly kind: 'unlike' }
  /** Its likes were read as several, with nothing to choose by. */
  | { readonly kind: 'open' }
  | { readonly kind: 'no-matter' };

/** The same in many typefaces: what is alike tells nothing of them. */
const ALIKE_BY_DESIGN = "lI|1!.,:;-_'";

/** Up to this difference of ink two signs are the same one: what smoothing at another place in a pixel makes of it. */
const MOST_OF_SAME = 0.11;
/** From this difference on they are not, where signs stand on whole pixels: there each is drawn the same every time. */
const LEAST_OF_OTHER = 0.2;
/** And where they stand between pixels, as on a screen that is scaled by a fraction. */
const LEAST_OF_OTHER_BETWEEN_PIXELS = 0.55;
/** Up to this difference, for half of the signs that were read as the same, they stand on whole pixels. */
const MOST_ON_PIXELS = 0.05;

const OPEN: LikenessVerdict = { kind: 'open' };
const UNLIKE: LikenessVerdict = { kind: 'unlike' };
const NO_MATTER: LikenessVerdict = { kind: 'no-matter' };

interface Patch {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  /** How dark each pixel is, of its darkest. */
  readonly darkness: Float32Array;
}

function patchOf({ width, values }: GreyPicture, { left, right, top, bottom }: Ink): Patch {
  const own = { width: right - left + 1, height: bottom - top + 1 };
  const darkness = new Float32Array(own.width * own.height);
  for (let y = 0; y < own.height; y += 1) {
    for (let x = 0; x < own.width; x += 1) {
      darkness[y * own.width + x] = 255 - (values[(top + y) * width + left + x] ?? 255);
    }
  }
  const darkest = darkness.reduce((most, value) => Math.max(most, value), 1);
  return { ...own, top, darkness: darkness.map((value) => value / darkest) };
}

function darknessAt({ width, height, darkness }: Patch, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? 0 : (darkness[y * width + x] ?? 0);
}

/** The share of their ink that is not both's, 0 to 1; 1 for signs of another size or at another height. */
function difference(one: Patch, other: Patch): number {
  const isSameSize = Math.abs(one.width - other.width) <= 1 && Math.abs(one.height - other.height) <= 1;
  if (!isSameSize || Math.abs(one.top - other.top) > 1) return 1;
  const down = one.top - other.top;
  let least = 1;
  for (let across = -1; across <= 1; across += 1) {
    let [apart, all] = [0, 0];
    for (let y = Math.min(0, -down); y < Math.max(one.height, other.height) + 1; y += 1) {
      for (let x = -1; x <= Math.max(one.width, other.width); x += 1) {
        const [here, there] = [darknessAt(one, x, y), darknessAt(other, x + across, y + down)];
        apart += Math.abs(here - there);
        all += Math.max(here, there);
      }
    }
    least = Math.min(least, apart / Math.max(1, all));
  }
  return least;
}

/** Ink that is nobody else's: signs that touch were parted by their usual widths only. */
function isAlone(signs: readonly InkedSign[], index: number): boolean {
  const ink = signs[index]?.ink;
  if (!ink) return false;
  return signs.every(({ ink: other }, place) => {
    return place === index || !other || other.left > ink.right + 1 || other.right < ink.left - 1;
  });
}

/** How far signs of one text are from each other, for each pair of those that can be compared. */
function differencesOf(
  picture: GreyPicture,
  signs: readonly InkedSign[],
): (index: number, other: number) => number | null {
  const patches = signs.map(({ text, ink }, index) => {
    return ink && !ALIKE_BY_DESIGN.includes(text) && isAlone(signs, index) ? patchOf(picture, ink) : null;
  });
  const table = patches.map((one, index) =>
    patches.slice(0, index).map((other) => (one && other ? difference(one, other) : null)),
  );
  return (index, other) => table[Math.max(index, other)]?.[Math.min(index, other)] ?? null;
}

function leastOfOther(signs: readonly InkedSign[], apart: (index: number, other: number) => number | null): number {
  const ofSame = signs.flatMap(({ text }, index) =>
    signs.slice(0, index).flatMap((other, place) => {
      const own = other.text === text ? apart(index, place) : null;
      return own === null ? [] : [own];
    }),
  );
  const median = ofSame.toSorted((a, b) => a - b)[Math.floor((ofSame.length - 1) / 2)] ?? 1;
  return median <= MOST_ON_PIXELS ? LEAST_OF_OTHER : LEAST_OF_OTHER_BETWEEN_PIXELS;
}

/**
 * Holds the signs of one text against each other, whatever its typeface is: what looks the same is the same sign, and
 * what was read as the same looks the same. One verdict per sign.
 */
export function compareSigns(picture: GreyPicture, signs: readonly InkedSign[]): LikenessVerdict[] {
  const apartOf = differencesOf(picture, signs);
  const least = leastOfOther(signs, apartOf);
  return signs.map(({ text }, index) => {
    const others = signs.flatMap((other, place) => {
      const apart = place === index ? null : apartOf(index, place);
      return apart === null ? [] : [{ text: other.text, apart }];
    });
    const likes = others.filter(({ apart }) => apart <= MOST_OF_SAME);
    const unlikes = others.filter(({ apart }) => apart >= least);
    const candidates = [...new Set([text, ...likes.map((like) => like.text)])];
    if (candidates.length === 1) {
      return likes.length === 0 && unlikes.some((unlike) => unlike.text === text) ? UNLIKE : NO_MATTER;
    }
    // Who was read as the same and looks different speaks against that sign here.
    const scores = candidates.map((candidate) => ({
      text: candidate,
      score:
        likes.filter((like) => like.text === candidate).length +
        (candidate === text ? 1 : 0) -
        unlikes.filter((unlike) => unlike.text === candidate).length,
    }));
    const [first, second] = scores.toSorted((a, b) => b.score - a.score);
    if (!first || first.score === second?.score) return OPEN;
    return first.text === text ? NO_MATTER : { kind: 'is', text: first.text };
  });
}
