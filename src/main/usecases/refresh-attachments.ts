import type { TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../db/open';
import { replaceAttachments } from '../db/queries/attachments';
import { readTicket } from '../db/queries/tickets';
import type { Portal, PortalFailure } from '../portal/portal';

export type RefreshFailure = PortalFailure | { readonly kind: 'ticket-unknown' | 'not-on-portal' };

/** Asks the portal which files are on a ticket, and keeps the list. After a failure the one that is here stays. */
export async function refreshAttachments(
  { database, portal, now }: { database: WorkbenchDatabase; portal: Portal; now: () => Instant },
  ticketId: TicketId,
): Promise<Outcome<null, RefreshFailure>> {
  const ticket = await readTicket(database, ticketId);
  if (!ticket) return fail({ kind: 'ticket-unknown' });
  if (ticket.remoteId === null) return fail({ kind: 'not-on-portal' });
  const listed = await portal.listAttachments(ticket.remoteId);
  if (!listed.ok) return listed;
  await database.transaction().execute((trx) => replaceAttachments(trx, ticketId, listed.value, now()));
  return succeed(null);
}
