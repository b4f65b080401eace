import { z } from 'zod';
import { codePartSchema } from '../bugs/code-stack';
import { limitedAccessAreaSchema } from './limited-access';
import { odooCaseSchema } from './odoo-case';

/** How a customer asks to be reached; null: nobody has said, and e-mail is assumed. Source: 000, "Help us help you faster". */
export const preferredContactSchema = z.enum(['email', 'telephone', 'portal']).nullable();

/** What a consultant notes about a ticket that the portal has no field for. It stays on this computer. */
export const ticketDetailsSchema = z.object({
  preferredContact: preferredContactSchema.default(null),
  /** Who called, as they said it; null: nobody wrote it down. Outdoes the contact of the portal. */
  contact: z.object({ name: z.string(), email: z.string(), telephone: z.string() }).nullable().default(null),
  /** The part of the customer's code that shows the fault; null: nobody has said. */
  codePart: codePartSchema.nullable().default(null),
  /** Whether the fault shows on standard data too; null: nobody has tried. */
  isReproducedOnStandardData: z.boolean().nullable().default(null),
  /** What it takes that we have no access to. */
  limitedAccess: z.array(limitedAccessAreaSchema).default([]),
  /** The ticket as it was passed on to Odoo SA; null: it was not. */
  odooCase: odooCaseSchema.nullable().default(null),
});
export type TicketDetails = z.infer<typeof ticketDetailsSchema>;

/** Of a ticket about which nothing was noted. */
export const NO_TICKET_DETAILS: TicketDetails = ticketDetailsSchema.parse({});

/** Who a ticket is about on the customer's side. */
export interface TicketContact {
  readonly name: string | null;
  readonly email: string | null;
  readonly telephone: string | null;
}

/** Who to turn to: as they said it themselves, and by the portal what they did not say. */
export function contactOf({ contact }: Pick<TicketDetails, 'contact'>, onPortal: TicketContact): TicketContact {
  if (contact === null) return onPortal;
  const isSomebodyElse = contact.name !== '' && contact.name !== onPortal.name;
  const known = isSomebodyElse ? { email: null, telephone: null } : onPortal;
  return {
    name: contact.name || onPortal.name,
    email: contact.email || known.email,
    telephone: contact.telephone || known.telephone,
  };
}
