import { agreementKindSchema } from '@core/billing/agreement';
import { heldAgreementSchema, termsVersionSchema } from '@core/billing/held-agreement';
import { agreementIdSchema, customerIdSchema } from '@core/ids';
import { z } from 'zod';
import { done, nothing, request } from './request';

const agreementSchema = z.object({
  kind: agreementKindSchema,
  terms: termsVersionSchema,
  /** First and last Stockholm date; null: open on that side. */
  validFrom: z.iso.date().nullable(),
  validUntil: z.iso.date().nullable(),
  origin: z.enum(['typed', 'imported']),
});

/** An agreement that was written down here. */
const agreementViewSchema = agreementSchema.extend({ id: agreementIdSchema, isValid: z.boolean() });
export type AgreementView = z.infer<typeof agreementViewSchema>;

/** What a customer has agreed on. */
const customerAgreementsSchema = z.object({
  customerId: customerIdSchema,
  customerName: z.string(),
  /** The earliest first. */
  local: z.array(agreementViewSchema),
  onPortal: z.array(agreementKindSchema).readonly(),
  /** What holds today. */
  held: z.array(heldAgreementSchema),
});
export type CustomerAgreementsView = z.infer<typeof customerAgreementsSchema>;

/** Customers' agreements. */
export const agreementRequests = {
  'agreements:read': request(nothing, z.array(customerAgreementsSchema)),
  /** An agreement without an id is a new one. */
  'agreements:write': request(
    agreementSchema.extend({ id: agreementIdSchema.nullable(), customerId: customerIdSchema }),
    z.object({ agreementId: agreementIdSchema }),
  ),
  'agreements:delete': request(z.object({ agreementId: agreementIdSchema }), done),
} as const;
