import { type OperationId, type TicketId, ticketIdSchema } from '@core/ids';
import { type OperationState, type OutboxOperation, outboxOperationSchema } from '@core/sync/operation';
import type { Instant } from '@core/time/instant';
import { type Selectable, sql } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { OutboxTable } from '../tables';

export interface OutboxEntry extends Omit<Selectable<OutboxTable>, 'operation' | 'kind'> {
  readonly operation: OutboxOperation;
}

function subjectOf(operation: OutboxOperation): string {
  switch (operation.kind) {
    case 'create-timesheet-line':
      return operation.lineId;
    case 'upload-screenshot':
      return operation.screenshotId;
    case 'post-message':
      return operation.messageId;
  }
}

function parseEntry({ kind: _kind, ...row }: Selectable<OutboxTable>): OutboxEntry {
  return { ...row, operation: outboxOperationSchema.parse(JSON.parse(row.operation)) };
}

/** Puts an operation into the outbox, in the transaction of the change it tells the portal of. */
export async function enqueue(
  trx: WorkbenchDatabase,
  entry: { id: OperationId; operation: OutboxOperation; dependsOn: OperationId | null; at: Instant },
): Promise<void> {
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
    })
    .execute();
}

/** Everything that is not done, in the order it was written. */
export async function listOpenEntries(trx: WorkbenchDatabase): Promise<OutboxEntry[]> {
  const rows = await trx.selectFrom('outbox').selectAll().where('state', '!=', 'done').orderBy('sequence').execute();
  return rows.map(parseEntry);
}

/** The entry about a line, screen dump or message; undefined when it was never put into the outbox. */
export async function readEntryOf(trx: WorkbenchDatabase, subjectId: string): Promise<OutboxEntry | undefined> {
  const row = await trx.selectFrom('outbox').selectAll().where('subjectId', '=', subjectId).executeTakeFirst();
  return row && parseEntry(row);
}

/** The states of all operations about these subjects. */
export async function listStatesOf(
  trx: WorkbenchDatabase,
  subjectIds: readonly string[],
): Promise<Map<string, OperationState>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('outbox')
    .select(['subjectId', 'state'])
    .where('subjectId', 'in', [...subjectIds])
    .execute();
  return new Map(rows.map(({ subjectId, state }) => [subjectId, state]));
}

/** Notes that the operation is about to be sent. Committed before it is, so that a crash leaves it *ambiguous*. */
export async function markInFlight(trx: WorkbenchDatabase, id: OperationId, at: Instant): Promise<void> {
  await trx
    .updateTable('outbox')
    .set((eb) => ({ state: 'in-flight', attempts: eb('attempts', '+', 1), sentAt: at, problem: null }))
    .where('id', '=', id)
    .execute();
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
    .set({ state: 'in-flight', sentAt: null, nextAttemptAt: at, problem: null })
    .where('id', '=', id)
    .where('state', '=', 'parked')
    .execute();
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

/** The ticket each open operation belongs to, with what a person knows it by. */
export async function listTicketsOfOpenEntries(
  trx: WorkbenchDatabase,
): Promise<Map<string, { ticketId: TicketId; ticketNumber: string; workedSeconds: number | null }>> {
  const { rows } = await sql<{ subjectId: string; ticketId: string; number: string; workedSeconds: number | null }>`
    SELECT outbox.subject_id, ticket.id AS ticket_id, ticket.number, subject.worked_seconds FROM outbox
    JOIN (
      SELECT id, ticket_id, worked_seconds FROM timesheet_line
      UNION ALL SELECT id, ticket_id, NULL FROM screenshot
      UNION ALL SELECT id, ticket_id, NULL FROM message
    ) AS subject ON subject.id = outbox.subject_id
    JOIN ticket ON ticket.id = subject.ticket_id
    WHERE outbox.state <> 'done'`.execute(trx);
  return new Map(
    rows.map(({ subjectId, ticketId, number, workedSeconds }) => [
      subjectId,
      { ticketId: ticketIdSchema.parse(ticketId), ticketNumber: number, workedSeconds },
    ]),
  );
}
