import { z } from 'zod';

/**
 * Whether a portal tells of prepaid hours: it does, it sells none (an Odoo without sales of timesheets), or it does and
 * this user may not see them.
 */
export const prepaidHoursAnswerSchema = z.enum(['readable', 'not-sold', 'not-shown']);
export type PrepaidHoursAnswer = z.infer<typeof prepaidHoursAnswerSchema>;
