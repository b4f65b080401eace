import type { MessageId, ScreenshotId, TicketId } from '@core/ids';
import { fail, succeed } from '@core/outcome';
import { externalIdOf } from '@core/sync/exactly-once';
import { attachmentName } from '@core/ticket/attachment-name';
import { addMs } from '@core/time/instant';
import { readMessage, setMessageRemoteId } from '../db/queries/messages';
import { dependOn, listOpenEntriesOf, markInFlight, type OutboxEntry } from '../db/queries/outbox';
import { listScreenshotsOfMessage, readScreenshot, updateScreenshot } from '../db/queries/screenshots';
import { readTicket } from '../db/queries/tickets';
import type { PortalResult } from '../portal/portal';
import { type Carried, finish, refuse } from './carried';
import { createLine, deleteLine, updateLine } from './carry-out-line';
import { changeTicket, createTicket } from './carry-out-ticket';
import type { PushContext } from './push';

/** Odoo ends a request after two minutes; what has not shown by then was not carried out. Source: SYNC, "Exactly once". */
const SERVER_TIME_LIMIT_MS = 120_000;

/**
 * Gives one operation its one effect on the portal. One in flight may have had it already, so the portal is asked before
 * anything is sent.
 */
export async function carryOut(context: PushContext, entry: OutboxEntry): Promise<Carried> {
  const { operation } = entry;
  switch (operation.kind) {
    case 'create-timesheet-line':
      return createLine(context, entry, operation);
    case 'update-timesheet-line':
      return updateLine(context, entry, operation);
    case 'delete-timesheet-line':
      return deleteLine(context, entry, operation.lineId);
    case 'create-ticket':
      return createTicket(context, entry, operation);
    case 'update-ticket':
      return changeTicket(context, entry, operation);
    case 'upload-screenshot':
      return uploadScreenshot(context, entry, operation.screenshotId);
    case 'post-message':
      return postMessage(context, entry, operation.messageId);
  }
}

/** Puts an operation behind the creation of its ticket, without which the portal has no place for it. */
async function waitForTicket(context: PushContext, entry: OutboxEntry, ticketId: TicketId): Promise<Carried> {
  return context.database.transaction().execute(async (trx) => {
    const creation = (await listOpenEntriesOf(trx, ticketId)).find(
      ({ operation }) => operation.kind === 'create-ticket',
    );
    if (!creation) return refuse('The ticket is not on the portal.');
    await dependOn(trx, entry.id, creation.id);
    return fail({ kind: 'waits-for-another' });
  });
}

/** Creates through an external id: once it exists on the portal it is adopted and never sent again. */
async function createOnce(
  context: PushContext,
  entry: OutboxEntry,
  subjectId: string,
  create: () => Promise<PortalResult<number>>,
): Promise<PortalResult<number>> {
  if (entry.state === 'in-flight') {
    const probed = await context.portal.probeExternalId(externalIdOf(subjectId));
    if (!probed.ok) return probed;
    if (probed.value.kind === 'present') return succeed(probed.value.remoteId);
  }
  await announceSending(context, entry);
  return create();
}

/** Committed before anything is sent: after a crash "in flight" means that nobody knows. */
function announceSending(context: PushContext, entry: OutboxEntry): Promise<void> {
  return context.database.transaction().execute((trx) => markInFlight(trx, entry.id, context.now().wall));
}

async function uploadScreenshot(
  context: PushContext,
  entry: OutboxEntry,
  screenshotId: ScreenshotId,
): Promise<Carried> {
  const screenshot = await readScreenshot(context.database, screenshotId);
  const ticket = screenshot?.ticketId ? await readTicket(context.database, screenshot.ticketId) : undefined;
  const flattenedHash = screenshot?.flattenedHash;
  if (!flattenedHash || !ticket) return refuse('The screen dump or its ticket is no longer kept here.');
  const ticketRemoteId = ticket.remoteId;
  if (ticketRemoteId === null) return waitForTicket(context, entry, ticket.id);
  const bytes = context.readPicture(flattenedHash);
  if (bytes === null) return refuse('The picture file is missing on this computer.');
  const created = await createOnce(context, entry, screenshotId, () =>
    context.portal.createAttachment({
      externalId: externalIdOf(screenshotId),
      ticketRemoteId,
      fileName: attachmentName(ticket.number, flattenedHash, screenshot.stepPosition),
      mimeType: 'image/png',
      bytes,
      ...(context.signal === undefined ? {} : { signal: context.signal }),
    }),
  );
  if (!created.ok) return created;
  await finish(context, entry, (trx) => updateScreenshot(trx, screenshotId, { remoteId: created.value }));
  context.onPictureSent(screenshotId);
  return succeed(null);
}

/**
 * A message can go out as an e-mail, and the search for it is not atomic: when nobody knows whether it arrived, it is
 * looked for again after the server's own time limit, and then left to a person. It is never sent twice unasked.
 */
async function postMessage(context: PushContext, entry: OutboxEntry, messageId: MessageId): Promise<Carried> {
  const message = await readMessage(context.database, messageId);
  const ticket = message && (await readTicket(context.database, message.ticketId));
  if (!message?.messageUid || !ticket) return refuse('The message or its ticket is no longer kept here.');
  if (ticket.remoteId === null) return waitForTicket(context, entry, ticket.id);
  if (entry.state === 'in-flight') {
    const probed = await context.portal.probeMessage(message.messageUid);
    if (!probed.ok) return probed;
    if (probed.value.kind === 'present') return finishMessage(context, entry, messageId, probed.value.remoteId);
    const unsettled = settleAbsentMessage(context, entry);
    if (unsettled) return unsettled;
  }
  const attachments = await listScreenshotsOfMessage(context.database, messageId);
  await announceSending(context, entry);
  // Up to then a person could take it back.
  if ((await readMessage(context.database, messageId)) === undefined) return succeed(null);
  const posted = await context.portal.postMessage({
    messageUid: message.messageUid,
    ticketRemoteId: ticket.remoteId,
    bodyHtml: message.bodyHtml,
    isInternalNote: message.isInternalNote === 1,
    attachmentRemoteIds: attachments.flatMap(({ remoteId }) => (remoteId === null ? [] : [remoteId])),
  });
  if (!posted.ok) return posted;
  return finishMessage(context, entry, messageId, posted.value);
}

/** A message that was sent but cannot be found: wait, then ask. Null when a person has decided to send it anew. */
function settleAbsentMessage(context: PushContext, entry: OutboxEntry): Carried | null {
  if (entry.sentAt === null) return null;
  const askAgainAt = addMs(entry.sentAt, SERVER_TIME_LIMIT_MS);
  if (context.now().wall < askAgainAt) {
    return fail({ kind: 'unsettled', askAgainAt, message: 'Not known yet whether the message arrived.' });
  }
  return refuse('The answer got lost and the portal does not show this message.');
}

function finishMessage(
  context: PushContext,
  entry: OutboxEntry,
  messageId: MessageId,
  remoteId: number,
): Promise<Carried> {
  return finish(context, entry, (trx) => setMessageRemoteId(trx, messageId, remoteId)).then(() => succeed(null));
}
