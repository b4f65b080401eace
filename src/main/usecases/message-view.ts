import { messageUidOf } from '@core/sync/exactly-once';
import { sentenceOfPortalNote } from '@core/sync/portal-note';
import { endOfAttachmentName } from '@core/ticket/attachment-name';
import { senderOfMessage } from '@core/ticket/message-sender';
import type { Message } from '../db/queries/messages';
import type { Screenshot } from '../db/queries/screenshots';
import { pictureUrl, type sendStateOf } from './read-screenshot';

interface MessageContext {
  /** Those of its ticket. */
  readonly screenshots: readonly Screenshot[];
  readonly people: Parameters<typeof senderOfMessage>[1];
  readonly sync: ReturnType<typeof sendStateOf>;
}

/** A message for the screen. */
export function toMessageView(message: Message, { screenshots, people, sync }: MessageContext) {
  const { id, authorName, bodyHtml, writtenAt } = message;
  const isInternalNote = message.isInternalNote === 1;
  const sentence = isInternalNote ? sentenceOfPortalNote(bodyHtml) : null;
  return {
    id,
    authorName,
    // A message keeps the id that it was written here with.
    sender: senderOfMessage({ authorName, isOwn: message.messageUid === messageUidOf(id) }, people),
    isInternalNote,
    bodyHtml: sentence ?? bodyHtml,
    isOfApp: sentence !== null,
    pictures: screenshots.flatMap(({ messageId, flattenedHash }) =>
      messageId === id && flattenedHash !== null
        ? [{ nameEnd: endOfAttachmentName(flattenedHash), url: pictureUrl(flattenedHash) }]
        : [],
    ),
    writtenAt,
    sync,
  };
}
