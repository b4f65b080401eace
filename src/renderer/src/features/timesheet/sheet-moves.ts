import type { TimesheetLineId } from '@core/ids';
import { addDays } from '@core/time/stockholm-days';
import type { LineView, TimesheetDayView } from '@ipc/timesheet-views';
import { minuteOfDay } from '../../ui/clock-text';

/** Where the keyboard is in the timesheet. */
export interface SheetPlace {
  readonly date: string;
  /** Null: on the day itself. */
  readonly lineId: TimesheetLineId | null;
}

/** Where an arrow key, Home or End leads; null for a key that leads nowhere. */
export function moveInSheet(key: string, place: SheetPlace, days: readonly TimesheetDayView[]): SheetPlace | null {
  const lines = linesOn(place.date, days);
  const index = lines.findIndex(({ id }) => id === place.lineId);
  const onDay = (line: LineView | undefined) => (line === undefined ? null : { date: place.date, lineId: line.id });
  switch (key) {
    case 'ArrowDown':
      return onDay(lines[index < 0 ? 0 : Math.min(index + 1, lines.length - 1)]);
    case 'ArrowUp':
      return onDay(lines[index < 0 ? lines.length - 1 : Math.max(index - 1, 0)]);
    case 'Home':
      return onDay(lines[0]);
    case 'End':
      return onDay(lines.at(-1));
    case 'ArrowLeft':
      return moveToDay(addDays(place.date, -1), lines[index], days);
    case 'ArrowRight':
      return moveToDay(addDays(place.date, 1), lines[index], days);
    default:
      return null;
  }
}

/** Every line of these days in the order they are walked through. */
export function orderOf(days: readonly TimesheetDayView[]): TimesheetLineId[] {
  return days.flatMap(({ lines }) => lines.map(({ id }) => id));
}

function linesOn(date: string, days: readonly TimesheetDayView[]): readonly LineView[] {
  return days.find((day) => day.date === date)?.lines ?? [];
}

/** To the other day, and there to the line nearest in time; from a day without a chosen line to the day itself. */
function moveToDay(date: string, from: LineView | undefined, days: readonly TimesheetDayView[]): SheetPlace {
  const lines = linesOn(date, days);
  const [first] = lines;
  if (from === undefined || first === undefined) return { date, lineId: null };
  const wanted = startMinuteOf(from);
  const nearest = lines.reduce((best, line) =>
    Math.abs(startMinuteOf(line) - wanted) < Math.abs(startMinuteOf(best) - wanted) ? line : best,
  );
  return { date, lineId: nearest.id };
}

/** Lines without a clock time stand behind the day. */
function startMinuteOf({ intervals: [first] }: LineView): number {
  return first === undefined ? 24 * 60 : minuteOfDay(first.startedAt);
}
