import { z } from 'zod';
import { serviceSchema } from '../billing/service';

const nameSchema = z.string().trim().max(200);

/** What is noted about a customer that the portal has no field for. It stays on this computer. */
export const customerDetailsSchema = z.object({
  /** Where the customer's own Odoo is; empty: not known. */
  odooAddress: z.string().trim().max(500).default(''),
  /** The services it holds beside agreements. */
  services: z.array(serviceSchema).default([]),
  /** Whether somebody there has an account on the portal; null: nobody has said. */
  hasPortalAccount: z.boolean().nullable().default(null),
  /** Whom the customer calls first. */
  consultant: nameSchema.default(''),
  /** Who gives out portal accounts. Source: 000, "Contact your Business Consultant for a free portal user account". */
  businessConsultant: nameSchema.default(''),
});
export type CustomerDetails = z.infer<typeof customerDetailsSchema>;

/** Of a customer about whom nothing was noted. */
export const NO_CUSTOMER_DETAILS: CustomerDetails = customerDetailsSchema.parse({});
