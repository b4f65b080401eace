import { addMs } from '@core/time/instant';
import { endOf } from '@core/time/interval';
import { formatWorkTime, parseWorkTime } from '@core/time/work-time-text';
import type { SplitPoint } from '@core/timesheet/split-line';
import type { LineView } from '@ipc/timesheet-views';
import { instantsShowing, minuteOfDay, readClockText } from '../../ui/clock-text';

const STEP_MINUTES = 5;

type TimedLine = Pick<LineView, 'intervals' | 'workedSeconds'>;

/** Where a line is to be split, as somebody typed it: a time of the clock, or a length where it has no times. */
export function readSplitPoint(text: string, { intervals }: TimedLine): SplitPoint | null {
  const [first] = intervals;
  const last = intervals.at(-1);
  if (first === undefined || last === undefined) {
    const parsed = parseWorkTime(text);
    return parsed.ok && parsed.value.kind === 'duration'
      ? { kind: 'after-seconds', seconds: parsed.value.seconds }
      : null;
  }
  const minute = readClockText(text);
  if (minute === null) return null;
  const [at] = instantsShowing(minute, first.startedAt, endOf(last));
  return at === undefined ? null : { kind: 'instant', at };
}

/** The middle of the line, on five minutes where that still lies inside it. */
export function proposeSplit({ intervals, workedSeconds }: TimedLine): string {
  const [first] = intervals;
  const last = intervals.at(-1);
  if (first === undefined || last === undefined) {
    const halfMinutes = roundToStep(workedSeconds / 120);
    return formatWorkTime({ kind: 'duration', seconds: Math.max(60, halfMinutes * 60) });
  }
  const middle = addMs(first.startedAt, Math.round((endOf(last) - first.startedAt) / 2));
  const exact = minuteOfDay(middle);
  const rounded = roundToStep(exact);
  const isInside = rounded > minuteOfDay(first.startedAt) && rounded < minuteOfDay(endOf(last));
  return clockText(isInside ? rounded : Math.floor(exact));
}

function roundToStep(minutes: number): number {
  return Math.round(minutes / STEP_MINUTES) * STEP_MINUTES;
}

function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
