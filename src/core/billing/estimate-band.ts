import { z } from 'zod';

/**
 * The bands in which an estimate is given. Source: 001, "you will receive the following general estimates of work":
 * more or less than 10 hours, more or less than 20 hours, or a specific estimate.
 */
export const estimateBandSchema = z.enum(['under-10', 'over-10', 'under-20', 'over-20', 'specific']);
export type EstimateBand = z.infer<typeof estimateBandSchema>;

/** The bands whose approval sets a limit. *More than* sets none: a following estimate is needed. */
export const approvableBandSchema = z.enum(['under-10', 'under-20', 'specific']);
export type ApprovableBand = z.infer<typeof approvableBandSchema>;

/** How a customer's approval reached us. */
export const approvalChannelSchema = z.enum(['email', 'phone', 'portal', 'in-person']);
export type ApprovalChannel = z.infer<typeof approvalChannelSchema>;

/** What a consultant decided when a ticket reached its limit. *Approval received* is an approval of its own. */
export const limitDecisionSchema = z.enum(['ask-customer', 'not-charged', 'stop']);
export type LimitDecision = z.infer<typeof limitDecisionSchema>;
