import { addMs } from '../time/instant';
import type { Interval } from '../time/interval';
import { elapsedMs, laterReading, unwatchedMs } from './elapsed';
import {
  type Answer,
  addUnwatched,
  addWatched,
  answerStretch,
  reopenStretch,
  type Stretch,
  splitStretch,
} from './stretches';
import type { AbsenceCause, ClockReading, TimerEvent } from './timer-log';

export { endOf, type Interval } from '../time/interval';

/** Time in which nobody knows whether work was done, and about which nobody has decided. */
export interface UnknownInterval extends Interval {
  readonly cause: AbsenceCause;
  /** The person is away now: it still grows, and cannot be decided about yet. */
  readonly isOngoing: boolean;
  /** A person parted it from what lies before it: it is a question of its own. */
  readonly isSplitOff: boolean;
}

/** Time that was unknown until somebody decided. What was kept is among the work as well. */
export interface DecidedInterval extends Interval, Answer {
  readonly cause: AbsenceCause;
}

/** What a timer's log is worth. All lists are in order of time, and no two intervals overlap. */
export interface TimerIntervals {
  /** Work: what was watched, and unknown intervals that a person kept. */
  readonly worked: readonly Interval[];
  /** Intervals nobody has decided about. `startedAt` is what a decision names as `unknownFrom`. */
  readonly unknown: readonly UnknownInterval[];
  readonly decided: readonly DecidedInterval[];
  /** A timer whose person is away still is the running one. */
  readonly state: 'running' | 'paused' | 'stopped';
}

/** Nobody is known to be at work since then. */
export interface OpenAbsence {
  readonly since: ClockReading;
  readonly cause: AbsenceCause;
}

type Standing =
  | { readonly kind: 'not-started' }
  | { readonly kind: 'running'; readonly since: ClockReading }
  | ({ readonly kind: 'away' } & OpenAbsence)
  /** `until`: up to here the log has been accounted for. */
  | { readonly kind: 'paused'; readonly until: ClockReading }
  | { readonly kind: 'stopped' };

interface Account {
  readonly standing: Standing;
  readonly stretches: readonly Stretch[];
}

function addWork(stretches: readonly Stretch[], from: ClockReading, to: ClockReading): readonly Stretch[] {
  return addWatched(stretches, from.wall, elapsedMs(from, to));
}

function addAbsence(
  stretches: readonly Stretch[],
  { since, cause }: OpenAbsence,
  until: ClockReading,
): readonly Stretch[] {
  return addUnwatched(stretches, since.wall, unwatchedMs(since, until), cause);
}

/** Work that a person says was done before the timer was started; never more than lies since `free`. */
function addEarlierWork(
  stretches: readonly Stretch[],
  { at, earlierMs = 0 }: { at: ClockReading; earlierMs?: number | undefined },
  free: ClockReading | null,
): readonly Stretch[] {
  const durationMs = free === null ? earlierMs : Math.min(earlierMs, unwatchedMs(free, at));
  return addWatched(stretches, addMs(at.wall, -durationMs), durationMs);
}

/** Accounts for everything up to a reading, which is not before what was accounted for already. */
function settle(
  { standing, stretches }: Account,
  at: ClockReading,
): { at: ClockReading; stretches: readonly Stretch[] } {
  switch (standing.kind) {
    case 'running': {
      const until = laterReading(standing.since, at);
      return { at: until, stretches: addWork(stretches, standing.since, until) };
    }
    case 'away': {
      const until = laterReading(standing.since, at);
      return { at: until, stretches: addAbsence(stretches, standing, until) };
    }
    case 'paused':
      return { at: laterReading(standing.until, at), stretches };
    case 'not-started':
    case 'stopped':
      return { at, stretches };
  }
}

/** Work up to the last sign of life, then an absence. One that was noticed before just goes on until the gap's end. */
function settleGap(account: Account, gap: Extract<TimerEvent, { kind: 'gap-found' | 'paused-after-gap' }>) {
  if (account.standing.kind !== 'running') return settle(account, gap.at);
  const watched = settle(account, gap.from);
  const absence: OpenAbsence = { since: watched.at, cause: gap.cause ?? 'no-heartbeat' };
  return settle({ standing: { kind: 'away', ...absence }, stretches: watched.stretches }, gap.at);
}

/** An event that does not fit where the timer stands is passed over: it neither adds time nor takes any away. */
function applyEvent(account: Account, event: TimerEvent): Account {
  const { standing, stretches } = account;
  const isActive = standing.kind === 'running' || standing.kind === 'away';
  switch (event.kind) {
    case 'started':
      return standing.kind === 'not-started'
        ? { standing: { kind: 'running', since: event.at }, stretches: addEarlierWork(stretches, event, null) }
        : account;
    case 'resumed': {
      if (standing.kind !== 'paused') return account;
      const { at } = settle(account, event.at);
      const earlier = addEarlierWork(stretches, { ...event, at }, standing.until);
      return { standing: { kind: 'running', since: at }, stretches: earlier };
    }
    case 'paused': {
      if (!isActive) return account;
      const settled = settle(account, event.at);
      return { standing: { kind: 'paused', until: settled.at }, stretches: settled.stretches };
    }
    case 'stopped':
      if (standing.kind === 'not-started') return account;
      return { standing: { kind: 'stopped' }, stretches: settle(account, event.at).stretches };
    case 'gap-found': {
      if (!isActive) return account;
      const settled = settleGap(account, event);
      return { standing: { kind: 'running', since: settled.at }, stretches: settled.stretches };
    }
    case 'paused-after-gap': {
      if (!isActive) return account;
      const settled = settleGap(account, event);
      return { standing: { kind: 'paused', until: settled.at }, stretches: settled.stretches };
    }
    case 'away-began': {
      if (standing.kind !== 'running') return account;
      const settled = settle(account, event.from);
      return { standing: { kind: 'away', since: settled.at, cause: event.cause }, stretches: settled.stretches };
    }
    case 'away-ended': {
      if (standing.kind !== 'away') return account;
      const settled = settle(account, event.at);
      return { standing: { kind: 'running', since: settled.at }, stretches: settled.stretches };
    }
    case 'unknown-split':
      return { standing, stretches: splitStretch(stretches, event.unknownFrom, event.afterMs) };
    case 'unknown-decided': {
      const { decision, at: decidedAt, givenToTicketId = null } = event;
      return {
        standing,
        stretches: answerStretch(stretches, event.unknownFrom, { decision, decidedAt, givenToTicketId }),
      };
    }
    case 'unknown-reopened':
      return { standing, stretches: reopenStretch(stretches, event.unknownFrom) };
    case 'overrun-confirmed':
      return account;
  }
}

function read(events: readonly TimerEvent[]): Account {
  const begun: Account = { standing: { kind: 'not-started' }, stretches: [] };
  return events.reduce(applyEvent, begun);
}

/**
 * What follows from a timer's log. `until` is the latest reading that is known to be work while the timer runs: now, or
 * the last heartbeat; null counts finished stretches only. A timer that is not running ignores it.
 *
 * Work between two readings lasts as long as the monotonic clock says (on one boot), so setting the wall clock changes
 * no duration. A gap or an absence becomes an unknown interval that is neither work nor lost until a person decides; the
 * first decision about it stands until it is taken back. An event that cannot be (a pause while paused, anything but
 * answers after the stop, a reading before the one it follows) never adds time.
 */
export function computeTimerIntervals(events: readonly TimerEvent[], until: ClockReading | null): TimerIntervals {
  const account = read(events);
  const { standing } = account;
  const finished = account.stretches;
  const stretches = until === null ? finished : settle(account, until).stretches;
  const ongoing = standing.kind === 'away' ? stretches.slice(finished.length) : [];
  const worked: Interval[] = [];
  const unknown: UnknownInterval[] = [];
  const decided: DecidedInterval[] = [];
  for (const stretch of stretches) {
    const { startedAt, durationMs } = stretch;
    if (stretch.kind === 'watched' || stretch.answer?.decision === 'keep') worked.push({ startedAt, durationMs });
    if (stretch.kind === 'watched') continue;
    const { cause, isSplitOff, answer } = stretch;
    if (answer) decided.push({ startedAt, durationMs, cause, ...answer });
    else unknown.push({ startedAt, durationMs, cause, isSplitOff, isOngoing: ongoing.includes(stretch) });
  }
  return { worked, unknown, decided, state: stateOf(standing) };
}

function stateOf(standing: Standing): TimerIntervals['state'] {
  switch (standing.kind) {
    case 'running':
    case 'away':
      return 'running';
    case 'paused':
      return 'paused';
    case 'not-started':
    case 'stopped':
      return 'stopped';
  }
}

/** The absence in which the person of this timer is now, or null: also one that has just begun and has no length yet. */
export function openAbsenceOf(events: readonly TimerEvent[]): OpenAbsence | null {
  const { standing } = read(events);
  return standing.kind === 'away' ? { since: standing.since, cause: standing.cause } : null;
}

/** Milliseconds of work in a timer. */
export function workedMs({ worked }: Pick<TimerIntervals, 'worked'>): number {
  return worked.reduce((sum, { durationMs }) => sum + durationMs, 0);
}
