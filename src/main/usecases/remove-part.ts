import type { TicketId } from '@core/ids';
import { parsePortalNote } from '@core/sync/portal-note';
import type { WorkbenchDatabase } from '../db/open';
import { listMessagesOfTicket } from '../db/queries/messages';
import { forgetEntry, listEntriesOf } from '../db/queries/outbox';
import { hasOnlyTheseLines, type KeptLink, listLinksOf } from '../db/queries/ticket-links';
import { deleteTicket, readTicket } from '../db/queries/tickets';
import { forgetStepsOnTicket } from '../db/queries/timesheet-changes';
import { isNoteUnsent, retractNote } from './link-notes';

/**
 * Whether a part that was split here is as it was made: the portal has nothing of it, nor can have, and all that is on it is
 * what was moved there and what this app noted about that.
 */
export async function isPartUnsent(trx: WorkbenchDatabase, link: KeptLink): Promise<boolean> {
  const part = await readTicket(trx, link.ticketId);
  if (!part || part.remoteId !== null || link.undoing === null) return false;
  const entries = await listEntriesOf(trx, part.id);
  if (entries.some(({ attempts, state }) => attempts > 0 || state !== 'waiting')) return false;
  if ((await listLinksOf(trx, [part.id])).some(({ id }) => id !== link.id)) return false;
  for (const { id, bodyHtml } of await listMessagesOfTicket(trx, part.id)) {
    const kind = parsePortalNote(bodyHtml)?.kind;
    if ((kind !== 'line' && kind !== 'link') || !(await isNoteUnsent(trx, id))) return false;
  }
  return hasOnlyTheseLines(
    trx,
    part.id,
    link.undoing.changes.map(({ lineId }) => lineId),
  );
}

/** Removes a part of which nothing was sent and on which nothing is left, with what would have told of it. */
export async function removePart(trx: WorkbenchDatabase, partId: TicketId): Promise<void> {
  for (const { id } of await listMessagesOfTicket(trx, partId)) await retractNote(trx, id);
  for (const { id } of await listEntriesOf(trx, partId)) await forgetEntry(trx, id);
  await forgetStepsOnTicket(trx, partId);
  await deleteTicket(trx, partId);
}
