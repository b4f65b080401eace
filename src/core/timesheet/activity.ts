import { z } from 'zod';

/** What time without a ticket is spent on. It is never charged. */
export const activitySchema = z.enum(['meeting', 'internal', 'training', 'administration', 'travel']);
export type Activity = z.infer<typeof activitySchema>;
