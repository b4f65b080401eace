import type { TicketConflictId, TicketId } from '@core/ids';
import type { TicketConflict } from '@core/ticket/merge-ticket';
import { type TicketFields, ticketFieldsSchema } from '@core/ticket/ticket-fields';
import type { Instant } from '@core/time/instant';
import type { Selectable } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { TicketConflictTable } from '../tables/ticket-tables';

/** A conflict that is kept, with what a person chose; null: nobody has looked at it. */
export interface KeptConflict extends TicketConflict {
  readonly id: TicketConflictId;
  readonly ticketId: TicketId;
  readonly foundAt: Instant;
  readonly choice: 'mine' | 'theirs' | null;
}

function parse({ base, mine, theirs, chosenAt: _chosenAt, ...row }: Selectable<TicketConflictTable>): KeptConflict {
  const fields = (json: string): TicketFields => ticketFieldsSchema.parse(JSON.parse(json));
  return { ...row, base: fields(base), mine: fields(mine), theirs: fields(theirs) };
}

/** Keeps a conflict until somebody has looked at it. */
export async function keepConflict(
  trx: WorkbenchDatabase,
  {
    id,
    ticketId,
    foundAt,
    conflict,
  }: { id: TicketConflictId; ticketId: TicketId; foundAt: Instant; conflict: TicketConflict },
): Promise<void> {
  await trx
    .insertInto('ticketConflict')
    .values({
      id,
      ticketId,
      field: conflict.field,
      base: JSON.stringify(conflict.base),
      mine: JSON.stringify(conflict.mine),
      theirs: JSON.stringify(conflict.theirs),
      foundAt,
      choice: null,
      chosenAt: null,
    })
    .execute();
}

/** The conflicts that nobody has looked at, the newest first. */
export async function listOpenConflicts(trx: WorkbenchDatabase): Promise<KeptConflict[]> {
  const rows = await trx
    .selectFrom('ticketConflict')
    .selectAll()
    .where('choice', 'is', null)
    .orderBy('foundAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(parse);
}

/** A conflict, or undefined. */
export async function readConflict(trx: WorkbenchDatabase, id: TicketConflictId): Promise<KeptConflict | undefined> {
  const row = await trx.selectFrom('ticketConflict').selectAll().where('id', '=', id).executeTakeFirst();
  return row && parse(row);
}

/** Notes what a person chose; null takes it back. */
export async function writeChoice(
  trx: WorkbenchDatabase,
  id: TicketConflictId,
  choice: KeptConflict['choice'],
  at: Instant,
): Promise<void> {
  await trx
    .updateTable('ticketConflict')
    .set({ choice, chosenAt: choice === null ? null : at })
    .where('id', '=', id)
    .execute();
}

/** How many of a ticket wait for a person. */
export async function countOpenConflicts(trx: WorkbenchDatabase, ticketId: TicketId): Promise<number> {
  const { count } = await trx
    .selectFrom('ticketConflict')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('ticketId', '=', ticketId)
    .where('choice', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
