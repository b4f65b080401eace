import type { AgreementKind } from '@core/billing/agreement';
import { customerIdSchema, type TicketId, ticketConflictIdSchema, ticketIdSchema } from '@core/ids';
import { mergeTicket } from '@core/ticket/merge-ticket';
import { isSameField, type TicketFields } from '@core/ticket/ticket-fields';
import { agreementsOfTags, mappedMeaning, type TicketMapping } from '@core/ticket/ticket-mapping';
import type { WorkbenchDatabase } from '../db/open';
import { upsertCustomer } from '../db/queries/customers';
import { listOpenEntriesOf } from '../db/queries/outbox';
import { readTicketMapping } from '../db/queries/portal-facts';
import { noteTicketState } from '../db/queries/state-changes';
import { keepConflict } from '../db/queries/ticket-conflicts';
import { NO_PROJECT, readTicketByRemoteId, upsertTicket } from '../db/queries/tickets';
import {
  readRecordedEscalation,
  readTicketFacts,
  seenStateOf,
  type TicketFacts,
  ticketColumnsOf,
} from '../db/ticket-columns';
import { planTicketOutbox, portalFieldsOf, ticketFieldsOf } from '../db/ticket-outbox';
import type { PortalCustomer, PortalTicket } from '../portal/portal';
import { factsOfRow, noteTicketNews } from './note-news';
import type { PullContext } from './pull';

/**
 * A customer without an agreement on the portal buys on demand, our reading of 004: "Customers can request any service
 * and will be charged hourly". A ticket without a customer has none at all.
 */
function heldAgreements({ tags }: PortalCustomer, mapping: TicketMapping): AgreementKind[] {
  const held = agreementsOfTags(tags, mapping);
  return held.length === 0 ? ['on-demand'] : held;
}

/** What of a ticket can be changed on both sides, as the portal has it. */
export function fieldsOnPortal(ticket: PortalTicket): TicketFields {
  return {
    title: ticket.title,
    descriptionHtml: ticket.descriptionHtml,
    stage: { remoteId: ticket.stage?.remoteId ?? null, resolution: ticket.resolution },
    priority: ticket.priority,
    assigneeRemoteIds: ticket.assigneeRemoteIds,
    tagRemoteIds: ticket.tags.map(({ remoteId }) => remoteId),
  };
}

/** What a ticket is called as long as nobody gives it another name. */
export function ticketNumberOf(remoteId: number): string {
  return `S-${remoteId}`;
}

/**
 * What the fields point to. The portal's own ticket says it of its fields; where a change of ours stands, the lists that
 * are kept here do.
 */
async function factsOf(
  trx: WorkbenchDatabase,
  fields: TicketFields,
  ticket: PortalTicket,
  knownId: TicketId | null,
): Promise<TicketFacts> {
  const there = fieldsOnPortal(ticket);
  const isAsThere = (['stage', 'tagRemoteIds', 'assigneeRemoteIds'] as const).every((field) =>
    isSameField(field, fields, there),
  );
  if (!isAsThere) return readTicketFacts(trx, fields, knownId);
  return {
    stage: ticket.stage,
    tagNames: ticket.tags.map(({ name }) => name),
    isAssignedToMe: ticket.isAssignedToMe,
    mappedMeaning: mappedMeaning(await readTicketMapping(trx), fields.stage.remoteId),
    recordedEscalation: await readRecordedEscalation(trx, knownId),
  };
}

/** What attempts at a change of this ticket have sent: each may have had its effect without an answer. */
async function sentOf(trx: WorkbenchDatabase, ticketId: TicketId): Promise<readonly TicketFields[]> {
  const entries = await listOpenEntriesOf(trx, ticketId);
  return entries.flatMap(({ operation }) => (operation.kind === 'update-ticket' ? operation.sent : []));
}

/**
 * Stores a ticket and its customer as the portal has them. What was changed here and waits stays; what both sides changed
 * is kept as a conflict, and what is news about it is noted. Answers its id here and whether it is new or changed.
 */
export async function storeTicket(
  context: Pick<PullContext, 'newId' | 'now'>,
  trx: WorkbenchDatabase,
  ticket: PortalTicket,
): Promise<{ id: TicketId; isNew: boolean; isChanged: boolean }> {
  const { customer, contact } = ticket;
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
          heldAgreements(customer, await readTicketMapping(trx)),
        );
  const there = fieldsOnPortal(ticket);
  const known = await readTicketByRemoteId(trx, ticket.remoteId);
  const base = known ? portalFieldsOf(known) : null;
  const merge =
    known && base
      ? mergeTicket({ base, sent: await sentOf(trx, known.id), here: ticketFieldsOf(known), there })
      : { merged: there, conflicts: [] };
  const facts = await factsOf(trx, merge.merged, ticket, known?.id ?? null);
  const columns = ticketColumnsOf(merge.merged, facts, {
    isActive: ticket.isActive && ticket.isFollowed,
    at: context.now(),
  });
  const stored = await upsertTicket(trx, {
    id: ticketIdSchema.parse(context.newId()),
    remoteId: ticket.remoteId,
    number: ticket.number ?? ticketNumberOf(ticket.remoteId),
    customerId,
    contactName: contact?.name ?? null,
    contactEmail: contact?.email ?? null,
    contactPhone: contact?.phone ?? null,
    groupRemoteId: ticket.groupRemoteId,
    groupName: ticket.groupName,
    projectRemoteId: ticket.projectRemoteId ?? NO_PROJECT,
    ...columns,
    portalFields: JSON.stringify(there),
    portalWorkedSeconds: ticket.workedSecondsOfEverybody,
    unlistedSeconds: 0,
    goneAt: null,
    registeredAt: ticket.registeredAt,
    changedAt: ticket.changedAt,
  });
  // Whose the ticket is, no server says since when; and what came by two changes has the time of the last.
  await noteTicketState(trx, stored.id, seenStateOf(merge.merged, facts), {
    stageAt: isSameField('stage', merge.merged, there) ? ticket.stageChangedAt : null,
    assignmentAt: null,
    knownAt: ticket.changedAt,
  });
  const before = known ? factsOfRow(known) : null;
  await noteTicketNews(context, trx, { id: stored.id, changedAt: ticket.changedAt }, before, factsOfRow(columns));
  for (const conflict of merge.conflicts) {
    const id = ticketConflictIdSchema.parse(context.newId());
    await keepConflict(trx, { id, ticketId: stored.id, foundAt: context.now(), conflict });
  }
  if (known && base) await planTicketOutbox(trx, stored.id, context, context.now());
  return stored;
}
