import { isDeepStrictEqual } from 'node:util';
import { ticketIdSchema } from '@core/ids';
import type { ListedTicket } from '@core/imports/listed-ticket';
import type { TicketWrite } from '@core/imports/plan-tickets';
import type { TicketFields } from '@core/ticket/ticket-fields';
import { mappedMeaning, type TicketMapping } from '@core/ticket/ticket-mapping';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../db/open';
import { deleteListedTicket, readListedTicket, writeListedTicket } from '../db/queries/listed-tickets';
import { noteTicketState } from '../db/queries/state-changes';
import {
  insertTicket,
  moveTicketToCustomer,
  NO_PROJECT,
  readTicket,
  type Ticket,
  updateTicket,
} from '../db/queries/tickets';
import { readTicketFacts, seenStateOf, type TicketFacts, ticketColumnsOf } from '../db/ticket-columns';
import { ticketFieldsOf } from '../db/ticket-outbox';
import type { ListNames } from './list-names';

/** A ticket and what lists have said of it. */
export interface HeldTicket {
  readonly ticket: Ticket;
  /** Null: no list has told of it. */
  readonly listed: ListedTicket | null;
}

/** What an import did to one ticket, so that it can be taken back. `before` is null for one that was not here. */
export interface TicketStep {
  readonly before: HeldTicket | null;
  readonly after: HeldTicket;
}

export interface StoreContext {
  readonly names: ListNames;
  readonly mapping: TicketMapping;
  readonly newId: () => string;
  /** The next number for a ticket whose list has none. */
  readonly nextNumber: () => string;
  readonly at: Instant;
}

/** What a list says of a ticket, by the ids that its names have here. */
async function readSaid({ names }: StoreContext, trx: WorkbenchDatabase, listed: ListedTicket) {
  const stage = await names.stage(trx, listed.stage);
  const tags = await names.tags(trx, listed.tags);
  const colleagues = await names.colleagues(trx, listed.assignees ?? []);
  const mine = names.me === null ? [] : [names.me];
  const fields: TicketFields = {
    title: listed.title,
    descriptionHtml: listed.descriptionHtml,
    stage: { remoteId: stage?.remoteId ?? null, resolution: listed.resolution },
    priority: listed.priority,
    assigneeRemoteIds: listed.assignees === null ? mine : colleagues.map(({ remoteId }) => remoteId),
    tagRemoteIds: tags.map(({ remoteId }) => remoteId),
  };
  return { fields, stage, tagNames: tags.map(({ name }) => name) };
}

/** A list tells how a ticket is, and not since when. */
function seenInListAt(at: Instant) {
  return { stageAt: null, assignmentAt: null, knownAt: at };
}

function contactOf({ contact }: ListedTicket): string | null {
  return contact === '' ? null : contact;
}

async function storeNew(context: StoreContext, trx: WorkbenchDatabase, listed: ListedTicket): Promise<TicketStep> {
  const { names, mapping, at } = context;
  const { fields, stage, tagNames } = await readSaid(context, trx, listed);
  const group = await names.group(trx, listed.group);
  const facts: TicketFacts = {
    stage,
    tagNames,
    isAssignedToMe: names.me !== null && fields.assigneeRemoteIds.includes(names.me),
    mappedMeaning: mappedMeaning(mapping, fields.stage.remoteId),
    recordedEscalation: { kind: 'none' },
  };
  const ticket: Ticket = {
    id: ticketIdSchema.parse(context.newId()),
    remoteId: null,
    number: listed.number ?? (listed.databaseId === null ? context.nextNumber() : `S-${listed.databaseId}`),
    customerId: await names.customer(trx, listed.customer),
    contactName: contactOf(listed),
    contactEmail: null,
    contactPhone: null,
    groupRemoteId: group.remoteId,
    groupName: group.name,
    projectRemoteId: NO_PROJECT,
    ...ticketColumnsOf(fields, facts, { isActive: true, at }),
    portalFields: null,
    portalWorkedSeconds: 0,
    unlistedSeconds: 0,
    goneAt: null,
    registeredAt: listed.registeredAt ?? at,
    changedAt: at,
  };
  await insertTicket(trx, ticket);
  await noteTicketState(trx, ticket.id, seenStateOf(fields, facts), seenInListAt(at));
  await writeListedTicket(trx, ticket.id, listed);
  return { before: null, after: { ticket, listed } };
}

/** The fields of a ticket with those in which its list now says something else; what was changed here stays otherwise. */
function withNews(
  here: TicketFields,
  said: TicketFields,
  isOther: (field: keyof ListedTicket) => boolean,
): TicketFields {
  return {
    title: isOther('title') ? said.title : here.title,
    descriptionHtml: isOther('descriptionHtml') ? said.descriptionHtml : here.descriptionHtml,
    stage: isOther('stage') || isOther('resolution') ? said.stage : here.stage,
    priority: isOther('priority') ? said.priority : here.priority,
    assigneeRemoteIds: isOther('assignees') ? said.assigneeRemoteIds : here.assigneeRemoteIds,
    tagRemoteIds: isOther('tags') ? said.tagRemoteIds : here.tagRemoteIds,
  };
}

async function storeChanged(
  context: StoreContext,
  trx: WorkbenchDatabase,
  ticket: Ticket,
  listed: ListedTicket,
  base: ListedTicket,
): Promise<TicketStep> {
  const { names, at } = context;
  const isOther = (field: keyof ListedTicket) => !isDeepStrictEqual(base[field], listed[field]);
  const said = await readSaid(context, trx, listed);
  const fields = withNews(ticketFieldsOf(ticket), said.fields, isOther);
  const facts = await readTicketFacts(trx, fields, ticket.id);
  await noteTicketState(trx, ticket.id, seenStateOf(fields, facts), seenInListAt(at));
  const { escalationAt, ...columns } = ticketColumnsOf(fields, facts, {
    isActive: ticket.isActive === 1,
    at,
  });
  const group = isOther('group') ? await names.group(trx, listed.group) : null;
  const held = await readListedTicket(trx, ticket.id);
  if (isOther('customer')) await moveTicketToCustomer(trx, ticket.id, await names.customer(trx, listed.customer));
  await updateTicket(trx, ticket.id, {
    ...columns,
    escalationAt: columns.escalationKind === ticket.escalationKind ? ticket.escalationAt : escalationAt,
    ...(isOther('number') && listed.number !== null ? { number: listed.number } : {}),
    ...(isOther('contact') ? { contactName: contactOf(listed) } : {}),
    ...(group === null ? {} : { groupRemoteId: group.remoteId, groupName: group.name }),
    ...(isOther('registeredAt') && listed.registeredAt !== null ? { registeredAt: listed.registeredAt } : {}),
    changedAt: at,
  });
  await writeListedTicket(trx, ticket.id, listed);
  const after = await readTicket(trx, ticket.id);
  return { before: { ticket, listed: held ?? null }, after: { ticket: after ?? ticket, listed } };
}

/**
 * Writes what a row says of a ticket. Only what a list says otherwise than before is taken from it: what a person changed
 * here stays, and so does everything that was recorded.
 */
export async function storeListedTicket(
  context: StoreContext,
  trx: WorkbenchDatabase,
  { id, listed, base }: TicketWrite,
): Promise<TicketStep> {
  const ticket = id === null ? undefined : await readTicket(trx, id);
  return ticket ? storeChanged(context, trx, ticket, listed, base) : storeNew(context, trx, listed);
}

/** Puts back what a ticket and its list said before. Its customer too: whoever calls this settles both. */
export async function restoreHeldTicket(trx: WorkbenchDatabase, { ticket, listed }: HeldTicket): Promise<void> {
  const { id, customerId, ...columns } = ticket;
  await moveTicketToCustomer(trx, id, customerId);
  await updateTicket(trx, id, columns);
  if (listed === null) await deleteListedTicket(trx, id);
  else await writeListedTicket(trx, id, listed);
}
