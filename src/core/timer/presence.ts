import { assertNever } from '../assert-never';
import { earlierReading, elapsedMs, laterReading, readingBefore, unwatchedMs } from './elapsed';
import type { AbsenceCause, ClockReading } from './timer-log';

/** So long without input, or with a locked screen, is an absence; a setting. */
export const DEFAULT_IDLE_THRESHOLD_MS = 5 * 60_000;

/** An input this long after the computer said it would sleep shows that it is awake, whether or not it said so. */
const MISSED_WAKE_MS = 60_000;

/** What the system tells about the person in front of it. */
export type PresenceObservation =
  | { readonly kind: 'locked' | 'unlocked' | 'suspended' | 'woke' | 'shutting-down'; readonly at: ClockReading }
  /** So long ago was the last input, by the system. Told with every beat. */
  | { readonly kind: 'idle-measured'; readonly at: ClockReading; readonly idleMs: number };

/** Whether a person is in front of the computer, as far as the system can tell. */
export interface Presence {
  readonly absence: { readonly from: ClockReading; readonly cause: AbsenceCause } | null;
  /** When the person was back from the last absence; null before there was one. */
  readonly backSince: ClockReading | null;
  readonly lockedSince: ClockReading | null;
  /** The computer said that it would sleep or shut down. */
  readonly down: { readonly since: ClockReading; readonly cause: 'sleep' | 'shutdown' } | null;
  readonly wokeAt: ClockReading | null;
  readonly lastInputAt: ClockReading | null;
}

/** Nothing is known but that the app runs. */
export const presenceAtStart: Presence = {
  absence: null,
  backSince: null,
  lockedSince: null,
  down: null,
  wokeAt: null,
  lastInputAt: null,
};

function noteFacts(presence: Presence, observation: PresenceObservation): Presence {
  const { at } = observation;
  switch (observation.kind) {
    case 'locked':
      return { ...presence, lockedSince: presence.lockedSince ?? at };
    case 'unlocked':
      return { ...presence, lockedSince: null, down: null, lastInputAt: at };
    case 'suspended':
      return { ...presence, down: { since: at, cause: 'sleep' } };
    case 'shutting-down':
      return { ...presence, down: { since: at, cause: 'shutdown' } };
    case 'woke':
      return { ...presence, down: null, wokeAt: at };
    case 'idle-measured': {
      const lastInputAt = readingBefore(at, observation.idleMs);
      const { down } = presence;
      const isAwake = down !== null && elapsedMs(down.since, lastInputAt) > MISSED_WAKE_MS;
      return { ...presence, lastInputAt, down: isAwake ? null : down };
    }
    default:
      return assertNever(observation);
  }
}

function earliest(first: ClockReading, ...others: (ClockReading | null)[]): ClockReading {
  return others.reduce<ClockReading>((found, other) => (other ? earlierReading(found, other) : found), first);
}

/** The absence that the facts make by now: sleep at once, a lock or idleness once it has lasted long enough. */
function findAbsence(
  { down, lockedSince, lastInputAt, backSince }: Presence,
  observation: PresenceObservation,
  thresholdMs: number,
): Presence['absence'] {
  const { at } = observation;
  // Nothing begins before the person was back from the absence before.
  const begin = (from: ClockReading) => (backSince ? laterReading(backSince, from) : from);
  if (down) {
    // Whoever shuts the computer down is there until then.
    const from = earliest(down.since, lockedSince, down.cause === 'sleep' ? lastInputAt : null);
    return { from: begin(from), cause: down.cause };
  }
  if (observation.kind === 'idle-measured' && observation.idleMs >= thresholdMs) {
    const from = earliest(readingBefore(at, observation.idleMs), lockedSince);
    return { from: begin(from), cause: lockedSince ? 'lock' : 'idle' };
  }
  const isLockedForLong = lockedSince !== null && unwatchedMs(lockedSince, at) >= thresholdMs;
  return isLockedForLong ? { from: begin(lockedSince), cause: 'lock' } : null;
}

/** When the person came back, or null while anything still holds: a lock, sleep, or no input for too long. */
function findReturn(
  { down, lockedSince, wokeAt }: Presence,
  observation: PresenceObservation,
  thresholdMs: number,
): ClockReading | null {
  if (down || lockedSince) return null;
  // Only a fresh word about the person will do: that the computer woke says nothing about anybody in front of it.
  if (observation.kind === 'unlocked') return observation.at;
  if (observation.kind !== 'idle-measured' || observation.idleMs >= thresholdMs) return null;
  const lastInputAt = readingBefore(observation.at, observation.idleMs);
  return wokeAt ? laterReading(wokeAt, lastInputAt) : lastInputAt;
}

/**
 * What is known about the person after one more observation. `thresholdMs` is how long a lock or idleness has to last to
 * be an absence; it then began with the lock or with the last input. Sleep counts at once, back-dated to the last input or
 * the lock that ran into it (whoever tells of it measures the idle time just before), and so does a shut-down, back-dated
 * to a lock. An absence is over when nothing holds any more, as of the moment the person came back.
 */
export function observePresence(presence: Presence, observation: PresenceObservation, thresholdMs: number): Presence {
  const facts = noteFacts(presence, observation);
  if (facts.absence === null) return { ...facts, absence: findAbsence(facts, observation, thresholdMs) };
  const returnedAt = findReturn(facts, observation, thresholdMs);
  if (returnedAt === null) return facts;
  return { ...facts, absence: null, backSince: laterReading(facts.absence.from, returnedAt) };
}
