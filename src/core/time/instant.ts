import type { z } from 'zod';
import type { instantSchema } from './instant-schema';

/** A point in time: whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = z.infer<typeof instantSchema>;

// The schema stands apart: the window counts with instants from its first frame on, and has no use for zod by then.
function isInstant(epochMs: number): epochMs is Instant {
  return Number.isSafeInteger(epochMs);
}

/** Brands epoch milliseconds as an instant. Throws when they are no whole number. */
export function instantFromEpochMs(epochMs: number): Instant {
  if (!isInstant(epochMs)) throw new RangeError(`${epochMs} is no whole number of milliseconds`);
  return epochMs;
}

/** The instant `milliseconds` later (earlier when negative). */
export function addMs(at: Instant, milliseconds: number): Instant {
  return instantFromEpochMs(at + milliseconds);
}
