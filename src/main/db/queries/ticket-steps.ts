import type { TicketId } from '@core/ids';
import type { WorkbenchDatabase } from '../open';
import type { TicketStepsTable } from '../tables/ticket-tables';

/** The three answers of "steps to reproduce" as they are kept for a ticket; empty where nothing was written. */
export async function readTicketSteps(trx: WorkbenchDatabase, ticketId: TicketId): Promise<TicketStepsTable> {
  const kept = await trx.selectFrom('ticketSteps').selectAll().where('ticketId', '=', ticketId).executeTakeFirst();
  return kept ?? { ticketId, done: '', happened: '', expected: '' };
}

/** Keeps the three answers of a ticket, instead of those that were kept before. */
export async function writeTicketSteps(trx: WorkbenchDatabase, steps: TicketStepsTable): Promise<void> {
  const { ticketId: _ticketId, ...answers } = steps;
  await trx
    .insertInto('ticketSteps')
    .values(steps)
    .onConflict((conflict) => conflict.column('ticketId').doUpdateSet(answers))
    .execute();
}
