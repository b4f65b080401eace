import { addMs, type Instant } from '@core/time/instant';
import { endOf, type Interval } from '@core/time/interval';
import { intersectIntervals } from '@core/time/interval-sets';
import { stockholmClockMs } from '@core/time/stockholm';
import { intervalOfDate } from '@core/time/stockholm-days';
import { type DayBlock, layOutDay } from '@core/timesheet/day-plan';
import { divideIntervals } from '@core/timesheet/line-time';
import type { LineView, TimesheetDayView } from '@ipc/timesheet-views';

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

/** The service hours. Source: 000, "Hours of service". */
export const SERVICE_RANGE: AxisRange = { fromMinute: 7 * MINUTES_PER_HOUR, toMinute: 18 * MINUTES_PER_HOUR };

/** The stretch of the day that an axis shows, in minutes since midnight as Stockholm's clocks count them. */
export interface AxisRange {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** A stretch of the axis from top to bottom, in per cent of it. */
export interface AxisStretch {
  readonly topPercent: number;
  readonly heightPercent: number;
}

/** A stretch that stands in a lane beside others, in per cent of the axis and of the day's width. */
export interface AxisBlock extends AxisStretch {
  readonly leftPercent: number;
  readonly widthPercent: number;
  /** How much of the height is time: a short stretch is drawn taller than it lasted, so that it can be hit and read. */
  readonly timeShare: number;
  /** How much of that time waits here, at its end. */
  readonly heldShare: number;
  /** It stands on a part of another block. */
  readonly isOnTop: boolean;
}

/** One stretch of something that takes up time of the day. */
export interface AxisPiece<Key> {
  readonly key: Key;
  readonly interval: Interval;
  readonly heldShare: number;
}

/** A stretch with its place on the axis. */
export interface PlacedPiece<Key> extends AxisBlock {
  readonly piece: AxisPiece<Key>;
}

/** Whole hours: the service hours, and every hour before and after in which something was recorded. */
export function axisRangeOf(days: readonly TimesheetDayView[]): AxisRange {
  let { fromMinute, toMinute } = SERVICE_RANGE;
  for (const { date, lines, timers } of days) {
    const intervals = [...lines, ...timers].flatMap((one) => one.intervals);
    for (const interval of intervals) {
      fromMinute = Math.min(fromMinute, clockMinute(date, interval.startedAt));
      toMinute = Math.max(toMinute, clockMinute(date, endOf(interval)));
    }
  }
  return {
    fromMinute: Math.floor(fromMinute / MINUTES_PER_HOUR) * MINUTES_PER_HOUR,
    toMinute: Math.ceil(toMinute / MINUTES_PER_HOUR) * MINUTES_PER_HOUR,
  };
}

/** The full hours of the axis, from its top to its bottom. */
export function hoursOf({ fromMinute, toMinute }: AxisRange): readonly number[] {
  const first = fromMinute / MINUTES_PER_HOUR;
  return Array.from({ length: (toMinute - fromMinute) / MINUTES_PER_HOUR + 1 }, (_, index) => first + index);
}

/** How far down the axis a minute of the day stands, in per cent. */
export function percentOfMinute(minute: number, { fromMinute, toMinute }: AxisRange): number {
  const within = Math.min(Math.max(minute, fromMinute), toMinute);
  return ((within - fromMinute) / (toMinute - fromMinute)) * 100;
}

/** How far down the axis an instant stands on that date, in per cent; null when it is above or below it. */
export function percentOfInstant(date: string, at: Instant, range: AxisRange): number | null {
  const minute = clockMinuteUnbound(date, at);
  return minute < range.fromMinute || minute > range.toMinute ? null : percentOfMinute(minute, range);
}

/** Where on the axis somebody looks first, and how much of what is in view stands above it. */
export interface AxisGlance {
  readonly percent: number;
  readonly shareAbove: number;
}

/** Today one looks at what was done last, on other days at what was done first. */
export function glanceAt(days: readonly TimesheetDayView[], today: string, range: AxisRange): AxisGlance {
  const stretchesOf = ({ date, lines, timers }: TimesheetDayView) =>
    [...lines, ...timers].flatMap(({ intervals }) => intervals.map((one) => placeInterval(date, one, range)));
  const present = days.filter(({ date }) => date === today).flatMap(stretchesOf);
  if (present.length > 0) {
    const last = Math.max(...present.map(({ topPercent, heightPercent }) => topPercent + heightPercent));
    return { percent: last, shareAbove: 0.75 };
  }
  const first = Math.min(100, ...days.flatMap(stretchesOf).map(({ topPercent }) => topPercent));
  return { percent: first === 100 ? percentOfMinute(SERVICE_RANGE.fromMinute, range) : first, shareAbove: 0.1 };
}

/** Where a stretch of time stands on the axis of a date. */
export function placeInterval(date: string, interval: Interval, range: AxisRange): AxisStretch {
  const topPercent = percentOfMinute(clockMinute(date, interval.startedAt), range);
  return {
    topPercent,
    heightPercent: percentOfMinute(clockMinute(date, endOf(interval)), range) - topPercent,
  };
}

/** The stretches of a line, with how much of each waits here. What is held is the end of the work. */
export function piecesOf(line: LineView): readonly AxisPiece<LineView['id']>[] {
  const { first } = divideIntervals(line.intervals, (line.workedSeconds - line.heldSeconds) * 1000);
  return line.intervals.map((interval, index) => ({
    key: line.id,
    interval,
    heldShare: line.heldSeconds === 0 ? 0 : 1 - (first[index]?.durationMs ?? 0) / interval.durationMs,
  }));
}

/**
 * Lays out the stretches of a date: what is there at the same time stands side by side. A stretch of less than
 * `leastMinutes` takes up as much room as one that long. Where that would cover what comes after it, it stands on the
 * right half of it: a long line keeps its width beside a short one.
 */
export function layOutPieces<Key>(
  date: string,
  pieces: readonly AxisPiece<Key>[],
  range: AxisRange,
  leastMinutes: number,
): readonly PlacedPiece<Key>[] {
  const leastMs = leastMinutes * MS_PER_MINUTE;
  const axis = intervalOfDate(date);
  const isShort = ({ interval }: AxisPiece<Key>) => interval.durationMs < leastMs;
  const drawn = (piece: AxisPiece<Key>) => ({ key: piece, intervals: [drawnInterval(piece.interval, axis, leastMs)] });
  const long = layOutDay(axis, pieces.filter((piece) => !isShort(piece)).map(drawn));
  const short = layOutDay(axis, pieces.filter(isShort).map(drawn));
  const place = (block: DayBlock<AxisPiece<Key>>, room: { left: number; width: number }): PlacedPiece<Key> => ({
    piece: block.key,
    ...placeInterval(date, block, range),
    leftPercent: room.left + (block.lane / block.lanes) * room.width,
    widthPercent: room.width / block.lanes,
    timeShare: Math.min(1, block.key.interval.durationMs / block.durationMs),
    heldShare: block.key.heldShare,
    isOnTop: room !== WHOLE_WIDTH,
  });
  return [
    ...long.map((block) => place(block, WHOLE_WIDTH)),
    ...short.map((block) => place(block, intersectIntervals([block], long).length > 0 ? RIGHT_HALF : WHOLE_WIDTH)),
  ];
}

const WHOLE_WIDTH = { left: 0, width: 100 } as const;
const RIGHT_HALF = { left: 50, width: 50 } as const;

/** The stretch as it is drawn: long enough, and inside of the day. */
function drawnInterval({ startedAt, durationMs }: Interval, axis: Interval, leastMs: number): Interval {
  const drawnMs = Math.max(durationMs, leastMs);
  return { startedAt: addMs(startedAt, Math.min(0, endOf(axis) - startedAt - drawnMs)), durationMs: drawnMs };
}

function clockMinuteUnbound(date: string, at: Instant): number {
  return (stockholmClockMs(at) - Date.parse(`${date}T00:00:00Z`)) / MS_PER_MINUTE;
}

function clockMinute(date: string, at: Instant): number {
  return Math.min(Math.max(clockMinuteUnbound(date, at), 0), MINUTES_PER_DAY);
}
