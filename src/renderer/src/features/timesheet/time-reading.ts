import type { TimesheetLineId } from '@core/ids';
import type { Interval } from '@core/time/interval';
import { intervalOfClockRange } from '@core/time/stockholm-days';
import { formatWorkTime, parseWorkTime, type WorkTimeProblem } from '@core/time/work-time-text';
import { findOverlapping, type Occupied, proposeCut } from '@core/timesheet/overlap';
import type { RequestInput } from '@ipc/contract';
import type { LineView, TimesheetDayView } from '@ipc/timesheet-views';
import { minuteOfDay } from '../../ui/clock-text';

/** What a typed time means on a date, or why it means nothing. */
export type TimeReading =
  | { readonly kind: 'read'; readonly intervals: readonly Interval[]; readonly workedSeconds: number }
  | { readonly kind: 'problem'; readonly problem: WorkTimeProblem | { readonly kind: 'time-skipped' } };

/** Reads a time as somebody typed it. A duration has no times of the clock. */
export function readTime(text: string, date: string): TimeReading {
  const parsed = parseWorkTime(text);
  if (!parsed.ok) return { kind: 'problem', problem: parsed.failure };
  if (parsed.value.kind === 'duration') return { kind: 'read', intervals: [], workedSeconds: parsed.value.seconds };
  const interval = intervalOfClockRange(date, parsed.value);
  if (!interval.ok) return { kind: 'problem', problem: interval.failure };
  return {
    kind: 'read',
    intervals: [interval.value],
    workedSeconds: Math.round(interval.value.durationMs / 1000),
  };
}

/** What a reading is in a request. */
export function toLineTime({
  intervals,
  workedSeconds,
}: Extract<TimeReading, { kind: 'read' }>): RequestInput<'timesheet:add'>['time'] {
  return intervals.length === 0
    ? { kind: 'duration', workedSeconds }
    : { kind: 'intervals', intervals: intervals.map(({ startedAt, durationMs }) => ({ startedAt, durationMs })) };
}

/** The time of a line as it can be typed: a range of the clock, or its length when it has none or several. */
export function writeTime({ intervals, workedSeconds }: Pick<LineView, 'intervals' | 'workedSeconds'>): string {
  const [first, ...others] = intervals;
  if (first === undefined || others.length > 0) return formatWorkTime({ kind: 'duration', seconds: workedSeconds });
  return writeStretch(first);
}

/** A stretch of time as a range of the clock, to the minute. */
export function writeStretch({ startedAt, durationMs }: Interval): string {
  const fromMinute = Math.floor(minuteOfDay(startedAt));
  const minutes = Math.max(1, Math.round(durationMs / 60_000));
  return formatWorkTime({ kind: 'clock-range', fromMinute, toMinute: Math.min(fromMinute + minutes, 24 * 60) });
}

/** What a line to be written would claim a second time. */
export interface OverlapFound {
  readonly lines: readonly LineView[];
  readonly timers: readonly TimesheetDayView['timers'][number][];
  /** What is left of the time; empty when nothing is. */
  readonly cut: readonly Interval[];
}

/** Which lines and timers of the day already claim a part of these times, and what would be left; null when none does. */
export function findOverlap(
  intervals: readonly Interval[],
  day: TimesheetDayView | undefined,
  without: TimesheetLineId | null,
): OverlapFound | null {
  if (intervals.length === 0 || day === undefined) return null;
  const lines: Occupied<LineView>[] = day.lines
    .filter(({ id }) => id !== without)
    .map((line) => ({ key: line, intervals: line.intervals }));
  const timers: Occupied<TimesheetDayView['timers'][number]>[] = day.timers.map((timer) => ({
    key: timer,
    intervals: timer.intervals,
  }));
  const found = { lines: findOverlapping(intervals, lines), timers: findOverlapping(intervals, timers) };
  if (found.lines.length === 0 && found.timers.length === 0) return null;
  return { ...found, cut: proposeCut(intervals, [...lines, ...timers]) };
}
