import { type Instant, instantFromEpochMs } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import type { TimersView } from '@ipc/timer-views';
import { useQuery } from '@tanstack/react-query';
import { clockQuery, useTimers } from '../../api/queries';

const MS_PER_MINUTE = 60_000;
/** How often the time is asked for; while a timer runs, its beats tell it too. */
const CLOCK_EVERY_MS = 20_000;

interface ClockView {
  readonly now: Instant;
}

/** Today's date in Stockholm, and the time kept up while the calling view is shown; undefined until it is known. */
export function useToday(): string | undefined {
  return useQuery({
    ...clockQuery,
    select: selectDate,
    staleTime: 0,
    refetchInterval: CLOCK_EVERY_MS,
    refetchOnWindowFocus: 'always',
  }).data;
}

/** The present minute. What uses it is drawn again once a minute, not at every beat. */
export function useNowMinute(): Instant | undefined {
  const asked = useQuery({ ...clockQuery, select: selectMinute }).data;
  const recorded = useTimers(selectRecordedMinute) ?? null;
  if (asked === undefined || recorded === null) return asked;
  return recorded > asked ? recorded : asked;
}

function selectDate({ now }: ClockView): string {
  return stockholmDate(now);
}

function selectMinute({ now }: ClockView): Instant {
  return floorToMinute(now);
}

// Nothing can be recorded later than now, and a timer that runs records up to now.
function selectRecordedMinute({ recordedUntil }: TimersView): Instant | null {
  return recordedUntil === null ? null : floorToMinute(recordedUntil);
}

function floorToMinute(at: Instant): Instant {
  return instantFromEpochMs(Math.floor(at / MS_PER_MINUTE) * MS_PER_MINUTE);
}
