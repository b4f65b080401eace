import { z } from 'zod';

/** The agreements a customer can hold. Source: 004, "We offer 3 types of Support agreements", and its prepaid Support Packs. */
export const agreementKindSchema = z.enum(['on-demand', 'support-pack', 'patch', 'maintenance-and-support']);
export type AgreementKind = z.infer<typeof agreementKindSchema>;
