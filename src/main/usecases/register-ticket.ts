import { type CustomerId, operationIdSchema, type TicketId, ticketIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { formatMessageHtml } from '@core/ticket/message-html';
import type { TicketContact } from '@core/ticket/ticket-details';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../db/open';
import { readCustomer } from '../db/queries/customers';
import { enqueue, forgetEntry, listEntriesOf } from '../db/queries/outbox';
import { readUserRemoteId } from '../db/queries/portal-facts';
import { readPortalLists } from '../db/queries/portal-lists';
import { noteTicketState } from '../db/queries/state-changes';
import {
  countNewTickets,
  deleteTicket,
  insertTicket,
  isTicketUntouched,
  NO_PROJECT,
  readTicket,
  type Ticket,
} from '../db/queries/tickets';
import { readTicketFacts, seenStateOf, ticketColumnsOf } from '../db/ticket-columns';
import { announceTicket } from './change-ticket';
import type { Workbench } from './workbench';

/** A ticket that is registered here, by telephone for instance. */
export interface TicketToRegister {
  readonly title: string;
  /** Plain text; an empty line begins a new paragraph. */
  readonly description: string;
  readonly customerId: CustomerId | null;
  /** The project or team it is put in. */
  readonly groupRemoteId: number;
  readonly tagRemoteIds: readonly number[];
  /** The description as it is, where it is more than plain text. */
  readonly descriptionHtml?: string;
  /** Missing: nobody at the customer's is named. */
  readonly contact?: TicketContact;
}

export type RegisterTicketFailure =
  /** The customer, or the project or team, is not known here. */
  | { readonly kind: 'not-found' }
  /** Nobody has asked the portal yet who the user is. */
  | { readonly kind: 'not-brought-yet' };

export type Registered = Outcome<{ ticketId: TicketId; number: string }, RegisterTicketFailure>;

/** What a new ticket is to say, by what is known here. */
export interface NewTicket {
  readonly id: TicketId;
  readonly userRemoteId: number;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly customerId: CustomerId | null;
  readonly contact: Pick<Ticket, 'contactName' | 'contactEmail' | 'contactPhone'>;
  readonly group: { readonly remoteId: number; readonly name: string };
  readonly tagRemoteIds: readonly number[];
}

/**
 * Writes a new ticket of mine, and what tells the portal of it. Answers the number by which it is known here until the
 * portal gives it another one.
 */
export async function writeNewTicket(
  { newId }: Pick<Workbench, 'newId'>,
  trx: WorkbenchDatabase,
  ticket: NewTicket,
  at: Instant,
): Promise<string> {
  const fields = {
    title: ticket.title,
    descriptionHtml: ticket.descriptionHtml,
    // Which stage comes first is the portal's to say.
    stage: { remoteId: null, resolution: 'open' as const },
    priority: '0',
    assigneeRemoteIds: [ticket.userRemoteId],
    tagRemoteIds: [...new Set(ticket.tagRemoteIds)].toSorted((a, b) => a - b),
  };
  const facts = await readTicketFacts(trx, fields, null);
  const number = `N-${(await countNewTickets(trx)) + 1}`;
  await insertTicket(trx, {
    id: ticket.id,
    remoteId: null,
    number,
    customerId: ticket.customerId,
    ...ticket.contact,
    groupRemoteId: ticket.group.remoteId,
    groupName: ticket.group.name,
    // Where time goes is the portal's to say; it comes with the ticket's id.
    projectRemoteId: NO_PROJECT,
    ...ticketColumnsOf(fields, facts, { isActive: true, at }),
    portalFields: null,
    portalWorkedSeconds: 0,
    unlistedSeconds: 0,
    goneAt: null,
    registeredAt: at,
    changedAt: at,
  });
  await noteTicketState(trx, ticket.id, seenStateOf(fields, facts), { stageAt: at, assignmentAt: at, knownAt: at });
  await enqueue(trx, {
    id: operationIdSchema.parse(newId()),
    operation: { kind: 'create-ticket', ticketId: ticket.id },
    dependsOn: null,
    at,
  });
  return number;
}

/** Registers a ticket of mine in a transaction of the caller's, who announces it. */
export async function registerTicketIn(
  workbench: Pick<Workbench, 'newId'>,
  trx: WorkbenchDatabase,
  request: TicketToRegister,
  at: Instant,
): Promise<Registered> {
  const userRemoteId = await readUserRemoteId(trx);
  if (userRemoteId === null) return fail({ kind: 'not-brought-yet' });
  const lists = await readPortalLists(trx);
  const group = lists.groups.find(({ remoteId }) => remoteId === request.groupRemoteId);
  if (!group) return fail({ kind: 'not-found' });
  const customer = request.customerId === null ? null : await readCustomer(trx, request.customerId);
  if (customer === undefined) return fail({ kind: 'not-found' });
  const ticketId = ticketIdSchema.parse(workbench.newId());
  const { title, description, descriptionHtml, contact, tagRemoteIds } = request;
  const ticket: NewTicket = {
    id: ticketId,
    userRemoteId,
    title,
    descriptionHtml: descriptionHtml ?? formatMessageHtml(description),
    customerId: customer?.id ?? null,
    contact: {
      contactName: contact?.name ?? null,
      contactEmail: contact?.email ?? null,
      contactPhone: contact?.telephone ?? null,
    },
    group,
    tagRemoteIds,
  };
  return succeed({ ticketId, number: await writeNewTicket(workbench, trx, ticket, at) });
}

/**
 * Registers a ticket of mine. It can be worked on at once; the portal gets it with the next sync, and what is recorded on
 * it follows. Until then it is known by a number of this computer.
 */
export async function registerTicket(workbench: Workbench, request: TicketToRegister): Promise<Registered> {
  const at = workbench.clock.read().wall;
  const registered = await workbench.database
    .transaction()
    .execute((trx) => registerTicketIn(workbench, trx, request, at));
  if (registered.ok) announceTicket(workbench, registered.value.ticketId);
  return registered;
}

/**
 * Takes a ticket back that was registered here. Only as long as the portal cannot have it and nothing was recorded on it;
 * answers whether it was.
 */
export async function unregisterTicket(workbench: Workbench, ticketId: TicketId): Promise<boolean> {
  const isTakenBack = await workbench.database.transaction().execute(async (trx) => {
    const ticket = await readTicket(trx, ticketId);
    if (!ticket || ticket.remoteId !== null) return false;
    const entries = await listEntriesOf(trx, ticketId);
    const wasSent = entries.some(({ attempts, state }) => attempts > 0 || state !== 'waiting');
    if (wasSent || !(await isTicketUntouched(trx, ticketId))) return false;
    for (const { id } of entries) await forgetEntry(trx, id);
    await deleteTicket(trx, ticketId);
    return true;
  });
  if (isTakenBack) announceTicket(workbench, ticketId);
  return isTakenBack;
}
