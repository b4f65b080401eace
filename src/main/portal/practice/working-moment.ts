import { DateTime } from 'luxon';

const OPENS_AT_HOUR = 7;
const CLOSES_AT_HOUR = 18;

/** The moment that lies this many minutes of service hours (Monday to Friday, 07–18 in Stockholm) before another. */
export function workingMomentBefore(epochMs: number, workingMinutes: number): number {
  let at = DateTime.fromMillis(epochMs, { zone: 'Europe/Stockholm' });
  let left = workingMinutes;
  for (;;) {
    const opens = at.startOf('day').set({ hour: OPENS_AT_HOUR });
    const closes = at.startOf('day').set({ hour: CLOSES_AT_HOUR });
    const end = at < closes ? at : closes;
    const available = at.weekday <= 5 ? Math.max(0, end.diff(opens, 'minutes').minutes) : 0;
    if (available > left || (available === left && available > 0)) return end.minus({ minutes: left }).toMillis();
    left -= available;
    at = at.startOf('day').minus({ milliseconds: 1 });
  }
}
