import { computeChargeIncrements } from '@core/billing/charge-increments';
import type { TicketId, TimesheetLineId } from '@core/ids';
import { stockholmDate } from '@core/time/stockholm';
import type { WorkbenchDatabase } from '../db/open';
import { readTicket } from '../db/queries/tickets';
import { readCountedTicket, readPriceList } from './ticket-charge';
import type { Workbench } from './workbench';

/** By how many minutes each line of mine on these tickets raises the charge of its ticket, in the order of the work. */
export async function readChargedMinutes(
  trx: WorkbenchDatabase,
  tickets: Iterable<TicketId>,
  clock: Workbench['clock'],
): Promise<Map<TimesheetLineId, number>> {
  const charged = new Map<TimesheetLineId, number>();
  for (const ticketId of tickets) {
    const ticket = await readTicket(trx, ticketId);
    if (!ticket) continue;
    const { counted, unlistedSeconds, limitSeconds } = await readCountedTicket(
      trx,
      ticket,
      stockholmDate(clock.read().wall),
    );
    const { minutes } = computeChargeIncrements({
      entries: counted,
      unlistedSeconds,
      priceList: await readPriceList(trx, ticket.customerId),
      limitMinutes: Math.floor(limitSeconds / 60),
    });
    for (const { key, ownLine } of counted) if (ownLine) charged.set(ownLine.id, minutes.get(key) ?? 0);
  }
  return charged;
}
