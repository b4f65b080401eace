import type { RecognisedSymbol, TextBox } from './recognised-text';

/** A sign that several readings of one text voted on. */
export interface VotedSymbol {
  readonly text: string;
  /** The share of the readings that saw exactly this, above 0 and up to 1. */
  readonly support: number;
  readonly box: TextBox;
  /** Everything that any reading saw in its place; an empty text stands for nothing. */
  readonly seen: readonly string[];
}

type Reading = readonly RecognisedSymbol[];

/** A reading's sign beside the pivot's at `index`, or one more before it. */
interface Pair {
  readonly index: number;
  readonly isExtra: boolean;
  readonly symbol: RecognisedSymbol | null;
}

function centreOf({ x, width }: TextBox): number {
  return x + width / 2;
}

/** Costs of laying one reading beside another; a sign that is elsewhere in the picture is hardly the same. */
function costOfPair(one: RecognisedSymbol, other: RecognisedSymbol): number {
  const apart = Math.abs(centreOf(one.box) - centreOf(other.box)) / Math.max(1, one.box.height);
  return (one.text === other.text ? 0 : 0.9) + Math.min(1, apart * apart * 2);
}

/** Lays a reading beside the pivot so that as few signs as possible differ. */
function align(pivot: Reading, other: Reading): { pairs: Pair[]; cost: number } {
  const columns = other.length + 1;
  const costs = new Float64Array((pivot.length + 1) * columns);
  const costAt = (row: number, column: number) => costs[row * columns + column] ?? 0;
  for (let row = 0; row <= pivot.length; row += 1) {
    for (let column = 0; column <= other.length; column += 1) {
      const one = pivot[row - 1];
      const another = other[column - 1];
      let least = row === 0 && column === 0 ? 0 : Number.POSITIVE_INFINITY;
      if (one) least = Math.min(least, costAt(row - 1, column) + 1);
      if (another) least = Math.min(least, costAt(row, column - 1) + 1);
      if (one && another) least = Math.min(least, costAt(row - 1, column - 1) + costOfPair(one, another));
      costs[row * columns + column] = least;
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [pivot.length, other.length];
  while (row > 0 || column > 0) {
    const here = costAt(row, column);
    const one = pivot[row - 1];
    const another = other[column - 1];
    if (one && another && here === costAt(row - 1, column - 1) + costOfPair(one, another)) {
      row -= 1;
      column -= 1;
      pairs.push({ index: row, isExtra: false, symbol: another });
    } else if (another && here === costAt(row, column - 1) + 1) {
      column -= 1;
      pairs.push({ index: row, isExtra: true, symbol: another });
    } else {
      row -= 1;
      pairs.push({ index: row, isExtra: false, symbol: null });
    }
  }
  return { pairs: pairs.reverse(), cost: costAt(pivot.length, other.length) };
}

/** Of a reading that saw no sign where others saw one, on the scale of their confidence. */
const SURENESS_OF_NOTHING = 50;

/** What most saw in one place; where as many saw something else, what was recognised more surely. */
function vote(ballots: readonly (RecognisedSymbol | null)[]): VotedSymbol | null {
  const seen = [...new Set(ballots.map((symbol) => symbol?.text ?? ''))];
  const parties = seen.map((text) => ({ text, members: ballots.filter((symbol) => (symbol?.text ?? '') === text) }));
  const surenessOf = (members: typeof ballots) =>
    members.reduce((sum, symbol) => sum + (symbol?.confidence ?? SURENESS_OF_NOTHING), 0);
  const [winner] = parties.toSorted(
    (a, b) => b.members.length - a.members.length || surenessOf(b.members) - surenessOf(a.members),
  );
  const boxes = (winner?.members ?? []).flatMap((symbol) => (symbol ? [symbol.box] : []));
  // A single reading's box can reach into a neighbour. The narrowest does so least.
  const box = boxes.toSorted((a, b) => a.width - b.width)[0];
  if (!winner || !box) return null;
  return { text: winner.text, box, support: winner.members.length / ballots.length, seen };
}

/**
 * Lays several readings of one text beside each other and lets them vote on every sign. The boxes of all readings are
 * in the same pixels. The signs come from left to right; `doubt` counts the places where a sign was seen by some
 * readings and voted away.
 */
export function voteOnText(readings: readonly Reading[]): { symbols: VotedSymbol[]; doubt: number } {
  const trials = readings.map((pivot) => {
    const alignments = readings.map((other) => align(pivot, other));
    return { pivot, alignments, cost: alignments.reduce((sum, { cost }) => sum + cost, 0) };
  });
  const best = trials.toSorted((a, b) => a.cost - b.cost)[0];
  if (!best) return { symbols: [], doubt: 0 };
  const symbols: VotedSymbol[] = [];
  let doubt = 0;
  const hold = (ballots: readonly (RecognisedSymbol | null)[]) => {
    const voted = vote(ballots);
    if (voted) symbols.push(voted);
    else doubt += 1;
  };
  for (let index = 0; index <= best.pivot.length; index += 1) {
    const pairs = best.alignments.map(({ pairs: all }) => all.filter((pair) => pair.index === index));
    const extras = pairs.map((own) => own.filter(({ isExtra }) => isExtra).map(({ symbol }) => symbol));
    const most = Math.max(0, ...extras.map(({ length }) => length));
    for (let place = 0; place < most; place += 1) hold(extras.map((own) => own[place] ?? null));
    if (index < best.pivot.length) {
      hold(pairs.map((own) => own.find(({ isExtra }) => !isExtra)?.symbol ?? null));
    }
  }
  return { symbols, doubt };
}
