import { addMs, type Instant, instantFromEpochMs } from '../time/instant';
import { elapsedMs, laterReading, unwatchedMs } from './elapsed';
import type { ClockReading, TimerEvent, UnknownDecision } from './timer-log';

/** A half-open stretch of time: it begins at `startedAt` and ends before `startedAt + durationMs`. */
export interface Interval {
  readonly startedAt: Instant;
  readonly durationMs: number;
}

/** What a timer's log is worth. Both lists are in order of time, and no two intervals overlap. */
export interface TimerIntervals {
  /** Work: what was watched, and unknown intervals that a person kept. */
  readonly worked: readonly Interval[];
  /** Intervals nobody has decided about. `startedAt` is what a decision names as `unknownFrom`. */
  readonly unknown: readonly Interval[];
  readonly state: 'running' | 'paused' | 'stopped';
}

interface Stretch extends Interval {
  readonly kind: 'worked' | 'unknown' | 'discarded';
}

type Standing =
  | { readonly kind: 'not-started' }
  | { readonly kind: 'running'; readonly since: ClockReading }
  /** `until`: up to here the log has been accounted for. */
  | { readonly kind: 'paused'; readonly until: ClockReading }
  | { readonly kind: 'stopped' };

interface Account {
  readonly standing: Standing;
  readonly stretches: readonly Stretch[];
}

/** Begins at the wall clock's reading, but never before the end of the stretch before it: a clock set back makes no overlap. */
function addStretch(
  stretches: readonly Stretch[],
  kind: Stretch['kind'],
  from: ClockReading,
  durationMs: number,
): readonly Stretch[] {
  if (durationMs <= 0) return stretches;
  const last = stretches.at(-1);
  const freeFrom = last ? last.startedAt + last.durationMs : from.wall;
  return [...stretches, { kind, startedAt: instantFromEpochMs(Math.max(from.wall, freeFrom)), durationMs }];
}

function addWork(stretches: readonly Stretch[], from: ClockReading, to: ClockReading): readonly Stretch[] {
  return addStretch(stretches, 'worked', from, elapsedMs(from, to));
}

/** Work up to the last sign of life, then an unknown interval. Also answers where the unknown interval ends. */
function addGap(stretches: readonly Stretch[], since: ClockReading, gap: { from: ClockReading; at: ClockReading }) {
  const from = laterReading(since, gap.from);
  const at = laterReading(from, gap.at);
  const worked = addWork(stretches, since, from);
  return { at, stretches: addStretch(worked, 'unknown', from, unwatchedMs(from, at)) };
}

function decide(stretches: readonly Stretch[], unknownFrom: Instant, decision: UnknownDecision): readonly Stretch[] {
  return stretches.map((stretch) =>
    stretch.kind === 'unknown' && stretch.startedAt === unknownFrom
      ? { ...stretch, kind: decision === 'keep' ? 'worked' : 'discarded' }
      : stretch,
  );
}

/** An event that does not fit where the timer stands is passed over: it neither adds time nor takes any away. */
function applyEvent(account: Account, event: TimerEvent): Account {
  const { standing, stretches } = account;
  switch (event.kind) {
    case 'started':
      return standing.kind === 'not-started' ? { standing: { kind: 'running', since: event.at }, stretches } : account;
    case 'resumed':
      return standing.kind === 'paused'
        ? { standing: { kind: 'running', since: laterReading(standing.until, event.at) }, stretches }
        : account;
    case 'paused': {
      if (standing.kind !== 'running') return account;
      const until = laterReading(standing.since, event.at);
      return { standing: { kind: 'paused', until }, stretches: addWork(stretches, standing.since, until) };
    }
    case 'stopped':
      if (standing.kind === 'not-started') return account;
      return {
        standing: { kind: 'stopped' },
        stretches: standing.kind === 'running' ? addWork(stretches, standing.since, event.at) : stretches,
      };
    case 'gap-found': {
      if (standing.kind !== 'running') return account;
      const gap = addGap(stretches, standing.since, event);
      return { standing: { kind: 'running', since: gap.at }, stretches: gap.stretches };
    }
    case 'paused-after-gap': {
      if (standing.kind !== 'running') return account;
      const gap = addGap(stretches, standing.since, event);
      return { standing: { kind: 'paused', until: gap.at }, stretches: gap.stretches };
    }
    case 'unknown-decided':
      return { standing, stretches: decide(stretches, event.unknownFrom, event.decision) };
  }
}

/**
 * What follows from a timer's log. `until` is the latest reading that is known to be work while the timer runs: now, or
 * the last heartbeat; null counts finished stretches only. A timer that is not running ignores it.
 *
 * Work between two readings lasts as long as the monotonic clock says (on one boot), so setting the wall clock changes
 * no duration. A gap becomes an unknown interval that is neither work nor lost until a person decides; the first
 * decision about it stands. An event that cannot be (a pause while paused, anything after the stop, a reading before
 * the one it follows) never adds time.
 */
export function computeTimerIntervals(events: readonly TimerEvent[], until: ClockReading | null): TimerIntervals {
  const begun: Account = { standing: { kind: 'not-started' }, stretches: [] };
  const { standing, stretches: ended } = events.reduce(applyEvent, begun);
  const stretches = standing.kind === 'running' && until !== null ? addWork(ended, standing.since, until) : ended;
  const ofKind = (kind: Stretch['kind']): Interval[] =>
    stretches
      .filter((stretch) => stretch.kind === kind)
      .map(({ startedAt, durationMs }) => ({ startedAt, durationMs }));
  return {
    worked: ofKind('worked'),
    unknown: ofKind('unknown'),
    state: standing.kind === 'not-started' ? 'stopped' : standing.kind,
  };
}

/** Milliseconds of work in a timer. */
export function workedMs({ worked }: Pick<TimerIntervals, 'worked'>): number {
  return worked.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

/** The instant before which an interval ends. */
export function endOf({ startedAt, durationMs }: Interval): Instant {
  return addMs(startedAt, durationMs);
}
