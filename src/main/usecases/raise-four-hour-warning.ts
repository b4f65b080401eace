import { planWarning } from '@core/billing/four-hour-rule';
import type { TicketId } from '@core/ids';
import { listRaisedWarnings, replaceRaisedWarnings } from '../db/queries/four-hour-warnings';
import { readTicket } from '../db/queries/tickets';
import { readMeter } from './ticket-figures';
import type { Workbench } from './workbench';

/**
 * Speaks when a ticket's counted time has crossed a threshold of the four-hour rule, once per crossing; what has spoken
 * is on disk first. `isSilent` only takes note, for a ticket that arrives with its time already worked.
 */
export async function raiseFourHourWarning(
  workbench: Workbench,
  ticketId: TicketId,
  { isSilent = false }: { isSilent?: boolean } = {},
): Promise<void> {
  const now = workbench.clock.read();
  const warning = await workbench.database.transaction().execute(async (trx) => {
    const ticket = await readTicket(trx, ticketId);
    if (!ticket) return null;
    const meter = await readMeter(trx, ticket, now);
    const before = await listRaisedWarnings(trx, ticketId);
    const plan = planWarning({
      countedSeconds: meter.countedSeconds,
      limitSeconds: meter.limitSeconds,
      raised: before,
    });
    if (JSON.stringify(plan.raised) !== JSON.stringify(before)) {
      await replaceRaisedWarnings(trx, ticketId, plan.raised, now.wall);
    }
    if (plan.raise === null || isSilent) return null;
    return {
      ticketId,
      ticketNumber: ticket.number,
      thresholdPermille: plan.raise.permille,
      countedSeconds: meter.countedSeconds,
      leftSeconds: meter.leftSeconds,
    };
  });
  if (warning) workbench.announce.fourHourWarning(warning);
}
