import { z } from 'zod';
import { ticketIdSchema } from '../ids';
import { instantSchema } from '../time/instant-schema';

/**
 * One reading of the three clocks. `monotonicMs` runs only while the computer is awake and is comparable between
 * readings of one `bootId`; `wall` is what a calendar says and can be set by anybody.
 */
export const clockReadingSchema = z.object({
  wall: instantSchema,
  monotonicMs: z.number(),
  bootId: z.string().min(1),
});
export type ClockReading = z.infer<typeof clockReadingSchema>;

/**
 * Why nobody knows whether work was done: the app gave no sign of life, the computer slept, its screen was locked, it had
 * no input, it was shut down, or the timer ran for so long that it had probably been forgotten.
 */
export const absenceCauseSchema = z.enum(['no-heartbeat', 'sleep', 'lock', 'idle', 'shutdown', 'overrun']);
export type AbsenceCause = z.infer<typeof absenceCauseSchema>;

/** What becomes of a stretch in which nobody knows whether work was done; `give` is work on another ticket. */
export const unknownDecisionSchema = z.enum(['keep', 'discard', 'give']);
export type UnknownDecision = z.infer<typeof unknownDecisionSchema>;

/** Logs from before causes were noted know missing heartbeats and sleep, and call neither by name. */
const gapCauseSchema = absenceCauseSchema.optional();

/** So long before the event a person says that work began; it counts as work. Whoever appends it keeps it clear of earlier work. */
const earlierMsSchema = z.int().positive().optional();

/** The log of a timer is only ever appended to; what it is worth is computed from it. */
export const timerEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), at: clockReadingSchema, earlierMs: earlierMsSchema }),
  z.object({ kind: z.literal('paused'), at: clockReadingSchema }),
  z.object({ kind: z.literal('resumed'), at: clockReadingSchema, earlierMs: earlierMsSchema }),
  z.object({ kind: z.literal('stopped'), at: clockReadingSchema }),
  /** No heartbeat between `from` and `at` (crash, kill, sleep): an unknown interval lies there. The timer runs on at `at`. */
  z.object({
    kind: z.literal('gap-found'),
    from: clockReadingSchema,
    at: clockReadingSchema,
    cause: gapCauseSchema,
  }),
  /** The app came back too late to run on: the timer is paused as of `from`, with an unknown interval until `at`. */
  z.object({
    kind: z.literal('paused-after-gap'),
    from: clockReadingSchema,
    at: clockReadingSchema,
    cause: gapCauseSchema,
  }),
  /**
   * Since `from` nobody is known to be at work. Written when it is noticed, not when it is over: a kill in between must
   * not turn the absence into work. Lasts until the person is back, or the timer is paused, stopped or found again.
   */
  z.object({
    kind: z.literal('away-began'),
    at: clockReadingSchema,
    from: clockReadingSchema,
    cause: absenceCauseSchema,
  }),
  /** The person is back at `at`, and the timer runs on. */
  z.object({ kind: z.literal('away-ended'), at: clockReadingSchema }),
  /**
   * The unknown interval that begins at `unknownFrom` becomes two questions, the second `afterMs` later. After 0 ms it is
   * parted from the one before it and not cut.
   */
  z.object({
    kind: z.literal('unknown-split'),
    at: clockReadingSchema,
    unknownFrom: instantSchema,
    afterMs: z.int().nonnegative(),
  }),
  /** A person decided about the unknown interval that begins at `unknownFrom`. */
  z.object({
    kind: z.literal('unknown-decided'),
    at: clockReadingSchema,
    unknownFrom: instantSchema,
    decision: unknownDecisionSchema,
    /** Where it was given to. */
    givenToTicketId: ticketIdSchema.optional(),
  }),
  /** A person took a decision back: the interval that begins at `unknownFrom` is unknown again. */
  z.object({ kind: z.literal('unknown-reopened'), at: clockReadingSchema, unknownFrom: instantSchema }),
  /** A person said that a timer which has run for long is right. */
  z.object({ kind: z.literal('overrun-confirmed'), at: clockReadingSchema }),
]);
export type TimerEvent = z.infer<typeof timerEventSchema>;
