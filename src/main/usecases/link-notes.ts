import type { MessageId } from '@core/ids';
import { describeLinkNote } from '@core/sync/link-note-sentence';
import type { LinkNote } from '@core/sync/portal-note-kinds';
import type { TicketLink } from '@core/ticket/ticket-link';
import type { WorkbenchDatabase } from '../db/open';
import { deleteMessage, readMessage } from '../db/queries/messages';
import { dependOn, listEntriesOf, readEntryOf, withdrawEntry } from '../db/queries/outbox';
import type { Ticket } from '../db/queries/tickets';
import { postNote } from './post-note';
import type { Workbench } from './workbench';

type Teller = Pick<Workbench, 'newId' | 'userName' | 'settings' | 'clock'>;

/** The two tickets of a link. */
interface Ends {
  readonly main: Pick<Ticket, 'id' | 'number' | 'title' | 'remoteId'>;
  readonly other: Pick<Ticket, 'id' | 'number' | 'title' | 'remoteId'>;
}

/** Tells in an internal note on one of two tickets that it is linked to the other, or is no more. */
export async function postLinkNote(
  workbench: Teller,
  trx: WorkbenchDatabase,
  { id: linkId, kind, at: linkedAt }: Pick<TicketLink, 'id' | 'kind' | 'at'>,
  ends: Ends,
  { side, state }: Pick<LinkNote, 'side' | 'state'>,
): Promise<MessageId> {
  const note: LinkNote = { kind: 'link', linkId, link: kind, side, state, at: linkedAt };
  const [ticket, named] = side === 'main' ? [ends.main, ends.other] : [ends.other, ends.main];
  const sentence = describeLinkNote(note, named, workbench.settings().language);
  const messageId = await postNote(workbench, trx, ticket.id, { note, sentence, at: workbench.clock.read().wall });
  // A number of this computer means nothing to anybody else: the note waits until the portal has given its own.
  const creation = named.remoteId === null ? await readEntryOf(trx, named.id) : undefined;
  const entry = creation && (await readEntryOf(trx, messageId));
  if (creation && entry) await dependOn(trx, entry.id, creation.id);
  return messageId;
}

/** Whether a note has never been handed to the network. */
export async function isNoteUnsent(trx: WorkbenchDatabase, messageId: MessageId): Promise<boolean> {
  const message = await readMessage(trx, messageId);
  if (message?.remoteId !== null) return false;
  // Where there is no portal nothing waits, and nothing was sent.
  return (await listEntriesOf(trx, messageId)).every(({ state }) => state === 'waiting');
}

/** Takes a note away if it has never been handed to the network. Answers whether it was so. */
export async function retractNote(trx: WorkbenchDatabase, messageId: MessageId): Promise<boolean> {
  if (!(await isNoteUnsent(trx, messageId))) return false;
  for (const { id } of await listEntriesOf(trx, messageId)) await withdrawEntry(trx, id);
  await deleteMessage(trx, messageId);
  return true;
}
