import type { MessageId, ScreenshotId, TimesheetLineId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { externalIdOf } from '@core/sync/exactly-once';
import { addMs, type Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../db/open';
import { readMessage, setMessageRemoteId } from '../db/queries/messages';
import { markDone, markInFlight, type OutboxEntry } from '../db/queries/outbox';
import { listScreenshotsOfMessage, readScreenshot, updateScreenshot } from '../db/queries/screenshots';
import { readTicket } from '../db/queries/tickets';
import {
  deleteTimesheetLine,
  readLineByRemoteId,
  readTimesheetLine,
  updateTimesheetLine,
} from '../db/queries/timesheet-lines';
import type { PortalFailure, PortalResult } from '../portal/portal';
import type { PushContext } from './push';

/** Nobody knows yet whether the message arrived; it is looked for again at that time. */
interface Unsettled {
  readonly kind: 'unsettled';
  readonly askAgainAt: Instant;
  readonly message: string;
}

type Carried = Outcome<null, PortalFailure | Unsettled>;

/** Odoo ends a request after two minutes; what has not shown by then was not carried out. Source: SYNC, "Exactly once". */
const SERVER_TIME_LIMIT_MS = 120_000;

function refuse(message: string): Carried {
  return fail({ kind: 'refused', message });
}

/**
 * Gives one operation its one effect on the portal. One in flight may have had it already, so the portal is asked before
 * anything is sent.
 */
export async function carryOut(context: PushContext, entry: OutboxEntry): Promise<Carried> {
  const { operation } = entry;
  switch (operation.kind) {
    case 'create-timesheet-line':
      return createLine(context, entry, operation.lineId);
    case 'upload-screenshot':
      return uploadScreenshot(context, entry, operation.screenshotId);
    case 'post-message':
      return postMessage(context, entry, operation.messageId);
  }
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

async function createLine(context: PushContext, entry: OutboxEntry, lineId: TimesheetLineId): Promise<Carried> {
  const line = await readTimesheetLine(context.database, lineId);
  const ticket = line && (await readTicket(context.database, line.ticketId));
  if (!line || !ticket) return refuse('The line or its ticket is no longer kept here.');
  const { employeeId } = context;
  if (employeeId === null) return refuse('This portal has no employee for you, so it cannot hold your time.');
  const created = await createOnce(context, entry, lineId, async () => {
    // Read again now that it is in flight: up to then a person could still change it.
    const { date, description, workedSeconds } = (await readTimesheetLine(context.database, lineId)) ?? line;
    return context.portal.createTimesheetLine({
      externalId: externalIdOf(lineId),
      ticketRemoteId: ticket.remoteId,
      projectRemoteId: ticket.projectRemoteId,
      employeeId,
      date,
      description,
      workedSeconds,
    });
  });
  if (!created.ok) return created;
  await finish(context.database, entry, async (trx) => {
    // A pull may have seen the line before its answer reached us: then that copy makes way.
    const copy = await readLineByRemoteId(trx, created.value);
    if (copy && copy.id !== lineId) await deleteTimesheetLine(trx, copy.id);
    await updateTimesheetLine(trx, lineId, { remoteId: created.value });
  });
  return succeed(null);
}

async function uploadScreenshot(
  context: PushContext,
  entry: OutboxEntry,
  screenshotId: ScreenshotId,
): Promise<Carried> {
  const screenshot = await readScreenshot(context.database, screenshotId);
  const ticket = screenshot?.ticketId ? await readTicket(context.database, screenshot.ticketId) : undefined;
  if (!screenshot?.flattenedHash || !ticket) return refuse('The screen dump or its ticket is no longer kept here.');
  const bytes = context.readPicture(screenshot.flattenedHash);
  if (bytes === null) return refuse('The picture file is missing on this computer.');
  const created = await createOnce(context, entry, screenshotId, () =>
    context.portal.createAttachment({
      externalId: externalIdOf(screenshotId),
      ticketRemoteId: ticket.remoteId,
      fileName: `${ticket.number}-${screenshot.flattenedHash?.slice(0, 8)}.png`,
      mimeType: 'image/png',
      bytes,
    }),
  );
  if (!created.ok) return created;
  await finish(context.database, entry, (trx) => updateScreenshot(trx, screenshotId, { remoteId: created.value }));
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
  if (entry.state === 'in-flight') {
    const probed = await context.portal.probeMessage(message.messageUid);
    if (!probed.ok) return probed;
    if (probed.value.kind === 'present')
      return finishMessage(context.database, entry, messageId, probed.value.remoteId);
    const unsettled = settleAbsentMessage(context, entry);
    if (unsettled) return unsettled;
  }
  const attachments = await listScreenshotsOfMessage(context.database, messageId);
  await announceSending(context, entry);
  const posted = await context.portal.postMessage({
    messageUid: message.messageUid,
    ticketRemoteId: ticket.remoteId,
    bodyHtml: message.bodyHtml,
    isInternalNote: message.isInternalNote === 1,
    attachmentRemoteIds: attachments.flatMap(({ remoteId }) => (remoteId === null ? [] : [remoteId])),
  });
  if (!posted.ok) return posted;
  return finishMessage(context.database, entry, messageId, posted.value);
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
  database: WorkbenchDatabase,
  entry: OutboxEntry,
  messageId: MessageId,
  remoteId: number,
): Promise<Carried> {
  return finish(database, entry, (trx) => setMessageRemoteId(trx, messageId, remoteId)).then(() => succeed(null));
}

/** The server's id and the end of the operation, in one transaction. */
async function finish(
  database: WorkbenchDatabase,
  entry: OutboxEntry,
  store: (trx: WorkbenchDatabase) => Promise<void>,
): Promise<void> {
  await database.transaction().execute(async (trx) => {
    await store(trx);
    await markDone(trx, entry.id);
  });
}
