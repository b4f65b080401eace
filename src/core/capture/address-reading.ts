import { z } from 'zod';
import { correctByGrammar, isBeginningOfHost, isShownAddress } from './address-grammar';
import { GlyphShapes } from './glyph-shapes';
import type { GreyPicture } from './raster';
import type { RecognisedSymbol } from './recognised-text';
import { compareSigns } from './sign-likeness';
import { type VotedSymbol, voteOnText } from './vote-on-text';

/** An address that was read in a picture. */
export const addressReadingSchema = z.object({
  /** As the browser showed it: a scheme it hides is missing. */
  address: z.string(),
  /** How sure the reading is, 0 to 100. */
  confidence: z.number().min(0).max(100),
  /** The browser cut it off: more follows that is not in the picture. */
  isPartial: z.boolean(),
});
export type AddressReading = z.infer<typeof addressReadingSchema>;

/** One text of a picture, read several times. */
export interface ReadText {
  /** Its signs from left to right, once per reading; all boxes in pixels of `picture`. */
  readonly readings: readonly (readonly RecognisedSymbol[])[];
  /** The text, dark on white, in the size it has on the screen. */
  readonly picture: GreyPicture;
  /** Dots at its end, or the bar's edge, show that it goes on. */
  readonly isCutOff: boolean;
  /** It runs up to the bar's edge, which may go through its last sign. */
  readonly isAtEdge: boolean;
}

/** Of a sign that fewer readings saw than others did, so much sureness is left. */
const OUTVOTED = 0.75;
/** Of a text in which some readings saw a sign more. */
const VOTED_AWAY = 0.93;
/** Of a text with a piece of ink in which no reading saw a sign. */
const MISSED = 0.7;
/** Of a sign that could be another one as far as its shape and the grammar tell. */
const UNDECIDED = 0.7;
/** Of a sign whose shape is another's than all readings saw. */
const OVERRULED = 0.97;

interface Judged {
  readonly text: string;
  /** What is left of full sureness, above 0 and up to 1. */
  readonly sureness: number;
}

function judge(shapes: GlyphShapes, index: number, { text, support, seen }: VotedSymbol): Judged {
  const verdict = shapes.verdictOn(index);
  const votes = support === 1 ? 1 : support > 0.5 ? OUTVOTED + (1 - OUTVOTED) * (2 * support - 1) : support;
  switch (verdict.kind) {
    case 'no-matter':
      return { text, sureness: votes };
    case 'open':
      return { text, sureness: votes * UNDECIDED };
    case 'rather':
      return support === 1 ? { text, sureness: 1 } : { text: verdict.text, sureness: Math.max(votes, OVERRULED) };
    case 'is':
      // Its shape settles what the readings were at odds about.
      if (verdict.text === text) return { text, sureness: seen.includes('') ? votes : Math.max(votes, OVERRULED) };
      return { text: verdict.text, sureness: OVERRULED };
  }
}

/** What the recognition takes an S for: where it is none, it is that, though never for certain. */
const READ_FOR_S = '5';

/** Takes signs that look like others of the text for what those are. */
function judgeByLikeness(shapes: GlyphShapes, picture: GreyPicture, judged: readonly Judged[]): Judged[] {
  const inked = judged.map(({ text }, index) => ({ text, ink: shapes.inks[index] ?? null }));
  const verdicts = compareSigns(picture, inked);
  return judged.map((own, index) => {
    const verdict = verdicts[index];
    if (verdict?.kind === 'is') return { text: verdict.text, sureness: OVERRULED };
    if (verdict?.kind === 'unlike')
      return { text: own.text === READ_FOR_S ? 'S' : own.text, sureness: own.sureness * UNDECIDED };
    return verdict?.kind === 'open' ? { ...own, sureness: own.sureness * UNDECIDED } : own;
  });
}

/** Readings see a sign twice now and then: the second time in the place of its neighbour. */
function isPhantom(symbols: readonly VotedSymbol[], index: number): boolean {
  const symbol = symbols[index];
  if (!symbol || symbol.support === 1) return false;
  return [symbols[index - 1], symbols[index + 1]].some((beside) => {
    if (!beside || beside.support < symbol.support) return false;
    const left = Math.max(symbol.box.x, beside.box.x);
    const right = Math.min(symbol.box.x + symbol.box.width, beside.box.x + beside.box.width);
    return right - left >= symbol.box.width * 0.6;
  });
}

/** How sure a reading is at most, and one of a host of which only the beginning shows. */
const MOST = 99;
const MOST_OF_A_BEGUN_HOST = 75;

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, '');
}

/** Signs of the text's own end that belong to the dots after it, or to nothing. */
function withoutTail(text: string, isCutOff: boolean): string {
  return isCutOff ? text.replace(/[.…]+$/, '') : text;
}

/**
 * Turns readings of one text into an address; null where it is none. Signs are decided by vote, then by their shape,
 * then by the grammar where it leaves no choice, and by nothing else: what remains open lowers the confidence. What was
 * cut off is never completed.
 */
export function toAddressReading({ readings, picture, isCutOff, isAtEdge }: ReadText): AddressReading | null {
  const { symbols, doubt } = voteOnText(readings);
  const voted = symbols.filter((_symbol, index) => !isPhantom(symbols, index));
  const inked = new GlyphShapes(picture, voted);
  const seen = voted.filter((_symbol, index) => !inked.isPhantom(index));
  // The bar's edge may go through the last one.
  const signs = isAtEdge ? seen.slice(0, -1) : seen;
  const shapes = new GlyphShapes(picture, signs);
  const byShape = signs.map((symbol, index) => judge(shapes, index, symbol));
  const judged = judgeByLikeness(shapes, picture, byShape);
  const read = judged.map(({ text }) => text).join('');
  const isPartial = isCutOff || /(?:…|\.\.)$/.test(read);
  const address = correctByGrammar(withoutTail(read, isPartial));
  const whole = isPartial ? withoutTail(address.replace(/%[\dA-Fa-f]?$/, ''), true) : address;
  if (!isShownAddress(whole) && !(isPartial && isBeginningOfHost(whole))) return null;
  const sureness = judged.reduce(
    (left, { sureness: own }) => left * own,
    VOTED_AWAY ** (doubt + symbols.length - seen.length) * MISSED ** shapes.unclaimed,
  );
  // Too few signs to hold against each other.
  const most = isPartial && !/[/?#]/.test(withoutScheme(whole)) ? MOST_OF_A_BEGUN_HOST : MOST;
  return { address, confidence: Math.round(sureness * most), isPartial };
}
