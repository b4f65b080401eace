import { kindOfWorkSchema } from '@core/billing/kind-of-work';
import { ticketIdSchema, timerIdSchema } from '@core/ids';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';
import { meterViewSchema } from './limit-views';
import { unknownCauseSchema } from './timesheet-views';

export const unknownIntervalViewSchema = z.object({
  from: instantSchema,
  until: instantSchema,
  durationSeconds: z.int(),
  cause: unknownCauseSchema,
  /** It has not ended yet. */
  isGoingOn: z.boolean(),
});

export const timerViewSchema = z.object({
  id: timerIdSchema,
  state: z.enum(['running', 'paused', 'stopped']),
  ticketId: ticketIdSchema,
  ticketNumber: z.string(),
  ticketTitle: z.string(),
  customerName: z.string().nullable(),
  kindOfWork: kindOfWorkSchema,
  /** Work so far; unknown intervals that nobody decided about are not in it. */
  workedSeconds: z.int(),
  /** One for each absence. */
  unknownIntervals: z.array(unknownIntervalViewSchema),
  /** Since when nobody is known to be at work; null while somebody is. That time is not in `workedSeconds`. */
  away: z.object({ since: instantSchema, cause: unknownCauseSchema }).nullable(),
  meter: meterViewSchema,
});
export type TimerView = z.infer<typeof timerViewSchema>;

export const timersViewSchema = z.object({
  running: timerViewSchema.nullable(),
  /** The one that was paused last comes first. */
  paused: z.array(timerViewSchema),
  /** Stopped timers that still have unknown intervals nobody decided about: asked until answered, never charged before. */
  unanswered: z.array(timerViewSchema),
  /** The running timer has gone on for so long that it is asked whether that is right. */
  overrun: z
    .object({
      timerId: timerIdSchema,
      ticketNumber: z.string(),
      reason: z.enum(['after-hours', 'too-long']),
      /** When somebody last touched the computer: the proposed end. */
      lastActivityAt: instantSchema,
    })
    .nullable(),
  /** A ticket that is being worked on without a timer. */
  nudge: z
    .object({ ticketId: ticketIdSchema, ticketNumber: z.string(), ticketTitle: z.string(), since: instantSchema })
    .nullable(),
  /** The latest moment up to which work is recorded: a timer cannot start earlier. */
  recordedUntil: instantSchema.nullable(),
});
export type TimersView = z.infer<typeof timersViewSchema>;

export const warningViewSchema = z.object({
  ticketId: ticketIdSchema,
  ticketNumber: z.string(),
  thresholdPermille: z.int(),
  countedSeconds: z.int(),
  leftSeconds: z.int(),
});
export type WarningView = z.infer<typeof warningViewSchema>;

/** Whether the running time reaches the disk. */
export const recordingViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('working') }),
  z.object({
    kind: z.literal('failing'),
    since: instantSchema,
    reason: z.enum(['disk-full', 'database-failed', 'internal']),
  }),
]);
export type RecordingView = z.infer<typeof recordingViewSchema>;
