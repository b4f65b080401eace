import { isWarningOver, planWarning } from '@core/billing/four-hour-rule';
import type { TicketId } from '@core/ids';
import { listRaisedWarnings, replaceRaisedWarnings } from '../db/queries/four-hour-warnings';
import { readTicket } from '../db/queries/tickets';
import { raisePackWarning } from './raise-pack-warning';
import { readMeter, thresholdsOf } from './ticket-figures';
import type { Workbench } from './workbench';

/**
 * Speaks when a ticket's counted time has crossed a threshold of the four-hour rule, once per crossing; what has spoken
 * is on disk first, and what is no longer true is taken back. `isSilent` only takes note, for a ticket that arrives with its time already worked. Then does the same
 * for the customer's support packs, except at a beat of the running timer.
 */
export async function raiseFourHourWarning(
  workbench: Workbench,
  ticketId: TicketId,
  { isSilent = false, isBeat = false }: { isSilent?: boolean; isBeat?: boolean } = {},
): Promise<void> {
  const thresholds = thresholdsOf(workbench);
  const now = workbench.clock.read();
  const noted = await workbench.database.transaction().execute(async (trx) => {
    const ticket = await readTicket(trx, ticketId);
    if (!ticket) return null;
    const { customerId } = ticket;
    const meter = await readMeter(trx, ticket, now, thresholds);
    const before = await listRaisedWarnings(trx, ticketId);
    const plan = planWarning({
      countedSeconds: meter.countedSeconds,
      limitSeconds: meter.limitSeconds,
      thresholds,
      raised: before,
    });
    if (JSON.stringify(plan.raised) !== JSON.stringify(before)) {
      await replaceRaisedWarnings(trx, ticketId, plan.raised, now.wall);
    }
    if (plan.raise === null || isSilent)
      return { customerId, warning: null, isOver: isWarningOver(before, plan.raised) };
    const warning = {
      ticketId,
      ticketNumber: ticket.number,
      thresholdPermille: plan.raise.permille,
      countedSeconds: meter.countedSeconds,
      leftSeconds: meter.leftSeconds,
    };
    return { customerId, warning, isOver: false };
  });
  if (noted?.warning) workbench.announce.fourHourWarning(noted.warning);
  if (noted?.isOver) workbench.announce.fourHourWarningOver(ticketId);
  // Packs are drawn from by lines, which no beat changes.
  if (noted?.customerId && !isBeat) await raisePackWarning(workbench, noted.customerId, { isSilent });
}
