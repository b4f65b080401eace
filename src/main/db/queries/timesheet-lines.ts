import type { KindOfWork, Verdict } from '@core/billing/kind-of-work';
import type { TicketId, TimerId, TimesheetLineId } from '@core/ids';
import type { Selectable } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { TimesheetLineTable } from '../tables';

export type TimesheetLine = Selectable<TimesheetLineTable>;

/** A new line. */
export async function insertTimesheetLine(trx: WorkbenchDatabase, line: TimesheetLine): Promise<void> {
  await trx.insertInto('timesheetLine').values(line).execute();
}

/** A line, or undefined. */
export async function readTimesheetLine(
  trx: WorkbenchDatabase,
  id: TimesheetLineId,
): Promise<TimesheetLine | undefined> {
  return trx.selectFrom('timesheetLine').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The line that a stopped timer became, if it became one. */
export async function readLineOfTimer(trx: WorkbenchDatabase, timerId: TimerId): Promise<TimesheetLine | undefined> {
  return trx.selectFrom('timesheetLine').selectAll().where('timerId', '=', timerId).executeTakeFirst();
}

/** A line by the portal's id, or undefined. */
export async function readLineByRemoteId(trx: WorkbenchDatabase, remoteId: number): Promise<TimesheetLine | undefined> {
  return trx.selectFrom('timesheetLine').selectAll().where('remoteId', '=', remoteId).executeTakeFirst();
}

/** Changes a line that is here. */
export async function updateTimesheetLine(
  trx: WorkbenchDatabase,
  id: TimesheetLineId,
  changes: Partial<Omit<TimesheetLine, 'id'>>,
): Promise<void> {
  await trx.updateTable('timesheetLine').set(changes).where('id', '=', id).execute();
}

/** Removes a copy that a pull brought, before the line it is a copy of takes its place. */
export async function deleteTimesheetLine(trx: WorkbenchDatabase, id: TimesheetLineId): Promise<void> {
  await trx.deleteFrom('timesheetLine').where('id', '=', id).execute();
}

/** All lines of a ticket, newest work first. */
export async function listLinesOfTicket(trx: WorkbenchDatabase, ticketId: TicketId): Promise<TimesheetLine[]> {
  return trx
    .selectFrom('timesheetLine')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .orderBy('date', 'desc')
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export interface VerdictTotal {
  readonly ticketId: TicketId;
  readonly verdict: Verdict;
  readonly workedSeconds: number;
}

/** Worked seconds of every ticket by verdict, of everybody. */
export async function listVerdictTotals(trx: WorkbenchDatabase): Promise<VerdictTotal[]> {
  const rows = await trx
    .selectFrom('timesheetLine')
    .select(['ticketId', 'verdict', (eb) => eb.fn.sum<number>('workedSeconds').as('workedSeconds')])
    .groupBy(['ticketId', 'verdict'])
    .execute();
  return rows.map((row) => ({ ...row, workedSeconds: Number(row.workedSeconds) }));
}

/** How many of my lines wait for a description before they can be sent. */
export async function countLinesWithoutDescription(trx: WorkbenchDatabase): Promise<number> {
  const { count } = await trx
    .selectFrom('timesheetLine')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('origin', '=', 'mine')
    .where('remoteId', 'is', null)
    .where('workedSeconds', '>=', 60)
    .where('description', '=', '')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The kind of work last recorded on a ticket by me, to propose it again. */
export async function readLastKindOfWork(trx: WorkbenchDatabase, ticketId: TicketId): Promise<KindOfWork | undefined> {
  const row = await trx
    .selectFrom('timesheetLine')
    .select('kindOfWork')
    .where('ticketId', '=', ticketId)
    .where('origin', '=', 'mine')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.kindOfWork;
}
