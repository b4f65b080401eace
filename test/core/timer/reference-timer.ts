import type { ClockReading, TimerEvent } from '@core/timer/timer-log';

// A second reading of a timer's log, written apart from the app's own: slow, in three plain passes, with nothing but
// numbers. Where the two disagree, one of them is wrong.

type Mode = 'none' | 'on' | 'away' | 'off' | 'end';

const stateNames = { none: 'stopped', on: 'running', away: 'running', off: 'paused', end: 'stopped' } as const;

interface Piece {
  what: 'work' | 'away';
  wall: number;
  ms: number;
  /** The place in the log of the event that ended it. */
  writtenBy: number;
  fate: 'open' | 'keep' | 'discard' | 'give';
}

export interface ReferenceTimer {
  readonly workMs: number;
  readonly unknownMs: number;
  readonly discardedMs: number;
  readonly givenMs: number;
  readonly state: 'running' | 'paused' | 'stopped';
  /** Every piece: [begins at, lasts, what it is]. */
  readonly pieces: readonly (readonly [number, number, string])[];
}

const oneBoot = (a: ClockReading, b: ClockReading) => a.bootId === b.bootId;

function watched(a: ClockReading, b: ClockReading): number {
  if (oneBoot(a, b) && b.monotonicMs >= a.monotonicMs) return Math.round(b.monotonicMs - a.monotonicMs);
  return b.wall - a.wall;
}

function unwatched(a: ClockReading, b: ClockReading): number {
  return Math.max(0, b.wall - a.wall, watched(a, b));
}

/** First pass: which pieces the events make, one after the other. */
function cut(log: readonly TimerEvent[], until: ClockReading | null): { pieces: Piece[]; mode: Mode } {
  const pieces: Piece[] = [];
  let mode: Mode = 'none';
  let mark: ClockReading | null = null;
  let index = 0;

  function put(what: Piece['what'], wall: number, ms: number) {
    if (ms > 0) pieces.push({ what, wall, ms, writtenBy: index, fate: 'open' });
  }
  /** Everything since the mark is what the mode says; the mark moves on, but never back. */
  function moveTo(to: ClockReading) {
    if (!mark) return;
    const isBack = oneBoot(mark, to) && watched(mark, to) < 0;
    const next = isBack ? mark : to;
    if (mode === 'on') put('work', mark.wall, watched(mark, next));
    if (mode === 'away') put('away', mark.wall, unwatched(mark, next));
    mark = next;
  }

  for (; index < log.length; index += 1) {
    const event = log[index];
    if (!event) break;
    const runs = mode === 'on' || mode === 'away';
    if (event.kind === 'started' && mode === 'none') {
      put('work', event.at.wall - (event.earlierMs ?? 0), event.earlierMs ?? 0);
      mark = event.at;
      mode = 'on';
    }
    if (event.kind === 'resumed' && mode === 'off' && mark) {
      const free: number = unwatched(mark, event.at);
      moveTo(event.at);
      const ms = Math.min(event.earlierMs ?? 0, free);
      put('work', mark.wall - ms, ms);
      mode = 'on';
    }
    if (event.kind === 'paused' && runs) {
      moveTo(event.at);
      mode = 'off';
    }
    if (event.kind === 'stopped' && mode !== 'none') {
      moveTo(event.at);
      mode = 'end';
    }
    if ((event.kind === 'gap-found' || event.kind === 'paused-after-gap') && runs) {
      if (mode === 'on') moveTo(event.from);
      mode = 'away';
      moveTo(event.at);
      mode = event.kind === 'gap-found' ? 'on' : 'off';
    }
    if (event.kind === 'away-began' && mode === 'on') {
      moveTo(event.from);
      mode = 'away';
    }
    if (event.kind === 'away-ended' && mode === 'away') {
      moveTo(event.at);
      mode = 'on';
    }
  }
  if (until) moveTo(until);
  return { pieces, mode };
}

/** Second pass: each piece begins where its clock said, or where the one before it ends. */
function lay(pieces: Piece[]): void {
  let free = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    piece.wall = Math.max(piece.wall, free);
    free = piece.wall + piece.ms;
  }
}

/** Third pass: what people said, in the order they said it. */
function answer(pieces: Piece[], log: readonly TimerEvent[]): void {
  log.forEach((event, index) => {
    if (!('unknownFrom' in event)) return;
    const found = pieces.find((piece) => piece.what === 'away' && piece.wall === event.unknownFrom);
    if (!found || found.writtenBy >= index) return;
    if (event.kind === 'unknown-decided' && found.fate === 'open') found.fate = event.decision;
    if (event.kind === 'unknown-reopened') found.fate = 'open';
    if (event.kind === 'unknown-split' && found.fate === 'open' && event.afterMs > 0 && event.afterMs < found.ms) {
      pieces.splice(pieces.indexOf(found) + 1, 0, {
        ...found,
        wall: found.wall + event.afterMs,
        ms: found.ms - event.afterMs,
      });
      found.ms = event.afterMs;
    }
  });
}

/** What a log is worth, by the plain reading. */
export function readReference(log: readonly TimerEvent[], until: ClockReading | null): ReferenceTimer {
  const { pieces, mode } = cut(log, until);
  lay(pieces);
  answer(pieces, log);
  const sum = (wanted: (piece: Piece) => boolean) => pieces.filter(wanted).reduce((ms, piece) => ms + piece.ms, 0);
  return {
    workMs: sum(({ what, fate }) => what === 'work' || fate === 'keep'),
    unknownMs: sum(({ what, fate }) => what === 'away' && fate === 'open'),
    discardedMs: sum(({ fate }) => fate === 'discard'),
    givenMs: sum(({ fate }) => fate === 'give'),
    state: stateNames[mode],
    pieces: pieces.map(({ wall, ms, what, fate }) => [wall, ms, what === 'work' ? 'work' : fate]),
  };
}
