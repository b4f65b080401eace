import { holdReasonSchema } from '@core/billing/hold';
import { kindOfWorkSchema, verdictSchema } from '@core/billing/kind-of-work';
import { ticketIdSchema, timerIdSchema, timesheetLineIdSchema } from '@core/ids';
import { instantSchema } from '@core/time/instant-schema';
import { intervalsSchema } from '@core/time/interval';
import { activitySchema } from '@core/timesheet/activity';
import { changeKindSchema } from '@core/timesheet/change-set';
import { z } from 'zod';

// What the window is shown of timesheet lines, days and weeks.

/** Why nobody knows whether a stretch of time was work. */
export const unknownCauseSchema = z.enum(['no-heartbeat', 'sleep', 'lock', 'idle', 'shutdown', 'overrun']);

/** A line, on its ticket or on its day. */
export const lineViewSchema = z.object({
  id: timesheetLineIdSchema,
  origin: z.enum(['mine', 'colleague']),
  employeeName: z.string(),
  /** Null for time without a ticket, which has an activity. */
  ticketId: ticketIdSchema.nullable(),
  ticketNumber: z.string().nullable(),
  ticketTitle: z.string().nullable(),
  customerName: z.string().nullable(),
  activity: activitySchema.nullable(),
  date: z.string(),
  /** When the work was done, in order; empty for a typed duration. */
  intervals: intervalsSchema,
  workedSeconds: z.int(),
  /** The part of it outside service hours. */
  overtimeSeconds: z.int(),
  overtimeDecision: z.enum(['confirmed', 'waived']).nullable(),
  description: z.string(),
  kindOfWork: kindOfWorkSchema,
  verdict: verdictSchema,
  /** Which document and sentence decided the verdict; null for a verdict nobody derived. */
  verdictSource: z.object({ document: z.string(), sentence: z.string() }).nullable(),
  /** Not null: the consultant decided the verdict, for this reason; of the line itself, or of its kind of work. */
  override: z.object({ reason: z.string(), by: z.string(), at: instantSchema, isOfLine: z.boolean() }).nullable(),
  /** The part that waits here, at the end of the work. */
  heldSeconds: z.int(),
  holdReason: holdReasonSchema.nullable(),
  sync: z.enum([
    'needs-description',
    'too-short',
    'held',
    'kept-here',
    'waiting',
    'parked',
    'given-up',
    'gone',
    'sent',
  ]),
});
export type LineView = z.infer<typeof lineViewSchema>;

/** The sums of a day or a week. */
export const timesheetTotalsViewSchema = z.object({
  workedSeconds: z.int(),
  /** What these lines add to the charge of their tickets; minimum and rounding included. */
  chargedMinutes: z.int(),
  includedSeconds: z.int(),
  notChargedSeconds: z.int(),
  unapprovedSeconds: z.int(),
  notYetSentSeconds: z.int(),
});
export type TimesheetTotalsView = z.infer<typeof timesheetTotalsViewSchema>;

/** Time nobody has decided about. Touching stretches of one absence are one. */
export const undecidedViewSchema = z.object({
  timerId: timerIdSchema,
  ticketId: ticketIdSchema,
  ticketNumber: z.string(),
  ticketTitle: z.string(),
  from: instantSchema,
  until: instantSchema,
  durationSeconds: z.int(),
  cause: unknownCauseSchema,
  /** It has not ended yet: it can be answered when somebody is back. */
  isGoingOn: z.boolean(),
});
export type UndecidedView = z.infer<typeof undecidedViewSchema>;

export const timesheetDayViewSchema = z.object({
  date: z.string(),
  isWorkingDay: z.boolean(),
  /** In order of time, those without a clock time last. */
  lines: z.array(lineViewSchema),
  /** What open timers have recorded on this day. */
  timers: z.array(
    z.object({
      timerId: timerIdSchema,
      ticketId: ticketIdSchema,
      ticketNumber: z.string(),
      ticketTitle: z.string(),
      state: z.enum(['running', 'paused']),
      intervals: intervalsSchema,
    }),
  ),
  /** Unrecorded time between the first and the last work of the day, within service hours. */
  gaps: intervalsSchema,
  /** Stretches that two lines or timers claim. */
  overlaps: z.array(
    z.object({ startedAt: instantSchema, durationMs: z.int(), lineIds: z.array(timesheetLineIdSchema) }),
  ),
  totals: timesheetTotalsViewSchema,
});
export type TimesheetDayView = z.infer<typeof timesheetDayViewSchema>;

const undoViewSchema = z.object({
  kind: changeKindSchema,
  lineCount: z.int(),
});

/** One day, or the seven of a week. */
export const timesheetViewSchema = z.object({
  days: z.array(timesheetDayViewSchema),
  totals: timesheetTotalsViewSchema,
  /** All time that waits for a decision, of whatever day, oldest first. */
  undecided: z.array(undecidedViewSchema),
  /** What *undo* would take back; null: nothing. */
  undo: undoViewSchema.nullable(),
  redo: undoViewSchema.nullable(),
});
export type TimesheetView = z.infer<typeof timesheetViewSchema>;
