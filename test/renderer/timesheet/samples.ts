import { ticketIdSchema, timerIdSchema, timesheetLineIdSchema } from '@core/ids';
import { instantFromEpochMs } from '@core/time/instant';
import type { Interval } from '@core/time/interval';
import type { LineView, TimesheetDayView, TimesheetTotalsView } from '@ipc/timesheet-views';

const uuid = (number: number) => `01980000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const lineId = (number: number) => timesheetLineIdSchema.parse(uuid(number));
export const ticketId = (number: number) => ticketIdSchema.parse(uuid(1000 + number));
export const timerId = (number: number) => timerIdSchema.parse(uuid(2000 + number));

/** In winter, when Stockholm is an hour ahead. */
export const at = (date: string, clock: string) => instantFromEpochMs(Date.parse(`${date}T${clock}:00+01:00`));

/** `09:15-10:45` on a date. */
export function stretch(date: string, hours: string): Interval {
  const [from = '', to = ''] = hours.split('-');
  return { startedAt: at(date, from), durationMs: at(date, to) - at(date, from) };
}

/** A line of a date; its hours, or its length in seconds. */
export function line(
  number: number,
  date: string,
  hours: readonly string[] | number,
  more: Partial<LineView> = {},
): LineView {
  const intervals = typeof hours === 'number' ? [] : hours.map((one) => stretch(date, one));
  const lengthMs = intervals.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return {
    id: lineId(number),
    origin: 'mine',
    employeeName: 'Sanna',
    ticketId: ticketId(1),
    ticketNumber: 'S-1001',
    ticketTitle: 'Order cannot be confirmed',
    customerName: 'Exempel AB',
    activity: null,
    date,
    intervals,
    workedSeconds: typeof hours === 'number' ? hours : lengthMs / 1000,
    overtimeSeconds: 0,
    overtimeDecision: null,
    description: 'Looked at the order',
    kindOfWork: 'general-user-support',
    verdict: 'chargeable',
    verdictSource: null,
    override: null,
    heldSeconds: 0,
    holdReason: null,
    sync: 'sent',
    ...more,
  };
}

export const NO_TOTALS: TimesheetTotalsView = {
  workedSeconds: 0,
  chargedMinutes: 0,
  includedSeconds: 0,
  notChargedSeconds: 0,
  unapprovedSeconds: 0,
  notYetSentSeconds: 0,
};

export function day(date: string, lines: readonly LineView[], more: Partial<TimesheetDayView> = {}): TimesheetDayView {
  return {
    date,
    isWorkingDay: true,
    lines: [...lines],
    timers: [],
    gaps: [],
    overlaps: [],
    totals: NO_TOTALS,
    ...more,
  };
}

export function timer(number: number, date: string, hours: readonly string[], state: 'running' | 'paused' = 'running') {
  return {
    timerId: timerId(number),
    ticketId: ticketId(number),
    ticketNumber: `S-${1000 + number}`,
    ticketTitle: 'VAT report',
    state,
    intervals: hours.map((one) => stretch(date, one)),
  };
}
