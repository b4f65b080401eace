import type { TicketId } from '@core/ids';
import { readLastSequence } from '../db/queries/outbox';
import { createTurns } from '../db/take-turns';
import { reopenAnsweredDuplicate } from './reopen-answered-duplicate';
import { settleLimit } from './settle-limit';
import type { Workbench } from './workbench';

/**
 * Works out anew what is held back on the tickets that a pull changed: a colleague's hours can have crossed the limit, an
 * approval can have moved it. A duplicate on which the customer wrote again goes back to work. Answers whether anything is to be sent because of that.
 */
export async function settlePulled(workbench: Workbench, ticketIds: readonly TicketId[]): Promise<boolean> {
  const before = await readLastSequence(workbench.database);
  const takeTurn = createTurns();
  for (const ticketId of ticketIds) {
    // One by one: a heartbeat has to find its turn in between.
    await workbench.database.transaction().execute(async (trx) => {
      await reopenAnsweredDuplicate(workbench, trx, ticketId);
      await settleLimit(workbench, trx, ticketId, workbench.clock.read().wall);
    });
    await takeTurn();
  }
  return (await readLastSequence(workbench.database)) !== before;
}
