import type { TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { attachmentName } from '@core/ticket/attachment-name';
import { markdownToMessageHtml, picturesInMarkdown } from '@core/ticket/message-markdown';
import { pictureReferenceHtml } from '@core/ticket/steps-message-html';
import { readScreenshot, updateScreenshot } from '../db/queries/screenshots';
import { readTicket, type Ticket } from '../db/queries/tickets';
import { type DraftPicture, type DraftPictureFailure, keepDraftPicture } from './keep-draft-picture';
import { languageOfMessage } from './language-of-message';
import { queueMessage } from './queue-message';
import type { Workbench } from './workbench';

export interface WriteMessageRequest {
  readonly ticketId: TicketId;
  /** Markdown; its pictures are drafts of the ticket. */
  readonly text: string;
  readonly isInternalNote: boolean;
  readonly pictures?: readonly DraftPicture[] | undefined;
}

export type WriteMessageFailure = DraftPictureFailure | { readonly kind: 'picture-missing' };

interface NumberedPicture extends DraftPicture {
  readonly hash: string;
  readonly stepPosition: number | null;
}

/**
 * Writes a message or an internal note on a ticket; it is sent with the next sync. The drafts that it shows are saved with
 * it: their uploads and the message go to the outbox in one transaction, or nothing does.
 */
export async function writeMessage(
  workbench: Workbench,
  request: WriteMessageRequest,
): Promise<Outcome<null, WriteMessageFailure>> {
  const { ticketId, text, isInternalNote } = request;
  const ticket = await readTicket(workbench.database, ticketId);
  if (!ticket) return fail({ kind: 'not-found' });
  const kept = await keepPictures(workbench, ticket, request);
  if (!kept.ok) return kept;
  const pictures = kept.value;
  const language = await languageOfMessage(workbench, ticket, isInternalNote);
  const bodyHtml = markdownToMessageHtml(text, (id) => {
    const picture = pictures.find(({ screenshotId }) => screenshotId === id);
    return picture
      ? pictureReferenceHtml(attachmentName(ticket.number, picture.hash, picture.stepPosition), language)
      : null;
  });

  const isWritten = await workbench.database.transaction().execute(async (trx) => {
    // Again, and this time nothing can come between: a double click is not to send a picture twice.
    for (const { screenshotId } of pictures) {
      if ((await readScreenshot(trx, screenshotId))?.state !== 'draft') return false;
    }
    const messageId = await queueMessage(
      workbench,
      trx,
      { ticketId, bodyHtml, isInternalNote, screenshotIds: pictures.map(({ screenshotId }) => screenshotId) },
      workbench.clock.read().wall,
    );
    for (const { screenshotId, hash, stepPosition } of pictures) {
      await updateScreenshot(trx, screenshotId, {
        ticketId,
        state: 'saved',
        flattenedHash: hash,
        messageId,
        stepPosition,
      });
    }
    return true;
  });
  if (!isWritten) return fail({ kind: 'picture-missing' });
  workbench.announce.ticketChanged(ticketId);
  workbench.announce.outboxChanged();
  return succeed(null);
}

/** Puts the pictures of a message on the disk, in the order in which its text shows them. */
async function keepPictures(
  workbench: Workbench,
  ticket: Ticket,
  { text, pictures = [] }: WriteMessageRequest,
): Promise<Outcome<NumberedPicture[], WriteMessageFailure>> {
  const ids = picturesInMarkdown(text);
  const kept: NumberedPicture[] = [];
  for (const [index, id] of ids.entries()) {
    const given = pictures.find(({ screenshotId }) => screenshotId === id);
    // Written by hand, or thrown away since: the customer is not to read an id instead of a picture.
    if (!given) return fail({ kind: 'picture-missing' });
    const picture = await keepDraftPicture(workbench, ticket, given);
    if (!picture.ok) return picture;
    kept.push({ ...given, hash: picture.value.hash, stepPosition: ids.length === 1 ? null : index + 1 });
  }
  return succeed(kept);
}
