import { customerDetailsSchema } from '@core/customer/customer-details';
import { customerIdSchema, ticketIdSchema } from '@core/ids';
import { ticketDetailsSchema } from '@core/ticket/ticket-details';
import { z } from 'zod';
import { detailsViewSchema, stepsAnswersSchema } from '../details-views';
import { done, request } from './request';

const references = z.array(z.string().trim().min(1).max(500)).max(50);

/** A schema's fields, each of which may be left out; a default would put something in the place of what was left out. */
const ticketChanges = z.object({
  preferredContact: ticketDetailsSchema.shape.preferredContact.unwrap(),
  codePart: ticketDetailsSchema.shape.codePart.unwrap(),
  isReproducedOnStandardData: ticketDetailsSchema.shape.isReproducedOnStandardData.unwrap(),
  limitedAccess: ticketDetailsSchema.shape.limitedAccess.unwrap(),
  odooCase: ticketDetailsSchema.shape.odooCase.unwrap(),
});
const customerChanges = z.object({
  odooAddress: customerDetailsSchema.shape.odooAddress.unwrap(),
  services: customerDetailsSchema.shape.services.unwrap(),
  hasPortalAccount: customerDetailsSchema.shape.hasPortalAccount.unwrap(),
  consultant: customerDetailsSchema.shape.consultant.unwrap(),
  businessConsultant: customerDetailsSchema.shape.businessConsultant.unwrap(),
});

/** What is behind a ticket, and what consultants note about it and its customer. */
export const detailsRequests = {
  'details:read': request(z.object({ ticketId: ticketIdSchema }), detailsViewSchema),
  /** What is left out stays. Answers what was noted before: noted again, it takes this back. */
  'details:note-ticket': request(
    z.object({
      ticketId: ticketIdSchema,
      notes: z.object({
        details: ticketChanges.partial().optional(),
        references: references.optional(),
        steps: stepsAnswersSchema.partial().optional(),
      }),
    }),
    z.object({ before: z.object({ details: ticketDetailsSchema, references, steps: stepsAnswersSchema }) }),
  ),
  'details:note-customer': request(
    z.object({ customerId: customerIdSchema, changes: customerChanges.partial() }),
    z.object({ before: customerDetailsSchema }),
  ),
  /** Opens the person's mail program or telephone for somebody at a customer's. */
  'details:contact': request(z.object({ method: z.enum(['email', 'telephone']), value: z.string().max(300) }), done),
} as const;
