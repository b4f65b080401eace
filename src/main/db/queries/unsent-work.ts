import type { TicketId } from '@core/ids';
import { sql } from 'kysely';
import { SHORTEST_LINE_SENT_SECONDS } from '../line-outbox';
import type { WorkbenchDatabase } from '../open';

/**
 * My lines that the portal does not hold, and those of which a part waits here. What is too short to be sent ever is not
 * among them; a line that the portal has lost is, as it is nowhere else either.
 */
export async function listLinesKeptHere(trx: WorkbenchDatabase) {
  return trx
    .selectFrom('timesheetLine')
    .selectAll()
    .select(
      sql<number>`CASE WHEN portal_values IS NULL THEN worked_seconds ELSE held_seconds END`.as('keptHereSeconds'),
    )
    .where('origin', '=', 'mine')
    .where('deletedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('heldSeconds', '>', 0),
        eb.and([eb('portalValues', 'is', null), eb('workedSeconds', '>=', SHORTEST_LINE_SENT_SECONDS)]),
      ]),
    )
    .orderBy('id')
    .execute();
}

/** Screen dumps that were taken and not saved on a ticket. */
export async function listAllDrafts(trx: WorkbenchDatabase) {
  return trx.selectFrom('screenshot').selectAll().where('state', '=', 'draft').orderBy('id').execute();
}

/**
 * Steps to reproduce a fault that are written down and were never sent. Their answers are kept when they are sent; only
 * the saved pictures beside them tell that they were.
 */
export async function listAllSteps(trx: WorkbenchDatabase) {
  return trx
    .selectFrom('ticketSteps')
    .selectAll()
    .where((eb) => eb.or([eb('done', '!=', ''), eb('happened', '!=', ''), eb('expected', '!=', '')]))
    .where('ticketId', 'not in', (eb) =>
      eb
        .selectFrom('screenshot')
        .select(sql<TicketId>`ticket_id`.as('ticketId'))
        .where('state', '=', 'saved')
        .where('stepPosition', 'is not', null)
        .where('ticketId', 'is not', null),
    )
    .orderBy('ticketId')
    .execute();
}
