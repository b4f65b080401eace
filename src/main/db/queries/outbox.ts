import { type OperationId, type TicketId, ticketIdSchema } from '@core/ids';
import { type OperationState, type OutboxOperation, outboxOperationSchema } from '@core/sync/operation';
import type { Instant } from '@core/time/instant';
import { type Selectable, sql } from 'kysely';
import type { z } from 'zod';
import type { WorkbenchDatabase } from '../open';
import type { OutboxTable } from '../tables/portal-tables';
import { readHasPortal } from './portal-facts';

export interface OutboxEntry extends Omit<Selectable<OutboxTable>, 'operation' | 'kind'> {
  readonly operation: OutboxOperation;
}

function subjectOf(operation: NewOperation): string {
  switch (operation.kind) {
    case 'create-timesheet-line':
    case 'update-timesheet-line':
    case 'delete-timesheet-line':
      return operation.lineId;
    case 'create-ticket':
    case 'update-ticket':
      return operation.ticketId;
    case 'upload-screenshot':
      return operation.screenshotId;
    case 'post-message':
      return operation.messageId;
  }
}

function parseEntry({ kind: _kind, ...row }: Selectable<OutboxTable>): OutboxEntry {
  return { ...row, operation: outboxOperationSchema.parse(JSON.parse(row.operation)) };
}

/** An operation as it is when nothing of it was sent. */
type NewOperation = z.input<typeof outboxOperationSchema>;

/**
 * Puts an operation into the outbox, in the transaction of the change it tells the portal of. Where there is no portal
 * nothing is ever put into it.
 */
export async function enqueue(
  trx: WorkbenchDatabase,
  entry: { id: OperationId; operation: NewOperation; dependsOn: OperationId | null; at: Instant },
): Promise<void> {
  if (!(await readHasPortal(trx))) return;
  await trx
    .insertInto('outbox')
    .values({
      id: entry.id,
      kind: entry.operation.kind,
      subjectId: subjectOf(entry.operation),
      operation: JSON.stringify(entry.operation),
      dependsOn: entry.dependsOn,
      state: 'waiting',
      attempts: 0,
      sentAt: null,
      nextAttemptAt: entry.at,
      problem: null,
      createdAt: entry.at,
      givenUpAt: null,
      givenUpWith: null,
    })
    .execute();
}

/** Everything that is not done, in the order it was written. */
export async function listOpenEntries(trx: WorkbenchDatabase): Promise<OutboxEntry[]> {
  const rows = await trx.selectFrom('outbox').selectAll().where('state', '!=', 'done').orderBy('sequence').execute();
  return rows.map(parseEntry);
}

/** The number of the operation that was written last; null when none is here. */
export async function readLastSequence(trx: WorkbenchDatabase): Promise<number | null> {
  const row = await trx.selectFrom('outbox').select('sequence').orderBy('sequence', 'desc').limit(1).executeTakeFirst();
  return row?.sequence ?? null;
}

/** Every entry about a ticket, line, screen dump or message, oldest first. */
export async function listEntriesOf(trx: WorkbenchDatabase, subjectId: string): Promise<OutboxEntry[]> {
  const rows = await trx
    .selectFrom('outbox')
    .selectAll()
    .where('subjectId', '=', subjectId)
    .orderBy('sequence')
    .execute();
  return rows.map(parseEntry);
}

/** The latest entry about a ticket, line, screen dump or message; undefined when it was never put into the outbox. */
export async function readEntryOf(trx: WorkbenchDatabase, subjectId: string): Promise<OutboxEntry | undefined> {
  return (await listEntriesOf(trx, subjectId)).at(-1);
}

/**
 * The lines that the portal may hold otherwise than is known: something about them is in flight, or was and is parked.
 */
export async function listLinesBeingSent(trx: WorkbenchDatabase): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('outbox')
    .select('subjectId')
    .where('kind', 'in', ['create-timesheet-line', 'update-timesheet-line'])
    .where((eb) =>
      eb.or([eb('state', '=', 'in-flight'), eb.and([eb('state', '=', 'parked'), eb('sentAt', 'is not', null)])]),
    )
    .execute();
  return new Set(rows.map(({ subjectId }) => subjectId));
}

/**
 * Whether lines wait to be sent, and neither a line nor the creation of a ticket is in flight: of what is in flight a pull
 * could bring a second copy before it is known that it arrived.
 */
export async function hasOnlyWaitingLines(trx: WorkbenchDatabase): Promise<boolean> {
  const rows = await trx
    .selectFrom('outbox')
    .select(['kind', 'state'])
    .distinct()
    .where('kind', 'in', ['create-timesheet-line', 'update-timesheet-line', 'create-ticket'])
    .where('state', 'in', ['waiting', 'in-flight'])
    .execute();
  const hasLines = rows.some(({ kind }) => kind !== 'create-ticket');
  return hasLines && rows.every(({ state }) => state === 'waiting');
}

/** The operations about a ticket, line, screen dump or message that are not done, oldest first. */
export async function listOpenEntriesOf(trx: WorkbenchDatabase, subjectId: string): Promise<OutboxEntry[]> {
  return (await listEntriesOf(trx, subjectId)).filter(({ state }) => state !== 'done');
}

/** An operation, or undefined when it was taken back. */
export async function readEntry(trx: WorkbenchDatabase, id: OperationId): Promise<OutboxEntry | undefined> {
  const row = await trx.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
  return row && parseEntry(row);
}

/** Takes an operation back: what it would have told the portal no longer holds. One in flight is left alone. */
export async function withdrawEntry(trx: WorkbenchDatabase, id: OperationId): Promise<void> {
  await trx.deleteFrom('outbox').where('id', '=', id).where('state', 'in', ['waiting', 'parked']).execute();
}

/** Removes an operation that certainly had no effect and is not to have one, in whatever state. */
export async function forgetEntry(trx: WorkbenchDatabase, id: OperationId): Promise<void> {
  await trx.deleteFrom('outbox').where('id', '=', id).execute();
}

/** Says anew what an operation is, with what an attempt at it is about to send. */
export async function writeOperation(
  trx: WorkbenchDatabase,
  id: OperationId,
  operation: OutboxOperation,
): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ operation: JSON.stringify(operation) })
    .where('id', '=', id)
    .execute();
}

/**
 * How far an operation has come, for the eyes of a person: a parked one can have been given up. Where there is no portal
 * there is none.
 */
export type SendState = OperationState | 'given-up' | 'kept-here';

/** The state of the latest operation about each of these subjects. Where there is no portal all of them stay here. */
export async function listStatesOf(
  trx: WorkbenchDatabase,
  subjectIds: readonly string[],
): Promise<Map<string, SendState>> {
  if (subjectIds.length === 0) return new Map();
  if (!(await readHasPortal(trx))) return new Map(subjectIds.map((id) => [id, 'kept-here']));
  const rows = await trx
    .selectFrom('outbox')
    .select(['subjectId', 'state', 'givenUpAt'])
    .where('subjectId', 'in', [...subjectIds])
    .orderBy('sequence')
    .execute();
  return new Map(rows.map(({ subjectId, state, givenUpAt }) => [subjectId, givenUpAt === null ? state : 'given-up']));
}

/** Notes that the operation is about to be sent. Committed before it is, so that a crash leaves it *ambiguous*. */
export async function markInFlight(trx: WorkbenchDatabase, id: OperationId, at: Instant): Promise<void> {
  await trx
    .updateTable('outbox')
    .set((eb) => ({ state: 'in-flight', attempts: eb('attempts', '+', 1), sentAt: at, problem: null }))
    .where('id', '=', id)
    .execute();
}

/** Puts an operation behind another one that has to be done before it. */
export async function dependOn(trx: WorkbenchDatabase, id: OperationId, dependsOn: OperationId): Promise<void> {
  await trx.updateTable('outbox').set({ dependsOn }).where('id', '=', id).execute();
}

/** Ends an operation. */
export async function markDone(trx: WorkbenchDatabase, id: OperationId): Promise<void> {
  await trx.updateTable('outbox').set({ state: 'done', problem: null }).where('id', '=', id).execute();
}

/** Leaves an operation for a person, with the server's words. */
export async function park(trx: WorkbenchDatabase, id: OperationId, problem: string): Promise<void> {
  await trx.updateTable('outbox').set({ state: 'parked', problem }).where('id', '=', id).execute();
}

/** Puts the next attempt off. An operation in flight stays in flight: whether the server acted is unknown. */
export async function postpone(
  trx: WorkbenchDatabase,
  id: OperationId,
  { until, attempts, problem }: { until: Instant; attempts: number; problem: string },
): Promise<void> {
  await trx.updateTable('outbox').set({ nextAttemptAt: until, attempts, problem }).where('id', '=', id).execute();
}

/**
 * Puts an operation back to where it stood before an attempt that certainly had no effect: the server would not even
 * listen. One that was in flight before is as ambiguous as it was.
 */
export async function putBack(
  trx: WorkbenchDatabase,
  { id, state, sentAt }: Pick<OutboxEntry, 'id' | 'state' | 'sentAt'>,
  problem: string,
): Promise<void> {
  await trx.updateTable('outbox').set({ state, sentAt, problem }).where('id', '=', id).execute();
}

/** A person wants a parked operation tried again. It is looked for first, as it may have been carried out after all. */
export async function unpark(trx: WorkbenchDatabase, id: OperationId, at: Instant): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ state: 'in-flight', sentAt: null, nextAttemptAt: at, problem: null, givenUpAt: null, givenUpWith: null })
    .where('id', '=', id)
    .where('state', '=', 'parked')
    .execute();
}

/**
 * A person no longer wants a parked operation tried, nor what depends on it and cannot be sent without. What they were for
 * stays here. Answers whether there was one to give up.
 */
export async function giveUp(trx: WorkbenchDatabase, id: OperationId, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('outbox')
    .set({ givenUpAt: at, givenUpWith: id })
    .where('id', '=', id)
    .where('state', '=', 'parked')
    .where('givenUpAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await trx
    .updateTable('outbox')
    .set({ state: 'parked', givenUpAt: at, givenUpWith: id })
    .where('dependsOn', '=', id)
    .where('state', '=', 'waiting')
    .execute();
  return true;
}

/** Takes that back: the operation is parked as before, and what was given up with it waits for it again. */
export async function takeUpAgain(trx: WorkbenchDatabase, id: OperationId): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ state: 'waiting', givenUpAt: null, givenUpWith: null })
    .where('givenUpWith', '=', id)
    .where('id', '!=', id)
    .execute();
  await trx.updateTable('outbox').set({ givenUpAt: null, givenUpWith: null }).where('id', '=', id).execute();
}

/** Lets everything that waits be tried at once: the portal answers again, or a person asks. */
export async function hurryAll(trx: WorkbenchDatabase, at: Instant): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ nextAttemptAt: at })
    .where('state', 'in', ['waiting', 'in-flight'])
    .where('nextAttemptAt', '>', at)
    .execute();
}

/**
 * Lets tickets whose creation may have come through be looked for at once: a pull before that would bring a second copy.
 */
export async function hurryAmbiguousTickets(trx: WorkbenchDatabase, at: Instant): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ nextAttemptAt: at })
    .where('kind', '=', 'create-ticket')
    .where('state', '=', 'in-flight')
    .where('nextAttemptAt', '>', at)
    .execute();
}

/** The ticket each open operation belongs to, with what a person knows it by. */
export async function listTicketsOfOpenEntries(
  trx: WorkbenchDatabase,
): Promise<
  Map<string, { ticketId: TicketId; ticketNumber: string; ticketTitle: string; workedSeconds: number | null }>
> {
  const { rows } = await sql<{
    subjectId: string;
    ticketId: string;
    number: string;
    title: string;
    workedSeconds: number | null;
  }>`
    SELECT outbox.subject_id, ticket.id AS ticket_id, ticket.number, ticket.title, subject.worked_seconds FROM outbox
    JOIN (
      SELECT id, ticket_id, worked_seconds - held_seconds AS worked_seconds FROM timesheet_line
      UNION ALL SELECT id, ticket_id, NULL FROM screenshot
      UNION ALL SELECT id, ticket_id, NULL FROM message
      UNION ALL SELECT id, id, NULL FROM ticket
    ) AS subject ON subject.id = outbox.subject_id
    JOIN ticket ON ticket.id = subject.ticket_id
    WHERE outbox.state <> 'done'`.execute(trx);
  return new Map(
    rows.map(({ subjectId, ticketId, number, title, workedSeconds }) => [
      subjectId,
      { ticketId: ticketIdSchema.parse(ticketId), ticketNumber: number, ticketTitle: title, workedSeconds },
    ]),
  );
}
