import type { TicketId } from '@core/ids';
import type { Interval } from '@core/time/interval';
import { intersectIntervals } from '@core/time/interval-sets';
import { addDays, daysBetween, intervalOfDate } from '@core/time/stockholm-days';
import { serviceHoursOn } from '@core/time/working-hours';
import { computeTimerIntervals } from '@core/timer/timer-intervals';
import { gapsOfDay } from '@core/timesheet/day-plan';
import { findSharedStretches } from '@core/timesheet/overlap';
import { sumTotals, type TotalledLine } from '@core/timesheet/totals';
import { listStatesOf } from '../db/queries/outbox';
import { readTimerEvents } from '../db/queries/timers';
import { readRedoableEntry, readUndoableEntry } from '../db/queries/timesheet-changes';
import { listMyLinesBetween, type TimesheetLine } from '../db/queries/timesheet-lines';
import { readChargedMinutes } from './charged-minutes';
import { toLineView } from './line-view';
import { readTimers } from './read-timers';
import type { Workbench } from './workbench';

/** More days than a screen shows are cut off. */
const MOST_DAYS = 62;

type TimersView = Awaited<ReturnType<typeof readTimers>>;
type TimerView = TimersView['paused'][number];

/** My time from one Stockholm date to another, both included: lines, what open timers hold, gaps, overlaps and sums. */
export async function readTimesheet(workbench: Workbench, { from, to }: { from: string; to: string }) {
  const { database } = workbench;
  const dayCount = Math.min(MOST_DAYS, Math.max(0, daysBetween(from, to) + 1));
  const dates = Array.from({ length: dayCount }, (_, index) => addDays(from, index));
  // A line that runs over midnight takes up time of the next date too.
  const lines = await listMyLinesBetween(database, addDays(from, -1), addDays(from, dayCount));
  const shown = lines.filter(({ date }) => dates.includes(date)).sort(byTimeOfWork);
  const timers = await readTimers(workbench);
  const openTimers = await readOpenTimers(workbench, timers);
  const undecided = undecidedOf(timers);
  const states = await listStatesOf(
    database,
    shown.map(({ id }) => id),
  );
  const totalled = await totalledLines(workbench, shown);
  const days = [];
  for (const date of dates) {
    const ofDay = shown.filter((line) => line.date === date);
    days.push({
      date,
      isWorkingDay: serviceHoursOn(date, workbench.calendar) !== null,
      lines: await Promise.all(ofDay.map((line) => toLineView(database, line, states))),
      ...planDay(workbench, date, lines, openTimers, undecided),
      totals: sumTotals(totalled.filter((line) => line.date === date)),
    });
  }
  return {
    days,
    totals: sumTotals(totalled),
    undecided,
    undo: stepView(await readUndoableEntry(database)),
    redo: stepView(await readRedoableEntry(database)),
  };
}

function stepView(entry: Awaited<ReturnType<typeof readUndoableEntry>>) {
  return entry ? { kind: entry.kind, lineCount: entry.changes.length } : null;
}

/** In order of time, those without a clock time last. */
function byTimeOfWork(a: TimesheetLine, b: TimesheetLine): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  const byClock = (a.intervals[0]?.startedAt ?? Infinity) - (b.intervals[0]?.startedAt ?? Infinity);
  if (byClock < 0 || byClock > 0) return byClock;
  return a.id < b.id ? -1 : 1;
}

async function readOpenTimers({ database, clock }: Workbench, { running, paused }: TimersView) {
  const open = [];
  for (const timer of running ? [running, ...paused] : paused) {
    const { worked } = computeTimerIntervals(await readTimerEvents(database, timer.id), clock.read());
    open.push({ timer, worked });
  }
  return open;
}

function undecidedOf({ running, paused, unanswered }: TimersView) {
  const timers: TimerView[] = running ? [running, ...paused, ...unanswered] : [...paused, ...unanswered];
  return timers
    .flatMap(({ id, ticketId, ticketNumber, ticketTitle, unknownIntervals }) =>
      unknownIntervals.map((unknown) => ({ timerId: id, ticketId, ticketNumber, ticketTitle, ...unknown })),
    )
    .sort((a, b) => a.from - b.from);
}

function planDay(
  { calendar }: Workbench,
  date: string,
  lines: readonly TimesheetLine[],
  openTimers: Awaited<ReturnType<typeof readOpenTimers>>,
  undecided: ReturnType<typeof undecidedOf>,
) {
  const day = [intervalOfDate(date)];
  const ofDay = (intervals: readonly Interval[]) => intersectIntervals(intervals, day);
  const work = [
    ...lines.map(({ id, intervals }) => ({ key: id, intervals: ofDay(intervals) })),
    ...openTimers.map(({ worked }) => ({ key: null, intervals: ofDay(worked) })),
  ];
  const unknown = undecided
    .map(({ from, until }) => ({ startedAt: from, durationMs: until - from }))
    .filter(({ durationMs }) => durationMs > 0);
  return {
    timers: openTimers
      .map(({ timer, worked }) => ({
        timerId: timer.id,
        ticketId: timer.ticketId,
        ticketNumber: timer.ticketNumber,
        ticketTitle: timer.ticketTitle,
        state: timer.state === 'running' ? ('running' as const) : ('paused' as const),
        intervals: ofDay(worked),
      }))
      .filter(({ intervals }) => intervals.length > 0),
    gaps: gapsOfDay(date, [...work, { key: null, intervals: ofDay(unknown) }], calendar),
    overlaps: findSharedStretches(work).map(({ startedAt, durationMs, keys }) => ({
      startedAt,
      durationMs,
      lineIds: keys.flatMap((key) => key ?? []),
    })),
  };
}

async function totalledLines(workbench: Workbench, lines: readonly TimesheetLine[]): Promise<TotalledLine[]> {
  const tickets = new Set<TicketId>(lines.flatMap(({ ticketId }) => ticketId ?? []));
  const charged = await readChargedMinutes(workbench.database, tickets, workbench.clock);
  return lines.map(({ id, date, workedSeconds, verdict, heldSeconds, holdReason, portalValues }) => ({
    date,
    workedSeconds,
    verdict,
    unapprovedSeconds: holdReason === 'unapproved' || holdReason === 'pack-empty' ? heldSeconds : 0,
    onPortalSeconds: portalValues?.workedSeconds ?? 0,
    chargedMinutes: charged.get(id) ?? 0,
  }));
}
