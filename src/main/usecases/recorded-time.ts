import { addMs, type Instant } from '@core/time/instant';
import type { Interval } from '@core/time/interval';
import { stockholmDate } from '@core/time/stockholm';
import { computeTimerIntervals, type TimerIntervals } from '@core/timer/timer-intervals';
import type { ClockReading } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { readPhoneCall } from '../db/queries/phone-call';
import { listOpenTimers, listStoppedTimersWithOpenGaps, readTimerEvents } from '../db/queries/timers';
import { listMyLinesBetween } from '../db/queries/timesheet-lines';

/** A line is kept under one date, whatever hours of work it holds. */
const DAY_MS = 25 * 60 * 60_000;

/** What a timer keeps others from claiming: work, and what may still become work. */
export function claimedBy({ worked, unknown, state }: TimerIntervals): readonly Interval[] {
  // A stopped timer's work is in its lines, which a person may have changed since.
  return state === 'stopped' ? unknown : [...worked, ...unknown];
}

/** The clock times of my lines from a day before to a day after: longer ago no timer can be started. Typed durations have none. */
export async function listLineTimesAround(trx: WorkbenchDatabase, from: Instant, until = from): Promise<Interval[]> {
  const firstDate = stockholmDate(addMs(from, -DAY_MS));
  const lastDate = stockholmDate(addMs(until, DAY_MS));
  return (await listMyLinesBetween(trx, firstDate, lastDate)).flatMap(({ intervals }) => intervals);
}

/** All recorded work of mine around now, and unknown time, by lines, timers and a call that is being taken down. */
export async function listRecordedTime(trx: WorkbenchDatabase, now: ClockReading): Promise<Interval[]> {
  const recorded = await listLineTimesAround(trx, now.wall);
  for (const { id } of [...(await listOpenTimers(trx)), ...(await listStoppedTimersWithOpenGaps(trx))]) {
    recorded.push(...claimedBy(computeTimerIntervals(await readTimerEvents(trx, id), now)));
  }
  const call = await readPhoneCall(trx);
  if (call?.state === 'open') recorded.push(...claimedBy(computeTimerIntervals(call.events, now)));
  return recorded;
}
