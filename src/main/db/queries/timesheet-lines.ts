import type { KindOfWork, Verdict } from '@core/billing/kind-of-work';
import type { TicketId, TimerId, TimesheetLineId } from '@core/ids';
import { type Interval, intervalsSchema } from '@core/time/interval';
import { portalValuesSchema } from '@core/timesheet/merge-portal-line';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { WorkbenchDatabase } from '../open';
import type { TimesheetLineTable } from '../tables/time-tables';
import { valuesOf } from '../values-of';
import { readInternalProjectId } from './portal-facts';

/** What the portal holds of a line, as last known: the base of a three-way merge. */
const knownOnPortalSchema = portalValuesSchema.unwrap().extend({
  /** Validated or invoiced there: it can no longer be changed. */
  isLocked: z.boolean().default(false),
});
export type KnownOnPortal = z.infer<typeof knownOnPortalSchema>;

/** A line as it is kept, its JSON parsed. */
export interface TimesheetLine extends Omit<Selectable<TimesheetLineTable>, 'intervals' | 'portalValues'> {
  readonly intervals: readonly Interval[];
  readonly portalValues: KnownOnPortal | null;
}

function toLine(row: Selectable<TimesheetLineTable>): TimesheetLine {
  return {
    ...row,
    intervals: intervalsSchema.parse(JSON.parse(row.intervals)),
    portalValues: row.portalValues === null ? null : knownOnPortalSchema.parse(JSON.parse(row.portalValues)),
  };
}

function toColumns({ intervals, portalValues, ...rest }: Partial<TimesheetLine>) {
  return {
    ...rest,
    ...(intervals === undefined ? {} : { intervals: JSON.stringify(intervals) }),
    ...(portalValues === undefined
      ? {}
      : { portalValues: portalValues === null ? null : JSON.stringify(portalValues) }),
  };
}

/** A new line. */
export async function insertTimesheetLine(trx: WorkbenchDatabase, line: TimesheetLine): Promise<void> {
  const { intervals, portalValues, ...rest } = line;
  await trx
    .insertInto('timesheetLine')
    .values({
      ...rest,
      intervals: JSON.stringify(intervals),
      portalValues: portalValues === null ? null : JSON.stringify(portalValues),
    })
    .execute();
}

/** A line, or undefined; also one that was deleted here and not yet on the portal. */
export async function readTimesheetLine(
  trx: WorkbenchDatabase,
  id: TimesheetLineId,
): Promise<TimesheetLine | undefined> {
  const row = await trx.selectFrom('timesheetLine').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toLine(row);
}

/** The lines that a stopped timer became, one for each date it ran on, oldest first. */
export async function listLinesOfTimer(trx: WorkbenchDatabase, timerId: TimerId): Promise<TimesheetLine[]> {
  const rows = await trx
    .selectFrom('timesheetLine')
    .selectAll()
    .where('timerId', '=', timerId)
    .where('deletedAt', 'is', null)
    .orderBy('date')
    .orderBy('id')
    .execute();
  return rows.map(toLine);
}

/** A line by the portal's id, or undefined; also one that was deleted here and not yet on the portal. */
export async function readLineByRemoteId(trx: WorkbenchDatabase, remoteId: number): Promise<TimesheetLine | undefined> {
  const row = await trx.selectFrom('timesheetLine').selectAll().where('remoteId', '=', remoteId).executeTakeFirst();
  return row && toLine(row);
}

/** Changes a line that is here. */
export async function updateTimesheetLine(
  trx: WorkbenchDatabase,
  id: TimesheetLineId,
  changes: Partial<Omit<TimesheetLine, 'id'>>,
): Promise<void> {
  await trx.updateTable('timesheetLine').set(toColumns(changes)).where('id', '=', id).execute();
}

/** Removes a row for good: a copy that a pull brought, or a line that the portal never had. */
export async function deleteTimesheetLine(trx: WorkbenchDatabase, id: TimesheetLineId): Promise<void> {
  await trx.deleteFrom('timesheetLine').where('id', '=', id).execute();
}

/** Newest work first: by date, then by the clock, lines without a clock time last. */
function byNewestWork(a: TimesheetLine, b: TimesheetLine): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  const byClock = (b.intervals[0]?.startedAt ?? -1) - (a.intervals[0]?.startedAt ?? -1);
  if (byClock !== 0) return byClock;
  return a.id < b.id ? 1 : -1;
}

/** All lines of a ticket, newest work first. */
export async function listLinesOfTicket(trx: WorkbenchDatabase, ticketId: TicketId): Promise<TimesheetLine[]> {
  const rows = await trx
    .selectFrom('timesheetLine')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .where('deletedAt', 'is', null)
    .execute();
  return rows.map(toLine).sort(byNewestWork);
}

/** My lines of these Stockholm dates, both included, newest work first. */
export async function listMyLinesBetween(trx: WorkbenchDatabase, from: string, to: string): Promise<TimesheetLine[]> {
  const rows = await trx
    .selectFrom('timesheetLine')
    .selectAll()
    .where('origin', '=', 'mine')
    .where('deletedAt', 'is', null)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .execute();
  return rows.map(toLine).sort(byNewestWork);
}

/** My lines that the portal does not have and that can overlap others, or are held for that, oldest first. */
export async function listMyUnsentLinesThatOverlap(trx: WorkbenchDatabase): Promise<TimesheetLine[]> {
  const rows = await trx
    .selectFrom('timesheetLine')
    .selectAll()
    .where('origin', '=', 'mine')
    .where('deletedAt', 'is', null)
    .where('remoteId', 'is', null)
    .where((eb) => eb.or([eb('intervals', '!=', '[]'), eb('holdReason', '=', 'overlap')]))
    .orderBy('id')
    .execute();
  return rows.map(toLine);
}

/** What was written in lines lately, newest first and each text once: of a ticket, or of mine on whatever. */
export async function listRecentDescriptions(
  trx: WorkbenchDatabase,
  ticketId: TicketId | null,
  count: number,
): Promise<string[]> {
  let query = trx
    .selectFrom('timesheetLine')
    .select(['description', (eb) => eb.fn.max('date').as('date'), (eb) => eb.fn.max('id').as('lastId')])
    .where('deletedAt', 'is', null)
    .where('description', 'not in', ['', '/'])
    .groupBy('description')
    .orderBy('date', 'desc')
    .orderBy('lastId', 'desc')
    .limit(count);
  query = ticketId === null ? query.where('origin', '=', 'mine') : query.where('ticketId', '=', ticketId);
  return (await query.execute()).map(({ description }) => description);
}

/** My lines that nobody has described and that the portal does not have. */
export async function listUndescribedLineIds(trx: WorkbenchDatabase): Promise<TimesheetLineId[]> {
  const rows = await trx
    .selectFrom('timesheetLine')
    .select('id')
    .where('origin', '=', 'mine')
    .where('description', '=', '')
    .where('deletedAt', 'is', null)
    .where('portalValues', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** My lines without a ticket that the portal does not have. */
export async function listUnsentActivityLineIds(trx: WorkbenchDatabase): Promise<TimesheetLineId[]> {
  const rows = await trx
    .selectFrom('timesheetLine')
    .select('id')
    .where('origin', '=', 'mine')
    .where('ticketId', 'is', null)
    .where('deletedAt', 'is', null)
    .where('portalValues', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

export interface VerdictTotal {
  readonly ticketId: TicketId;
  readonly verdict: Verdict;
  readonly workedSeconds: number;
}

/** Worked seconds of these tickets by verdict, of everybody. */
export async function listVerdictTotals(
  trx: WorkbenchDatabase,
  ticketIds: readonly TicketId[],
): Promise<VerdictTotal[]> {
  const rows = await trx
    .selectFrom('timesheetLine')
    .select(['ticketId', 'verdict', (eb) => eb.fn.sum<number>('workedSeconds').as('workedSeconds')])
    .where('ticketId', 'in', valuesOf(ticketIds))
    .where('deletedAt', 'is', null)
    .groupBy(['ticketId', 'verdict'])
    .execute();
  return rows.flatMap(({ ticketId, verdict, workedSeconds }) =>
    ticketId === null ? [] : [{ ticketId, verdict, workedSeconds: Number(workedSeconds) }],
  );
}

/** How many of my lines wait for a description before they can be sent. */
export async function countLinesWithoutDescription(trx: WorkbenchDatabase): Promise<number> {
  let query = trx
    .selectFrom('timesheetLine')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('origin', '=', 'mine')
    .where('deletedAt', 'is', null)
    .where('remoteId', 'is', null)
    .where('workedSeconds', '>=', 60)
    .where('description', '=', '')
    // Where the settings ask for no description, it is on its way already.
    .where('id', 'not in', sql<TimesheetLineId>`(SELECT subject_id FROM outbox)`);
  // Without a place on the portal a description sends nothing.
  if ((await readInternalProjectId(trx)) === null) query = query.where('ticketId', 'is not', null);
  return Number((await query.executeTakeFirstOrThrow()).count);
}

/** The kind of work last recorded on a ticket by me, to propose it again. */
export async function readLastKindOfWork(trx: WorkbenchDatabase, ticketId: TicketId): Promise<KindOfWork | undefined> {
  const row = await trx
    .selectFrom('timesheetLine')
    .select('kindOfWork')
    .where('ticketId', '=', ticketId)
    .where('origin', '=', 'mine')
    .where('deletedAt', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.kindOfWork;
}

/** Lines on tickets that the portal is known to hold, by its id. */
export async function listLinesOnPortal(
  trx: WorkbenchDatabase,
): Promise<{ id: TimesheetLineId; remoteId: number; ticketId: TicketId; origin: TimesheetLine['origin'] }[]> {
  const rows = await trx
    .selectFrom('timesheetLine')
    .innerJoin('ticket', 'ticket.id', 'timesheetLine.ticketId')
    .select(['timesheetLine.id', 'timesheetLine.remoteId', 'ticket.id as ticketId', 'timesheetLine.origin'])
    .where('ticket.goneAt', 'is', null)
    .where('timesheetLine.deletedAt', 'is', null)
    // Of a line of mine without values it is known already that the portal holds it no more.
    .where((eb) =>
      eb.or([eb('timesheetLine.origin', '=', 'colleague'), eb('timesheetLine.portalValues', 'is not', null)]),
    )
    .orderBy('timesheetLine.remoteId')
    .execute();
  return rows.flatMap(({ remoteId, ...row }) => (remoteId === null ? [] : [{ ...row, remoteId }]));
}
