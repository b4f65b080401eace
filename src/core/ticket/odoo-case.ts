import { z } from 'zod';
import { addDays, daysBetween } from '../time/stockholm-days';

/** Source: 003, "Tickets will auto close if a response is not received back after Support replies and seven days have passed." */
export const ODOO_CLOSES_AFTER_DAYS = 7;

/** On which day after an unanswered reply we warn: two days are left then. */
export const ODOO_CLOSING_WARNED_AFTER_DAYS = 5;

/** A ticket passed on to Odoo SA. Dates are Stockholm's, such as `2026-11-23`. */
export const odooCaseSchema = z.object({
  /** Odoo SA's number of the case. */
  reference: z.string().trim().min(1).max(60),
  state: z.enum(['waiting-for-odoo', 'odoo-replied', 'closed']),
  /** When Odoo SA replied last; null: not yet. */
  lastReplyOn: z.iso.date().nullable(),
});
export type OdooCase = z.infer<typeof odooCaseSchema>;

/** Where a case at Odoo SA stands for us. */
export type OdooCaseStanding =
  | { readonly kind: 'waiting-for-odoo' }
  /** It is our turn, and there is time. */
  | { readonly kind: 'answer-expected'; readonly closesOn: string; readonly daysLeft: number }
  /** It is our turn, and the case is about to be closed. */
  | { readonly kind: 'closing-soon'; readonly closesOn: string; readonly daysLeft: number }
  /** Seven days have passed: Odoo SA has closed it by itself, unless somebody answered there. */
  | { readonly kind: 'closed-unanswered'; readonly closedOn: string }
  | { readonly kind: 'closed' };

/**
 * Where a case stands on a Stockholm date. Source: 003, "Tickets will auto close if a response is not received back after
 * Support replies and seven days have passed"; the warning on the fifth day is ours.
 */
export function standingOfOdooCase({ state, lastReplyOn }: OdooCase, today: string): OdooCaseStanding {
  if (state === 'closed') return { kind: 'closed' };
  if (state === 'waiting-for-odoo' || lastReplyOn === null) return { kind: 'waiting-for-odoo' };
  const closesOn = addDays(lastReplyOn, ODOO_CLOSES_AFTER_DAYS);
  const daysLeft = daysBetween(today, closesOn);
  if (daysLeft <= 0) return { kind: 'closed-unanswered', closedOn: closesOn };
  const isSoon = daysBetween(lastReplyOn, today) >= ODOO_CLOSING_WARNED_AFTER_DAYS;
  return { kind: isSoon ? 'closing-soon' : 'answer-expected', closesOn, daysLeft };
}
