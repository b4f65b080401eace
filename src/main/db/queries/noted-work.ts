import type { MessageId, TicketId, TimesheetLineId } from '@core/ids';
import { type LineNote, lineNoteSchema } from '@core/sync/portal-note-kinds';
import { type Interval, intervalsSchema } from '@core/time/interval';
import { type Selectable, sql } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { NotedWorkTable } from '../tables/time-tables';
import { valuesOf } from '../values-of';

/** Work that an internal note tells of, its JSON parsed. */
export interface NotedWork extends Omit<Selectable<NotedWorkTable>, 'intervals'> {
  readonly intervals: readonly Interval[];
}

function toNotedWork(row: Selectable<NotedWorkTable>): NotedWork {
  return { ...row, intervals: intervalsSchema.parse(JSON.parse(row.intervals)) };
}

/**
 * Keeps what the latest note says of a line. One that is older than what is kept changes nothing, nor does one from a
 * ticket that the line has left.
 */
export async function keepNotedWork(trx: WorkbenchDatabase, work: NotedWork): Promise<void> {
  const known = await trx.selectFrom('notedWork').selectAll().where('lineId', '=', work.lineId).executeTakeFirst();
  if (known && known.notedAt > work.notedAt) return;
  if (known && known.ticketId !== work.ticketId && work.state === 'removed') return;
  const row = { ...work, intervals: JSON.stringify(work.intervals) };
  await trx
    .insertInto('notedWork')
    .values(row)
    .onConflict((conflict) => conflict.column('lineId').doUpdateSet(row))
    .execute();
}

/** Work on a ticket that notes tell of and that was not removed since, the latest note last. */
export async function listNotedWork(trx: WorkbenchDatabase, ticketId: TicketId): Promise<NotedWork[]> {
  const rows = await trx
    .selectFrom('notedWork')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .where('state', '!=', 'removed')
    .orderBy('notedAt')
    .orderBy('lineId')
    .execute();
  return rows.map(toNotedWork);
}

export interface NotedSeconds {
  readonly ticketId: TicketId;
  readonly verdict: NotedWork['verdict'];
  readonly seconds: number;
}

/** Seconds of these tickets by verdict that notes tell of and no line kept here holds. */
export async function listNotedSeconds(
  trx: WorkbenchDatabase,
  ticketIds: readonly TicketId[],
): Promise<NotedSeconds[]> {
  const { rows } = await sql<NotedSeconds>`
    SELECT noted.ticket_id, noted.verdict,
      sum(CASE WHEN line.id IS NULL THEN noted.worked_seconds ELSE noted.held_seconds END) AS seconds
    FROM noted_work AS noted LEFT JOIN timesheet_line AS line ON line.remote_id = noted.remote_id
    WHERE noted.state <> 'removed' AND noted.ticket_id IN ${valuesOf(ticketIds)} GROUP BY noted.ticket_id, noted.verdict`.execute(
    trx,
  );
  return rows;
}

/** What colleagues were told last of a line of mine. */
export interface ToldLine {
  readonly lineId: TimesheetLineId;
  readonly ticketId: TicketId;
  readonly note: LineNote;
  readonly messageId: MessageId;
}

/** What colleagues were told last of a line of mine; undefined for nothing. */
export async function readToldLine(trx: WorkbenchDatabase, lineId: TimesheetLineId): Promise<ToldLine | undefined> {
  const row = await trx.selectFrom('toldLine').selectAll().where('lineId', '=', lineId).executeTakeFirst();
  return row && { ...row, note: lineNoteSchema.parse(JSON.parse(row.note)) };
}

/** The lines of mine that colleagues were told are on a ticket. */
export async function listToldLineIds(trx: WorkbenchDatabase, ticketId: TicketId): Promise<TimesheetLineId[]> {
  const rows = await trx
    .selectFrom('toldLine')
    .select('lineId')
    .where('ticketId', '=', ticketId)
    .orderBy('lineId')
    .execute();
  return rows.map(({ lineId }) => lineId);
}

/** Notes what colleagues are told of a line now. */
export async function keepToldLine(trx: WorkbenchDatabase, { note, ...told }: ToldLine): Promise<void> {
  const row = { ...told, note: JSON.stringify(note) };
  await trx
    .insertInto('toldLine')
    .values(row)
    .onConflict((conflict) => conflict.column('lineId').doUpdateSet(row))
    .execute();
}

/** Forgets what colleagues were told of a line: it is not on this ticket any more, and they know. */
export async function forgetToldLine(trx: WorkbenchDatabase, lineId: TimesheetLineId): Promise<void> {
  await trx.deleteFrom('toldLine').where('lineId', '=', lineId).execute();
}
