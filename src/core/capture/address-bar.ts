import { colourAt, distanceAt, FAINTEST_INK, type PixelColour, type Raster } from './raster';
import type { TextBox } from './recognised-text';

/** A run of text, or of signs, without a wider gap in it, on one ground. */
export interface BarText {
  readonly box: TextBox;
  readonly ground: PixelColour;
  /** Three dots on the line stand at its end: the browser has cut it off. They are not part of `box`. */
  readonly endsInDots: boolean;
  /** It runs up to the end of what it stands in, or of the picture: there may be more of it. */
  readonly isAtEdge: boolean;
}

/** A flat strip of one colour with text in it, such as a browser's address bar. */
export interface Bar {
  readonly box: TextBox;
  /** Its texts that are long enough for an address, longest first. */
  readonly texts: readonly BarText[];
}

/** How far a pixel may be from the strip's colour: an address bar can be this close to the toolbar it lies in. */
const GROUND_TOLERANCE = 4;
const LEAST_HEIGHT_PX = 14;
/** 60 units of an operating system at twice its size. */
const MOST_HEIGHT_PX = 120;
const LEAST_WIDTH_PX = 120;
const LEAST_ASPECT = 3;
/** From here on a row of equal pixels may be a strip's ground and no part of a letter. */
const LEAST_RUN_PX = 40;

interface Strip {
  readonly box: TextBox;
  readonly ground: PixelColour;
  readonly label: number;
}

/** Parts of a picture that are of one colour and hang together, each with a number of its own; 0 is none. */
class Grounds {
  private readonly raster: Raster;
  readonly labels: Int32Array;
  readonly strips: Strip[] = [];

  constructor(raster: Raster) {
    this.raster = raster;
    this.labels = new Int32Array(raster.width * raster.height);
    for (let y = 0; y < raster.height; y += 1) this.seedRow(y);
  }

  private seedRow(y: number): void {
    const { width } = this.raster;
    let start = 0;
    while (start < width) {
      const colour = colourAt(this.raster, start, y);
      let end = start + 1;
      while (end < width && distanceAt(this.raster, end, y, colour) <= GROUND_TOLERANCE) end += 1;
      if (end - start >= LEAST_RUN_PX && this.labels[y * width + start] === 0) this.fill(start, y, colour);
      start = end;
    }
  }

  /** Numbers everything of that colour that hangs together with a pixel, a row's stretch at a time. */
  private fill(seedX: number, seedY: number, ground: PixelColour): void {
    const { raster, labels } = this;
    const { width, height } = raster;
    const label = this.strips.length + 1;
    const isOpen = (x: number, y: number) =>
      labels[y * width + x] === 0 && distanceAt(raster, x, y, ground) <= GROUND_TOLERANCE;
    let [left, top, right, bottom] = [seedX, seedY, seedX, seedY];
    const waiting: [number, number][] = [[seedX, seedY]];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [x, y] = next;
      if (!isOpen(x, y)) continue;
      let start = x;
      while (start > 0 && isOpen(start - 1, y)) start -= 1;
      let end = x;
      while (end + 1 < width && isOpen(end + 1, y)) end += 1;
      labels.fill(label, y * width + start, y * width + end + 1);
      left = Math.min(left, start);
      right = Math.max(right, end);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (const beside of [y - 1, y + 1]) {
        if (beside < 0 || beside >= height) continue;
        let wasOpen = false;
        for (let column = start; column <= end; column += 1) {
          const isNowOpen = isOpen(column, beside);
          if (isNowOpen && !wasOpen) waiting.push([column, beside]);
          wasOpen = isNowOpen;
        }
      }
    }
    this.strips.push({
      box: { x: left, y: top, width: right - left + 1, height: bottom - top + 1 },
      ground,
      label,
    });
  }
}

function canBeBar({ box }: Strip): boolean {
  return (
    box.height >= LEAST_HEIGHT_PX &&
    box.height <= MOST_HEIGHT_PX &&
    box.width >= LEAST_WIDTH_PX &&
    box.width >= LEAST_ASPECT * box.height
  );
}

/** Whether a strip ends straight, as a selection does: then a sign may stand right at its end. */
function isStraight(ends: readonly number[], at: number): boolean {
  return ends.filter((end) => Math.abs(end - at) <= 1).length > ends.length / 2;
}

/**
 * From the first to the last pixel of the strip in each row: what is outside is its rounded end, and no ink. A straight
 * end is the same in every row, also where a sign covers it.
 */
function inkOf(raster: Raster, labels: Int32Array, { box, ground, label }: Strip): Uint8Array {
  const ink = new Uint8Array(box.width * box.height);
  const firsts: number[] = [];
  const lasts: number[] = [];
  for (let row = 0; row < box.height; row += 1) {
    const from = (box.y + row) * raster.width + box.x;
    let first = 0;
    while (first < box.width && labels[from + first] !== label) first += 1;
    let last = box.width - 1;
    while (last > first && labels[from + last] !== label) last -= 1;
    firsts.push(first);
    lasts.push(last);
  }
  const isStraightAtStart = isStraight(firsts, 0);
  const isStraightAtEnd = isStraight(lasts, box.width - 1);
  for (let row = 0; row < box.height; row += 1) {
    const from = (box.y + row) * raster.width + box.x;
    const first = isStraightAtStart ? 0 : (firsts[row] ?? 0);
    const last = isStraightAtEnd ? box.width - 1 : (lasts[row] ?? 0);
    for (let column = first; column <= last; column += 1) {
      if (labels[from + column] === label) continue;
      if (distanceAt(raster, box.x + column, box.y + row, ground) >= FAINTEST_INK) ink[row * box.width + column] = 1;
    }
  }
  return ink;
}

/** Where columns with ink begin and end, gaps of up to `gapPx` left out. */
function stretchesOf(columns: Uint16Array, gapPx: number): { first: number; last: number }[] {
  const stretches: { first: number; last: number }[] = [];
  for (const [column, count] of columns.entries()) {
    if (count === 0) continue;
    const open = stretches.at(-1);
    if (open && column - open.last - 1 <= gapPx) open.last = column;
    else stretches.push({ first: column, last: column });
  }
  return stretches;
}

/** Takes the ink of a part of the picture away. */
function clearInk({ width, height, pixels }: Ink, part: TextBox, strip: TextBox): void {
  const left = Math.max(0, part.x - strip.x);
  const right = Math.min(width, part.x + part.width - strip.x);
  const bottom = Math.min(height, part.y + part.height - strip.y);
  for (let row = Math.max(0, part.y - strip.y); row < bottom; row += 1) {
    pixels.fill(0, row * width + left, row * width + right);
  }
}

/** The part of the strip's height that is a wide gap, until the text's own height is known. */
const GAP_OF_HEIGHT = 0.15;
/** The part of a text's height that is a wide gap: more than what lies between two signs, less than between words. */
const GAP_OF_TEXT = 0.4;
/** An address has at least four signs: `a.se`. */
const LEAST_TEXT_ASPECT = 2;
const LEAST_TEXT_HEIGHT_PX = 6;

interface Ink {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

function columnsOf({ width, height, pixels }: Ink): Uint16Array {
  const columns = new Uint16Array(width);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (pixels[row * width + column] === 1) columns[column] = (columns[column] ?? 0) + 1;
    }
  }
  return columns;
}

/** The smallest box around the ink between two columns, in pixels of the strip. */
function boxOfInk({ width, height, pixels }: Ink, first: number, last: number): TextBox {
  let top = height;
  let bottom = -1;
  for (let row = 0; row < height; row += 1) {
    if (!pixels.subarray(row * width + first, row * width + last + 1).includes(1)) continue;
    top = Math.min(top, row);
    bottom = row;
  }
  return { x: first, y: top, width: last - first + 1, height: bottom - top + 1 };
}

function boxesOfInk(ink: Ink, gapPx: number): TextBox[] {
  return stretchesOf(columnsOf(ink), gapPx).map(({ first, last }) => boxOfInk(ink, first, last));
}

function textBoxesOf(ink: Ink): TextBox[] {
  const rough = boxesOfInk(ink, Math.max(3, Math.round(ink.height * GAP_OF_HEIGHT)));
  const widest = rough.toSorted((a, b) => b.width - a.width)[0];
  return widest ? boxesOfInk(ink, Math.max(3, Math.round(widest.height * GAP_OF_TEXT))) : [];
}

/** The dots that stand for what was cut off: three of one size, at one distance, on the line. Null without them. */
function dotsAtEnd(ink: Ink, box: TextBox): TextBox | null {
  const columns = columnsOf(ink).subarray(box.x, box.x + box.width);
  const [first, second, third] = stretchesOf(columns, 0)
    .slice(-3)
    .map(({ first: from, last: to }) => boxOfInk(ink, box.x + from, box.x + to));
  if (!first || !second || !third) return null;
  const most = Math.max(2, Math.ceil(box.height * 0.25));
  const areSmall = [first, second, third].every(({ width, height }) => width <= most && height <= most);
  const bottoms = [first, second, third].map(({ y, height }) => y + height);
  const areOnLine = Math.max(...bottoms) - Math.min(...bottoms) <= 1;
  const isBelowMiddle = Math.min(first.y, second.y, third.y) > box.y + box.height / 2;
  const areEven = Math.abs(second.x - first.x - (third.x - second.x)) <= Math.max(1, most / 3);
  return areSmall && areOnLine && isBelowMiddle && areEven ? first : null;
}

/** A text that is selected stands on a ground of its own, which begins above it. */
function groundOf(raster: Raster, box: TextBox, ground: PixelColour): PixelColour {
  const middle = colourAt(raster, box.x + Math.floor(box.width / 2), box.y);
  if (Math.max(...middle.map((value, index) => Math.abs(value - (ground[index] ?? 0)))) < FAINTEST_INK) return ground;
  let same = 0;
  for (let column = 0; column < box.width; column += 1) {
    if (distanceAt(raster, box.x + column, box.y, middle) <= GROUND_TOLERANCE) same += 1;
  }
  return same >= box.width * 0.9 ? middle : ground;
}

function overlapShare(inner: TextBox, outer: TextBox): number {
  const width = Math.min(inner.x + inner.width, outer.x + outer.width) - Math.max(inner.x, outer.x);
  const height = Math.min(inner.y + inner.height, outer.y + outer.height) - Math.max(inner.y, outer.y);
  return (Math.max(0, width) * Math.max(0, height)) / (inner.width * inner.height);
}

/** The part of a bar's height between the text of a selected address that fills its field, and the sign after it. */
const FILLED_GAP_OF_BAR = 0.5;

/**
 * Whether a text runs up to the end of its strip. A selected text always does: there it counts whether the selection
 * leaves no more room in the bar around it than a filled one.
 */
function isAtEdge(raster: Raster, strip: Strip, text: TextBox, others: readonly Strip[]): boolean {
  const right = text.x + text.width;
  const stripRight = strip.box.x + strip.box.width;
  if (right >= raster.width - 1) return true;
  if (right < stripRight - 2) return false;
  const around = others.find((other) => other !== strip && overlapShare(strip.box, other.box) > 0.99);
  if (!around) return true;
  const row = strip.box.y + Math.floor(strip.box.height / 2);
  const end = Math.min(around.box.x + around.box.width, stripRight + around.box.height * FILLED_GAP_OF_BAR);
  if (end >= around.box.x + around.box.width) return true;
  for (let y = row - Math.floor(strip.box.height / 4); y <= row + Math.floor(strip.box.height / 4); y += 1) {
    for (let x = stripRight + 1; x < end; x += 1) {
      if (distanceAt(raster, x, y, around.ground) >= FAINTEST_INK) return true;
    }
  }
  return false;
}

function textsOf(raster: Raster, labels: Int32Array, strip: Strip, others: readonly Strip[]): BarText[] {
  const { box, ground } = strip;
  const ink = { width: box.width, height: box.height, pixels: inkOf(raster, labels, strip) };
  // What lies in a strip of its own inside this one is that one's: a bar in its toolbar, a selection in its bar.
  for (const other of others) {
    if (other !== strip && overlapShare(other.box, box) > 0.9) clearInk(ink, other.box, box);
  }
  return textBoxesOf(ink)
    .filter(({ width, height }) => height >= LEAST_TEXT_HEIGHT_PX && width >= LEAST_TEXT_ASPECT * height)
    .map((local) => {
      const dots = dotsAtEnd(ink, local);
      const width = dots ? dots.x - local.x : local.width;
      const placed = { x: box.x + local.x, y: box.y + local.y, width, height: local.height };
      return {
        box: placed,
        ground: groundOf(raster, placed, ground),
        endsInDots: dots !== null,
        isAtEdge: isAtEdge(raster, strip, placed, others),
      };
    })
    .toSorted((a, b) => b.box.width - a.box.width);
}

/**
 * The strips of one colour with text in them, from the top down: the address bar is among them if there is one, and so
 * are tabs, toolbars, fields and lines of the page. Made for pictures of screens, whose grounds are of one colour.
 */
export function findBars(raster: Raster): Bar[] {
  const { labels, strips } = new Grounds(raster);
  const candidates = strips.filter(canBeBar);
  return candidates
    .map((strip) => ({ box: strip.box, texts: textsOf(raster, labels, strip, candidates) }))
    .filter(({ texts }) => texts.length > 0)
    .toSorted((a, b) => a.box.y - b.box.y || b.box.width - a.box.width);
}
