import { z } from 'zod';

/** What was done in a stretch of work. One per row of the coverage table. */
export const kindOfWorkSchema = z.enum([
  'infrastructure-question',
  'delivery-question',
  'licence-question',
  'server-resource-provision',
  'resource-sale',
  'architecture-change',
  'technical-support',
  'configuration-outside-pool',
  'general-user-support',
  'bug-analysis',
  'fix-in-regular-patch',
  'fix-outside-regular-patch',
  'own-localisation-fix',
  'customer-or-third-party-code-fix',
  'version-upgrade',
  'configuration-change',
  'database-correction',
  'training-or-customisation',
  'new-functionality',
  'data-import-export',
  'restore-or-new-instance',
  'pay-per-use-service',
  'external-application',
  'customer-network-or-third-party',
  'dns',
  'internal',
  'own-decision-not-charged',
]);
export type KindOfWork = z.infer<typeof kindOfWorkSchema>;

/** Whether time is charged, and under what. Every timesheet line has one. */
export const verdictSchema = z.enum(['chargeable', 'included', 'always-separate', 'not-charged', 'undecided']);
export type Verdict = z.infer<typeof verdictSchema>;

/** What somebody can say instead of the terms. */
export const decidedVerdictSchema = verdictSchema.exclude(['undecided']);
