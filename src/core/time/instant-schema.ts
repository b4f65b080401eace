import { z } from 'zod';

/** An instant as it comes from outside: whole milliseconds since 1970-01-01T00:00Z. */
export const instantSchema = z.int().brand<'Instant'>();
