import type { MessageId, TicketId } from '@core/ids';
import { formatPortalNote } from '@core/sync/portal-note';
import type { PortalNote } from '@core/sync/portal-note-kinds';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../db/open';
import { queueMessage } from './queue-message';
import type { Workbench } from './workbench';

/** Writes an internal note that carries what the portal has no field for; it is sent with the next sync. */
export function postNote(
  workbench: Pick<Workbench, 'newId' | 'userName'>,
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  { note, sentence, at }: { note: PortalNote; sentence: string; at: Instant },
): Promise<MessageId> {
  return queueMessage(
    workbench,
    trx,
    { ticketId, bodyHtml: formatPortalNote(note, sentence), isInternalNote: true },
    at,
  );
}
