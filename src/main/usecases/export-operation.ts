import type { OperationId } from '@core/ids';
import type { WorkbenchDatabase } from '../db/open';
import { readMessage } from '../db/queries/messages';
import { readEntry } from '../db/queries/outbox';
import { readScreenshot } from '../db/queries/screenshots';
import { readTicket } from '../db/queries/tickets';
import { readTimesheetLine } from '../db/queries/timesheet-lines';
import { ticketFieldsOf } from '../db/ticket-outbox';

/**
 * An operation and what it is about, as a file that a person can enter by hand somewhere else or send to somebody who
 * helps. It holds what was recorded and what the portal said; never a key. Null when there is no such operation.
 */
export async function exportOperation(
  database: WorkbenchDatabase,
  operationId: OperationId,
): Promise<{ fileName: string; bytes: Uint8Array } | null> {
  const entry = await readEntry(database, operationId);
  if (!entry) return null;
  const { operation } = entry;
  const line = 'lineId' in operation ? await readTimesheetLine(database, operation.lineId) : undefined;
  const message = 'messageId' in operation ? await readMessage(database, operation.messageId) : undefined;
  const screenshot = 'screenshotId' in operation ? await readScreenshot(database, operation.screenshotId) : undefined;
  const ownTicketId = 'ticketId' in operation ? operation.ticketId : null;
  const ticketId = ownTicketId ?? line?.ticketId ?? message?.ticketId ?? screenshot?.ticketId ?? null;
  const ticket = ticketId === null ? undefined : await readTicket(database, ticketId);
  const content = {
    kind: operation.kind,
    state: entry.state,
    writtenAt: new Date(entry.createdAt).toISOString(),
    attempts: entry.attempts,
    portalSaid: entry.problem,
    ticket: ticket && { number: ticket.number, title: ticket.title, remoteId: ticket.remoteId },
    ticketFields: ownTicketId !== null && ticket ? ticketFieldsOf(ticket) : undefined,
    line: line && {
      date: line.date,
      minutes: line.workedSeconds / 60,
      heldMinutes: line.heldSeconds / 60,
      description: line.description,
      kindOfWork: line.kindOfWork,
      remoteId: line.remoteId,
    },
    message: message && { html: message.bodyHtml, isInternalNote: message.isInternalNote === 1 },
    screenshot: screenshot && { title: screenshot.title, address: screenshot.address, file: screenshot.flattenedHash },
  };
  const fileName = `fyra-${ticket?.number ?? 'outbox'}-${operation.kind}.json`;
  return { fileName, bytes: new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`) };
}
