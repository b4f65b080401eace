import { fail, succeed } from '@core/outcome';
import { externalIdOf } from '@core/sync/exactly-once';
import type { OutboxOperation } from '@core/sync/operation';
import { recogniseCreatedTicket } from '@core/ticket/merge-ticket';
import { differingFields, type TicketField, type TicketFields } from '@core/ticket/ticket-fields';
import { planLineOutbox } from '../db/line-outbox';
import { renameInLinkNotes } from '../db/link-note';
import type { WorkbenchDatabase } from '../db/open';
import { readCustomer } from '../db/queries/customers';
import { markDone, markInFlight, type OutboxEntry, readEntry, writeOperation } from '../db/queries/outbox';
import { NO_PROJECT, readTicket, updateTicket } from '../db/queries/tickets';
import { listLinesOfTicket } from '../db/queries/timesheet-lines';
import { planTicketOutbox, portalFieldsOf, ticketFieldsOf } from '../db/ticket-outbox';
import type { PortalResult, PortalTicket, TicketChanges } from '../portal/portal';
import { type Carried, refuse } from './carried';
import type { PushContext } from './push';
import { fieldsOnPortal, storeTicket, ticketNumberOf } from './store-ticket';

const NOT_KEPT_HERE = 'The ticket is no longer kept here.';
const GONE = 'The portal no longer has this ticket, or no longer shows it to you. What was changed here is kept.';

type Creation = Extract<OutboxOperation, { kind: 'create-ticket' }>;
type Change = Extract<OutboxOperation, { kind: 'update-ticket' }>;

/** Notes what is about to be sent and that it is, so that it is known again on the portal. */
async function announce(
  context: PushContext,
  trx: WorkbenchDatabase,
  { id }: OutboxEntry,
  operation: Creation | Change,
  values: TicketFields,
): Promise<void> {
  const last = operation.sent.at(-1);
  const isNew = last === undefined || differingFields(last, values).length > 0;
  if (isNew) await writeOperation(trx, id, { ...operation, sent: [...operation.sent, values] });
  await markInFlight(trx, id, context.now().wall);
}

async function readOnPortal(
  { portal }: PushContext,
  remoteId: number,
): Promise<PortalResult<PortalTicket | undefined>> {
  const read = await portal.readTicketsById([remoteId]);
  return read.ok ? succeed(read.value[0]) : read;
}

/** Creates a ticket through its external id: once it exists on the portal it is adopted and never sent again. */
export async function createTicket(context: PushContext, entry: OutboxEntry, operation: Creation): Promise<Carried> {
  const { ticketId } = operation;
  if (entry.state === 'in-flight') {
    const probed = await context.portal.probeExternalId(externalIdOf(ticketId));
    if (!probed.ok) return probed;
    if (probed.value.kind === 'present') return adoptTicket(context, entry, operation, probed.value.remoteId);
  }
  const prepared = await context.database.transaction().execute(async (trx) => {
    const ticket = await readTicket(trx, ticketId);
    if (!ticket) return 'not-kept-here';
    // Up to this moment a person could take it back.
    if ((await readEntry(trx, entry.id)) === undefined) return 'taken-back';
    const fields = ticketFieldsOf(ticket);
    await announce(context, trx, entry, operation, fields);
    const customer = ticket.customerId === null ? undefined : await readCustomer(trx, ticket.customerId);
    return { fields, groupRemoteId: ticket.groupRemoteId, customerRemoteId: customer?.remoteId ?? null };
  });
  if (prepared === 'not-kept-here') return refuse(NOT_KEPT_HERE);
  if (prepared === 'taken-back') return succeed(null);
  const { fields, groupRemoteId, customerRemoteId } = prepared;
  const created = await context.portal.createTicket({
    externalId: externalIdOf(ticketId),
    title: fields.title,
    descriptionHtml: fields.descriptionHtml,
    groupRemoteId,
    customerRemoteId,
    stageRemoteId: fields.stage.remoteId,
    priority: fields.priority,
    tagRemoteIds: fields.tagRemoteIds,
    assigneeRemoteIds: fields.assigneeRemoteIds,
  });
  if (!created.ok) return created;
  // What it is called there, and where time on it goes, is the portal's to say.
  const sent = [...operation.sent, fields];
  const adopted = await adoptTicket(context, entry, { ...operation, sent }, created.value);
  // The ticket is there: the operation must not be put back to where nothing of it was sent.
  return adopted.ok || adopted.failure.kind !== 'key-refused'
    ? adopted
    : fail({ kind: 'unreachable', message: adopted.failure.message });
}

/** Takes over a ticket that an earlier attempt created, with whatever of it came through. */
async function adoptTicket(
  context: PushContext,
  entry: OutboxEntry,
  { ticketId, sent }: Creation,
  remoteId: number,
): Promise<Carried> {
  const read = await readOnPortal(context, remoteId);
  if (!read.ok) return read;
  const there = read.value && fieldsOnPortal(read.value);
  const last = sent.at(-1);
  const known = there === undefined ? last : recogniseCreatedTicket(sent, there);
  if (known === undefined) return refuse(NOT_KEPT_HERE);
  await context.database.transaction().execute(async (trx) => {
    const at = context.now().wall;
    const number = read.value?.number ?? ticketNumberOf(remoteId);
    await renameInLinkNotes(trx, ticketId, number);
    await updateTicket(trx, ticketId, {
      remoteId,
      number,
      projectRemoteId: read.value?.projectRemoteId ?? NO_PROJECT,
      portalFields: JSON.stringify(known),
    });
    await markDone(trx, entry.id);
    await planTicketOutbox(trx, ticketId, context, at);
    // Only now is there a place for the time that was recorded on it.
    for (const line of await listLinesOfTicket(trx, ticketId)) await planLineOutbox(trx, line.id, context, at);
  });
  return succeed(null);
}

/** Reads the ticket, merges what both sides changed, and writes what the portal is to follow in. */
export async function changeTicket(context: PushContext, entry: OutboxEntry, operation: Change): Promise<Carried> {
  const { ticketId } = operation;
  const before = await readTicket(context.database, ticketId);
  if (!before || before.remoteId === null) return refuse(NOT_KEPT_HERE);
  const { remoteId } = before;
  const read = await readOnPortal(context, remoteId);
  if (!read.ok) return read;
  const there = read.value;
  if (there === undefined) return refuse(GONE);
  const prepared = await context.database.transaction().execute(async (trx) => {
    await storeTicket({ newId: context.newId, now: () => context.now().wall }, trx, there);
    // Storing it, or a person meanwhile, can have left nothing to send.
    const open = await readEntry(trx, entry.id);
    const ticket = await readTicket(trx, ticketId);
    if (open === undefined || !ticket) return null;
    const here = ticketFieldsOf(ticket);
    const fields = differingFields(here, fieldsOnPortal(there));
    if (fields.length === 0) {
      await markDone(trx, entry.id);
      return null;
    }
    await announce(context, trx, entry, operation, here);
    return { here, fields };
  });
  if (prepared === null) return succeed(null);
  const { here, fields } = prepared;
  const written = await context.portal.updateTicket(remoteId, changesOf(here, fields, fieldsOnPortal(there)));
  if (!written.ok) return written;
  await context.database.transaction().execute(async (trx) => {
    const ticket = await readTicket(trx, ticketId);
    const known = ticket && portalFieldsOf(ticket);
    if (known) await updateTicket(trx, ticketId, { portalFields: JSON.stringify(here) });
    await markDone(trx, entry.id);
    // What was changed while the answer was on its way is a change of its own.
    await planTicketOutbox(trx, ticketId, context, context.now().wall);
  });
  return succeed(null);
}

function changesOf(here: TicketFields, fields: readonly TicketField[], there: TicketFields): TicketChanges {
  const has = (field: TicketField) => fields.includes(field);
  return {
    ...(has('title') ? { title: here.title } : {}),
    ...(has('descriptionHtml') ? { descriptionHtml: here.descriptionHtml } : {}),
    ...(has('stage') && here.stage.remoteId !== there.stage.remoteId ? { stageRemoteId: here.stage.remoteId } : {}),
    ...(has('stage') && here.stage.resolution !== there.stage.resolution ? { resolution: here.stage.resolution } : {}),
    ...(has('priority') ? { priority: here.priority } : {}),
    ...(has('assigneeRemoteIds') ? { assigneeRemoteIds: here.assigneeRemoteIds } : {}),
    ...(has('tagRemoteIds') ? { tagRemoteIds: here.tagRemoteIds } : {}),
  };
}
