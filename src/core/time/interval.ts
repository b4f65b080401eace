import { z } from 'zod';
import { addMs, type Instant } from './instant';
import { instantSchema } from './instant-schema';

/** A half-open stretch of time: it begins at `startedAt` and ends before `startedAt + durationMs`. */
export const intervalSchema = z.object({ startedAt: instantSchema, durationMs: z.int().positive() }).readonly();
export type Interval = z.infer<typeof intervalSchema>;

/** Stretches of time in order, none of which overlaps another. */
export const intervalsSchema = z.array(intervalSchema).readonly();

/** The instant before which an interval ends. */
export function endOf({ startedAt, durationMs }: Interval): Instant {
  return addMs(startedAt, durationMs);
}
