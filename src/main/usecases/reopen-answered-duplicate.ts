import type { TicketId } from '@core/ids';
import type { WorkbenchDatabase } from '../db/open';
import { readLastCustomerMessage } from '../db/queries/messages';
import { listLinksOf, writeSeenMessage } from '../db/queries/ticket-links';
import { readTicket } from '../db/queries/tickets';
import { changeableFieldsOf, writeTicketChange } from './change-ticket';
import type { Workbench } from './workbench';

/**
 * Takes a duplicate that was merged here back to where it stood before, once the customer has written on it again: nobody
 * looks among the solved ones. Each message does that once, so that a person can solve it anew. It stays a duplicate.
 */
export async function reopenAnsweredDuplicate(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  ticketId: TicketId,
): Promise<void> {
  const links = await listLinksOf(trx, [ticketId]);
  const link = links.find((candidate) => candidate.kind === 'duplicate' && candidate.ticketId === ticketId);
  if (!link?.undoing?.stage) return;
  const message = await readLastCustomerMessage(trx, ticketId);
  if (message === null || message <= link.seenMessage) return;
  await writeSeenMessage(trx, link.id, message);
  const ticket = await readTicket(trx, ticketId);
  const before = changeableFieldsOf(ticket);
  // The portal may have reopened it itself, and what is somebody else's is theirs to reopen.
  if (!before.ok || ticket?.state !== 'solved' || ticket.isAssignedToMe === 0) return;
  await writeTicketChange(workbench, trx, ticket, before.value, { stage: link.undoing.stage.before });
}
