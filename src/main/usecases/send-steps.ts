import { fail, type Outcome, succeed } from '@core/outcome';
import { attachmentName } from '@core/ticket/attachment-name';
import { cleanAddress } from '@core/ticket/odoo-address';
import { formatStepsMessageHtml } from '@core/ticket/steps-message-html';
import { type Screenshot, updateScreenshot } from '../db/queries/screenshots';
import { readTicket, type Ticket } from '../db/queries/tickets';
import { type DraftPictureFailure, keepDraftPicture } from './keep-draft-picture';
import { type StepsRequest, writeSteps } from './keep-steps';
import { languageOfMessage } from './language-of-message';
import { queueMessage } from './queue-message';
import type { Workbench } from './workbench';

export interface SendStepsRequest extends StepsRequest {
  readonly isInternalNote: boolean;
  readonly steps: readonly (StepsRequest['steps'][number] & {
    /** The picture with everything drawn in and redacted pixels gone: what is sent. */
    readonly flattenedPng: Uint8Array;
  })[];
}

/** A step whose picture is on the disk. */
interface FlattenedStep {
  readonly screenshot: Screenshot;
  readonly caption: string;
  readonly hash: string;
}

export type SendStepsFailure = { readonly kind: 'no-steps' } | DraftPictureFailure;

/**
 * Makes one message of the steps of a ticket. All screen dumps are saved with it and their uploads and the message go to the
 * outbox in one transaction: either all of it is on its way, or the drafts are as they were.
 */
export async function sendSteps(
  workbench: Workbench,
  request: SendStepsRequest,
): Promise<Outcome<null, SendStepsFailure>> {
  const ticket = await readTicket(workbench.database, request.ticketId);
  if (!ticket) return fail({ kind: 'not-found' });
  if (request.steps.length === 0) return fail({ kind: 'no-steps' });
  const flattened = await keepPictures(workbench, ticket, request);
  if (!flattened.ok) return flattened;
  const language = await languageOfMessage(workbench, ticket, request.isInternalNote);

  const isSent = await workbench.database.transaction().execute(async (trx) => {
    // It refuses what is no draft of the ticket any more: a double click sends nothing twice.
    if (!(await writeSteps(trx, request))) return false;
    const messageId = await queueMessage(
      workbench,
      trx,
      {
        ticketId: ticket.id,
        bodyHtml: formatStepsMessageHtml(toMessage(ticket, request, flattened.value), language),
        isInternalNote: request.isInternalNote,
        screenshotIds: request.steps.map(({ screenshotId }) => screenshotId),
      },
      workbench.clock.read().wall,
    );
    for (const { screenshot, hash } of flattened.value) {
      await updateScreenshot(trx, screenshot.id, { state: 'saved', flattenedHash: hash, messageId });
    }
    return true;
  });
  if (!isSent) return fail({ kind: 'not-found' });
  workbench.announce.ticketChanged(ticket.id);
  workbench.announce.outboxChanged();
  return succeed(null);
}

/** Puts every picture on the disk before anything speaks of it. */
async function keepPictures(
  workbench: Workbench,
  ticket: Ticket,
  { steps }: SendStepsRequest,
): Promise<Outcome<FlattenedStep[], SendStepsFailure>> {
  const kept: FlattenedStep[] = [];
  for (const { screenshotId, caption, flattenedPng } of steps) {
    const picture = await keepDraftPicture(workbench, ticket, { screenshotId, flattenedPng });
    if (!picture.ok) return picture;
    kept.push({ ...picture.value, caption });
  }
  return succeed(kept);
}

function toMessage(ticket: Ticket, { happened, expected }: SendStepsRequest, flattened: readonly FlattenedStep[]) {
  const steps = flattened.map(({ screenshot, caption, hash }, index) => ({
    caption,
    title: screenshot.title,
    address: cleanAddress(screenshot.address),
    fileName: attachmentName(ticket.number, hash, index + 1),
  }));
  return { steps, happened, expected };
}
