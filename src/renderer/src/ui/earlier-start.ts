import { addMs, type Instant } from '@core/time/instant';

const MS_PER_MINUTE = 60_000;

/** How long ago work can be said to have begun without typing a figure. */
export const EARLIER_MINUTES = [5, 10, 15, 30] as const;
/** The longest that can be typed; what `timer:start` takes. */
export const MOST_EARLIER_MINUTES = 720;

/** Where a timer begins that is to have begun so many minutes ago. */
export interface EarlierStart {
  readonly startsAt: Instant;
  /** It cannot begin as early as wished: work is recorded up to `startsAt` already. */
  readonly isBounded: boolean;
}

/** Where a timer begins that is started now and is to have begun `minutes` ago. `recordedUntil`: null where nothing is recorded. */
export function planEarlierStart(minutes: number, now: Instant, recordedUntil: Instant | null): EarlierStart {
  const wished = addMs(now, -minutes * MS_PER_MINUTE);
  if (recordedUntil === null || wished >= recordedUntil) return { startsAt: wished, isBounded: false };
  return { startsAt: recordedUntil < now ? recordedUntil : now, isBounded: true };
}

/** Whole minutes from one moment to a later one, rounded down so that no minute is invented; 0 when it is not later. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor((to - from) / MS_PER_MINUTE));
}
