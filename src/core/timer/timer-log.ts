import { z } from 'zod';
import { instantSchema } from '../time/instant';

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

/** What becomes of a stretch in which nobody knows whether work was done. */
export const unknownDecisionSchema = z.enum(['keep', 'discard']);
export type UnknownDecision = z.infer<typeof unknownDecisionSchema>;

/** The log of a timer is only ever appended to; what it is worth is computed from it. */
export const timerEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), at: clockReadingSchema }),
  z.object({ kind: z.literal('paused'), at: clockReadingSchema }),
  z.object({ kind: z.literal('resumed'), at: clockReadingSchema }),
  z.object({ kind: z.literal('stopped'), at: clockReadingSchema }),
  /** No heartbeat between `from` and `at` (crash, kill, sleep): an unknown interval lies there. The timer runs on at `at`. */
  z.object({ kind: z.literal('gap-found'), from: clockReadingSchema, at: clockReadingSchema }),
  /** The app came back too late to run on: the timer is paused as of `from`, with an unknown interval until `at`. */
  z.object({ kind: z.literal('paused-after-gap'), from: clockReadingSchema, at: clockReadingSchema }),
  /** A person decided about the unknown interval that begins at `unknownFrom`. */
  z.object({
    kind: z.literal('unknown-decided'),
    at: clockReadingSchema,
    unknownFrom: instantSchema,
    decision: unknownDecisionSchema,
  }),
]);
export type TimerEvent = z.infer<typeof timerEventSchema>;
