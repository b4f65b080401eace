import { type TimesheetLineId, ticketIdSchema, timesheetLineIdSchema } from '@core/ids';
import { addMs, type Instant } from '@core/time/instant';
import type { Interval } from '@core/time/interval';
import { totalMs } from '@core/time/interval-sets';
import type { LineChange } from '@core/timesheet/change-set';
import type { Line, LineContent } from '@core/timesheet/line-content';
import fc from 'fast-check';
import { MINUTE, stockholm } from '../builders';

export const DAY = '2026-11-23';

/** The line with this number. */
export function lineId(number: number): TimesheetLineId {
  return timesheetLineIdSchema.parse(`01970000-0000-7000-8000-${String(number).padStart(12, '0')}`);
}

export function ticket(number: number) {
  return {
    kind: 'ticket' as const,
    ticketId: ticketIdSchema.parse(`01970000-0000-7000-9000-${String(number).padStart(12, '0')}`),
  };
}

/** From one time of the clock on that day to another, such as `09:15` and `10:45`. */
export function between(from: string, to: string, date = DAY): Interval {
  const startedAt = stockholm(`${date} ${from}`);
  return { startedAt, durationMs: stockholm(`${date} ${to}`) - startedAt };
}

/** A line of half an hour whose length was typed, unless said otherwise. */
export function makeLine(content: Partial<LineContent> = {}, number = 1): Line {
  const { intervals = [] } = content;
  const workedSeconds = intervals.length === 0 ? 1800 : Math.round(totalMs(intervals) / 1000);
  return {
    id: lineId(number),
    content: {
      target: ticket(1),
      date: DAY,
      intervals,
      workedSeconds,
      description: 'Felsökning',
      kindOfWork: 'general-user-support',
      override: null,
      overtimeDecision: null,
      ...content,
    },
  };
}

export const OVERRIDE = {
  verdict: 'not-charged' as const,
  reason: 'Vårt fel',
  by: 'Maja',
  at: stockholm(`${DAY} 12:00`),
};

/** Stretches of work on one day, apart and in order, with odd milliseconds. */
export const timesOfWork: fc.Arbitrary<Interval[]> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 50 * MINUTE }), fc.integer({ min: 1, max: 50 * MINUTE })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pairs) => {
    let at: Instant = stockholm(`${DAY} 07:00`);
    return pairs.map(([pauseMs, durationMs]) => {
      const startedAt = addMs(at, pauseMs);
      at = addMs(startedAt, durationMs);
      return { startedAt, durationMs };
    });
  });

/** Any line, with its seconds rounded as a timer's line among others can be. */
export const anyLine: fc.Arbitrary<Line> = fc
  .tuple(fc.oneof(timesOfWork, fc.constant([])), fc.integer({ min: 2, max: 86_400 }), fc.constantFrom(-1, 0, 1))
  .map(([intervals, typed, rounding]) =>
    makeLine({
      intervals,
      workedSeconds: intervals.length === 0 ? typed : Math.max(1, Math.round(totalMs(intervals) / 1000) + rounding),
    }),
  );

/** Lines by id after these changes. */
export function apply(lines: ReadonlyMap<string, LineContent>, changes: readonly LineChange[]) {
  const after = new Map(lines);
  for (const { lineId: id, after: content } of changes) {
    if (content === null) after.delete(id);
    else after.set(id, content);
  }
  return after;
}

export function byId(lines: readonly Line[]): Map<string, LineContent> {
  return new Map(lines.map(({ id, content }) => [id, content]));
}
