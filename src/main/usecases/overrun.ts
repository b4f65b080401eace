import { laterReading } from '@core/timer/elapsed';
import { findOverrun, type Overrun } from '@core/timer/overrun';
import type { ClockReading, TimerEvent } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { readLastInput, type TimerRow } from '../db/queries/timers';
import type { Workbench } from './workbench';

type Asking = Pick<Workbench, 'attention' | 'calendar' | 'settings'>;

/** The last input that the system or the app knows of; now, for a timer without a heartbeat. */
async function readLastActivity(
  { attention }: Asking,
  trx: WorkbenchDatabase,
  timer: TimerRow,
  now: ClockReading,
): Promise<ClockReading> {
  const lastInput = (await readLastInput(trx, timer.id)) ?? now;
  return attention.lastActivityAt === null ? lastInput : laterReading(lastInput, attention.lastActivityAt);
}

/** What is to be asked about a timer that has run for long; null for one that is right, or where the setting says no. */
export async function readOverrun(
  workbench: Asking,
  trx: WorkbenchDatabase,
  { timer, events, now }: { timer: TimerRow; events: readonly TimerEvent[]; now: ClockReading },
): Promise<Overrun | null> {
  const { attention, calendar, settings } = workbench;
  if (timer.state !== 'running' || !settings().afterHoursQuestion) return null;
  const asked = attention.askedOverrun;
  const lastActivity =
    asked?.timerId === timer.id ? asked.lastActivity : await readLastActivity(workbench, trx, timer, now);
  return findOverrun({ events, lastActivity, now, calendar });
}

/** Remembers when the person was last active as a long-running timer is asked about for the first time. */
export async function askAboutOverrun(
  workbench: Workbench,
  timer: TimerRow,
  events: readonly TimerEvent[],
  now: ClockReading,
): Promise<void> {
  const { attention, database } = workbench;
  const overrun = await readOverrun(workbench, database, { timer, events, now });
  if (overrun === null) attention.askedOverrun = null;
  else if (attention.askedOverrun?.timerId !== timer.id) {
    attention.askedOverrun = {
      timerId: timer.id,
      lastActivity: await readLastActivity(workbench, database, timer, now),
    };
  }
}
