import type { GreyPicture } from './raster';
import { type Ink, inkOfSigns, type PlacedSign, usualWidthOf } from './sign-ink';

/** What of a sign can be measured in its pixels. Rows count from the top of the picture. */
interface GlyphShape {
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
  /** The share of its box that is ink. */
  readonly fill: number;
  /** An empty row lies between its upper and its lower part, as in i and ?. */
  readonly isParted: boolean;
  /** How far to the left its lowest fifth reaches: 0 as far as the whole sign, 1 not at all. */
  readonly footInset: number;
  /** The same of its highest fifth. */
  readonly headInset: number;
}

/** What the shape of a sign says: which sign it is, or that the shape does not decide between several. */
export type ShapeVerdict =
  | { readonly kind: 'is'; readonly text: string }
  /** Only what readings are at odds about is settled by it. */
  | { readonly kind: 'rather'; readonly text: string }
  | { readonly kind: 'open' }
  | { readonly kind: 'no-matter' };

const WITHOUT_ASCENDER = 'acemnorsuvwxz';
const WITH_ASCENDER = 'bdfhkl0123456789';
const ON_LINE = 'abcdefhiklmnorstuvwxz0123456789';

/** Measures a sign by its ink; null without any. */
function measure(ink: Ink | null): GlyphShape | null {
  if (ink === null) return null;
  const { left, right, top, bottom, pixels } = ink;
  const [width, height] = [right - left + 1, bottom - top + 1];
  const foot = pixels.filter(([, y]) => y > bottom - height * 0.2).map(([x]) => x);
  const head = pixels.filter(([, y]) => y < top + height * 0.2).map(([x]) => x);
  return {
    top,
    bottom,
    width,
    height,
    fill: pixels.length / (width * height),
    isParted: new Set(pixels.map(([, y]) => y)).size < height,
    footInset: (Math.min(...foot) - left) / width,
    headInset: (Math.min(...head) - left) / width,
  };
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

const OPEN: ShapeVerdict = { kind: 'open' };
const NO_MATTER: ShapeVerdict = { kind: 'no-matter' };
const is = (text: string): ShapeVerdict => ({ kind: 'is', text });

/** Of its height. A single stroke has less; so has an l with a bent end. */
const LEAST_WIDTH_OF_ONE = 0.36;

/** A b begins at its stem; what is round above begins further right. Of its width. */
const LEAST_INSET_OF_ROUND_HEAD = 0.05;
/** A 4 stands on its right leg alone. Of its width. */
const LEAST_INSET_OF_FOOT = 0.3;

/** Of a small letter's height. */
const ROOM_FOR_ANOTHER = 0.45;

/** Of a figure's width. */
const LEAST_WIDTH_OF_CAPITAL_O = 1.18;

/** Letters whose small and large form differ in size only. */
const SAME_SMALL_AND_LARGE = 'csuvwxz';

/**
 * Tells signs apart that look alike to the recognition but differ in what can be measured: how high they reach (o and 0,
 * s and S), whether they are one stroke (l and 1), parted (i, ?), or hooked below the line (g and q). The lines that the
 * text stands on are learned from its other signs.
 */
export class GlyphShapes {
  private readonly shapes: readonly (GlyphShape | null)[];
  private readonly smallTop: number | null;
  private readonly largeTop: number | null;
  private readonly line: number | null;

  /** The usual width of a figure; all but 1 have the same. Null where there is none. */
  private readonly figureWidth: number | null;
  /** How high b, d, f, h, k and l reach, and how high figures do, where the typeface makes a difference. */
  private readonly ascenderTop: number | null;
  private readonly figureTop: number | null;

  /** Pieces of ink in which no sign was seen. */
  readonly unclaimed: number;

  /** The ink of each sign; null for one that has none of its own. */
  readonly inks: readonly (Ink | null)[];

  private readonly signs: readonly PlacedSign[];

  constructor(picture: GreyPicture, signs: readonly PlacedSign[]) {
    this.signs = signs;
    const { inks, unclaimed } = inkOfSigns(picture, signs);
    this.inks = inks;
    this.shapes = inks.map(measure);
    this.unclaimed = unclaimed;
    this.smallTop = medianOf(this.measured(WITHOUT_ASCENDER, ({ top }) => top));
    this.largeTop = medianOf(this.measured(WITH_ASCENDER, ({ top }) => top));
    this.line = medianOf(this.measured(ON_LINE, ({ bottom }) => bottom));
    this.figureWidth = medianOf(this.measured('23456789', ({ width }) => width));
    this.ascenderTop = medianOf(this.measured('bdfhkl', ({ top }) => top));
    this.figureTop = medianOf(this.measured('23456789', ({ top }) => top));
  }

  /** Whether a sign is nothing: all ink is other signs'. The recognition sees some where a neighbour begins or ends. */
  isPhantom(index: number): boolean {
    return this.shapes[index] === null && !this.isInLigature(index);
  }

  /** Many typefaces draw an f and the i or l after it as one, no wider than a single letter. */
  private isInLigature(index: number): boolean {
    return this.signs[index - 1]?.text === 'f' && 'fil'.includes(this.signs[index]?.text ?? '');
  }

  private measured(texts: string, edgeOf: (shape: GlyphShape) => number): number[] {
    return this.signs.flatMap(({ text }, index) => {
      const shape = this.shapes[index];
      return shape && texts.includes(text) ? [edgeOf(shape)] : [];
    });
  }

  /** What the shape of the sign at `index` says of it. */
  verdictOn(index: number): ShapeVerdict {
    const text = this.signs[index]?.text ?? '';
    const shape = this.shapes[index];
    if (!shape) return NO_MATTER;
    if ('oO0'.includes(text)) return this.roundSign(text, shape);
    if ('l1Ii|!'.includes(text)) return this.upright(text, shape);
    if ('gq9'.includes(text)) return this.withTail(shape);
    if ('?7'.includes(text)) return this.questionMark(text, shape);
    if ('b6'.includes(text)) return is(shape.headInset > LEAST_INSET_OF_ROUND_HEAD ? '6' : 'b');
    if ('d4'.includes(text)) return is(shape.footInset > LEAST_INSET_OF_FOOT ? '4' : 'd');
    if (text === 'j') return this.withTailAndDot(shape);
    if (SAME_SMALL_AND_LARGE.includes(text.toLowerCase())) return this.eitherSize(text, shape);
    if ('-_'.includes(text)) return this.line === null ? NO_MATTER : is(shape.top > this.line ? '_' : '-');
    if (',.'.includes(text)) return this.line === null ? NO_MATTER : is(shape.bottom > this.line + 1 ? ',' : '.');
    return this.isTooWide(text, shape) ? OPEN : NO_MATTER;
  }

  /** Whether a sign's ink has room for another one that no reading saw. */
  private isTooWide(text: string, { width }: GlyphShape): boolean {
    if (this.smallTop === null || this.line === null) return false;
    return width > (usualWidthOf(text) + ROOM_FOR_ANOTHER) * (this.line - this.smallTop + 1);
  }

  /** Whether the sign reaches as high as capitals and figures do; null where this cannot be told. */
  private isLarge({ top }: GlyphShape): boolean | null {
    if (this.smallTop === null || this.largeTop === null || this.smallTop - this.largeTop < 1) return null;
    return Math.abs(top - this.largeTop) < Math.abs(top - this.smallTop);
  }

  private roundSign(text: string, shape: GlyphShape): ShapeVerdict {
    const isLarge = this.isLarge(shape);
    if (isLarge === null) return OPEN;
    if (!isLarge) return is('o');
    if (this.figureWidth === null) return is(text === 'O' ? 'O' : '0');
    // A capital O is wider than any figure.
    return is(shape.width >= this.figureWidth * LEAST_WIDTH_OF_CAPITAL_O ? 'O' : '0');
  }

  private questionMark(text: string, shape: GlyphShape): ShapeVerdict {
    if (shape.isParted) return is('?');
    return text === '7' ? NO_MATTER : OPEN;
  }

  /** Whether a sign reaches as high as b and d rather than figures; null where the typeface makes no difference. */
  private isAscender(top: number): boolean | null {
    const { ascenderTop, figureTop } = this;
    if (ascenderTop === null || figureTop === null || figureTop - ascenderTop < 1) return null;
    return Math.abs(top - ascenderTop) < Math.abs(top - figureTop);
  }

  private eitherSize(text: string, shape: GlyphShape): ShapeVerdict {
    const isLarge = this.isLarge(shape);
    if (isLarge === null) return NO_MATTER;
    return { kind: 'rather', text: isLarge ? text.toUpperCase() : text.toLowerCase() };
  }

  /** A single stroke is an l, or a capital I, which is lower in many typefaces; in others nothing tells. */
  private oneStroke(text: string, { top }: GlyphShape): ShapeVerdict {
    const isAscender = this.isAscender(top);
    if (isAscender !== null) return is(isAscender ? 'l' : 'I');
    return text === 'I' ? OPEN : is('l');
  }

  private upright(text: string, shape: GlyphShape): ShapeVerdict {
    if (shape.isParted && text !== '!') return this.withTailAndDot(shape);
    if (text === '!') return NO_MATTER;
    if (isOneStroke(shape)) return this.oneStroke(text, shape);
    // An i that touches its neighbour is not measured alone.
    if (text === '1' || text === 'i') return NO_MATTER;
    // A figure 1 has a flag, and in some typefaces a foot; the typefaces of browsers draw l without either.
    return shape.width >= shape.height * LEAST_WIDTH_OF_ONE ? is('1') : OPEN;
  }

  /** A dot stands above i and j; only the j goes below the line. */
  private withTailAndDot({ isParted, bottom }: GlyphShape): ShapeVerdict {
    if (!isParted || this.line === null) return NO_MATTER;
    return is(bottom > this.line + 1 ? 'j' : 'i');
  }

  private withTail(shape: GlyphShape): ShapeVerdict {
    if (this.line === null) return NO_MATTER;
    if (shape.bottom <= this.line + 1) return NO_MATTER;
    return is(shape.footInset > 0.5 ? 'q' : 'g');
  }
}

function isOneStroke({ width, height, fill }: GlyphShape): boolean {
  return fill >= 0.8 && width <= Math.max(2, height * 0.3);
}
