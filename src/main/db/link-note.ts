import type { TicketId } from '@core/ids';
import type { WorkbenchDatabase } from './open';
import { readMessage, rewriteWaitingMessage } from './queries/messages';
import { listLinksOf } from './queries/ticket-links';
import { readTicket } from './queries/tickets';

/**
 * Lets the notes that wait on other tickets call a ticket by the number that the portal has just given it. To be called
 * before its row says so.
 */
export async function renameInLinkNotes(trx: WorkbenchDatabase, ticketId: TicketId, number: string): Promise<void> {
  const before = await readTicket(trx, ticketId);
  if (!before) return;
  for (const { undoing, ticketId: otherId } of await listLinksOf(trx, [ticketId])) {
    if (undoing === null) continue;
    const noteId = otherId === ticketId ? undoing.notes.main : undoing.notes.other;
    const note = await readMessage(trx, noteId);
    if (!note) continue;
    // It stands before the title, and a title can hold anything: only the first is the number.
    const renamed = note.bodyHtml.replace(`${before.number} `, () => `${number} `);
    await rewriteWaitingMessage(trx, noteId, renamed);
  }
}
