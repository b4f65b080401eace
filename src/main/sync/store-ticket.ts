import type { AgreementKind } from '@core/billing/agreement';
import { customerIdSchema, type TicketId, ticketIdSchema } from '@core/ids';
import { agreementsOf, escalationKindOf, ticketStateOf, timeCriticalCategoryOf } from '@core/ticket/portal-mapping';
import type { WorkbenchDatabase } from '../db/open';
import { upsertCustomer } from '../db/queries/customers';
import { upsertTicket } from '../db/queries/tickets';
import type { PortalTicket } from '../portal/portal';
import type { PullContext } from './pull';

/**
 * A customer without an agreement on the portal buys on demand, our reading of 004: "Customers can request any service
 * and will be charged hourly". A ticket without a customer has none at all.
 */
function heldAgreements(tagNames: readonly string[]): AgreementKind[] {
  const held = agreementsOf(tagNames);
  return held.length === 0 ? ['on-demand'] : held;
}

/** Stores a ticket and its customer as the portal has them. Answers its id here and whether it is new or changed. */
export async function storeTicket(
  context: Pick<PullContext, 'newId' | 'now'>,
  trx: WorkbenchDatabase,
  ticket: PortalTicket,
): Promise<{ id: TicketId; isNew: boolean; isChanged: boolean }> {
  const customer = ticket.customer;
  const customerId =
    customer === null
      ? null
      : await upsertCustomer(
          trx,
          {
            id: customerIdSchema.parse(context.newId()),
            remoteId: customer.remoteId,
            name: customer.name,
            email: customer.email,
            phone: customer.phone,
            language: customer.language,
            priceListId: null,
          },
          heldAgreements(customer.tagNames),
        );
  const tagNames = ticket.tags.map(({ name }) => name);
  const escalationKind = escalationKindOf(tagNames);
  return upsertTicket(
    trx,
    {
      id: ticketIdSchema.parse(context.newId()),
      remoteId: ticket.remoteId,
      number: `S-${ticket.remoteId}`,
      title: ticket.title,
      descriptionHtml: ticket.descriptionHtml,
      customerId,
      projectRemoteId: ticket.projectRemoteId,
      projectName: ticket.projectName,
      stageName: ticket.stage?.name ?? null,
      state: ticketStateOf({
        stageName: ticket.stage?.name ?? null,
        isFolded: ticket.stage?.isFolded ?? false,
        isEnded: ticket.resolution !== 'open',
      }),
      isAssignedToMe: ticket.isAssignedToMe && ticket.isActive ? 1 : 0,
      timeCriticalCategory: timeCriticalCategoryOf(tagNames),
      escalationKind,
      escalationAt: escalationKind === 'none' ? null : context.now(),
      portalWorkedSeconds: ticket.workedSecondsOfEverybody,
      unlistedSeconds: 0,
      goneAt: null,
      registeredAt: ticket.registeredAt,
      changedAt: ticket.changedAt,
    },
    { customer: customer?.name ?? '', content: ticket.descriptionHtml.replace(/<[^>]*>/g, ' ') },
  );
}
