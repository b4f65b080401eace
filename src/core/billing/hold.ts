import { z } from 'zod';

/**
 * Why a part of a line waits here instead of being sent: the customer has not approved time past the limit, the support
 * pack is used up, or another line of the same consultant says the same time.
 * Source: 001, "The 4 hour rule"; 004, "Prepaid Support packs are a great option for Customer that want 100% control of costs".
 */
export const holdReasonSchema = z.enum(['unapproved', 'pack-empty', 'overlap']);
export type HoldReason = z.infer<typeof holdReasonSchema>;
