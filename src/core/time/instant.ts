import { z } from 'zod';

/** A point in time: whole milliseconds since 1970-01-01T00:00Z. */
export const instantSchema = z.int().brand<'Instant'>();
export type Instant = z.infer<typeof instantSchema>;

/** Brands epoch milliseconds as an instant. Throws when they are no whole number. */
export function instantFromEpochMs(epochMs: number): Instant {
  return instantSchema.parse(epochMs);
}

/** The instant `milliseconds` later (earlier when negative). */
export function addMs(at: Instant, milliseconds: number): Instant {
  return instantFromEpochMs(at + milliseconds);
}
