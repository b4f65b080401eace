import { type CustomerId, operationIdSchema, type TicketId, ticketIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { formatMessageHtml } from '@core/ticket/message-html';
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
}

export type RegisterTicketFailure =
  /** The customer, or the project or team, is not known here. */
  | { readonly kind: 'not-found' }
  /** Nobody has asked the portal yet who the user is. */
  | { readonly kind: 'not-brought-yet' };

type Registered = Outcome<{ ticketId: TicketId; number: string }, RegisterTicketFailure>;

/**
 * Registers a ticket of mine. It can be worked on at once; the portal gets it with the next sync, and what is recorded on
 * it follows. Until then it is known by a number of this computer.
 */
export async function registerTicket(workbench: Workbench, request: TicketToRegister): Promise<Registered> {
  const at = workbench.clock.read().wall;
  const ticketId = ticketIdSchema.parse(workbench.newId());
  const registered = await workbench.database.transaction().execute(async (trx): Promise<Registered> => {
    const userRemoteId = await readUserRemoteId(trx);
    if (userRemoteId === null) return fail({ kind: 'not-brought-yet' });
    const lists = await readPortalLists(trx);
    const group = lists.groups.find(({ remoteId }) => remoteId === request.groupRemoteId);
    if (!group) return fail({ kind: 'not-found' });
    const customer = request.customerId === null ? null : await readCustomer(trx, request.customerId);
    if (customer === undefined) return fail({ kind: 'not-found' });
    const fields = {
      title: request.title,
      descriptionHtml: formatMessageHtml(request.description),
      // Which stage comes first is the portal's to say.
      stage: { remoteId: null, resolution: 'open' as const },
      priority: '0',
      assigneeRemoteIds: [userRemoteId],
      tagRemoteIds: [...new Set(request.tagRemoteIds)].toSorted((a, b) => a - b),
    };
    const facts = await readTicketFacts(trx, fields, null);
    const number = `N-${(await countNewTickets(trx)) + 1}`;
    await insertTicket(trx, {
      id: ticketId,
      remoteId: null,
      number,
      customerId: customer?.id ?? null,
      contactName: null,
      contactEmail: null,
      contactPhone: null,
      groupRemoteId: group.remoteId,
      groupName: group.name,
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
    await noteTicketState(trx, ticketId, seenStateOf(fields, facts), { stageAt: at, assignmentAt: at, knownAt: at });
    await enqueue(trx, {
      id: operationIdSchema.parse(workbench.newId()),
      operation: { kind: 'create-ticket', ticketId },
      dependsOn: null,
      at,
    });
    return succeed({ ticketId, number });
  });
  if (registered.ok) announceTicket(workbench, ticketId);
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
