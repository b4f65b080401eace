import type { ScreenshotId, TicketId } from '@core/ids';
import { numberedCaptions } from '@core/ticket/steps-message-html';
import type { WorkbenchDatabase } from '../db/open';
import { listDraftsOfTicket, updateScreenshot } from '../db/queries/screenshots';
import { writeTicketSteps } from '../db/queries/ticket-steps';
import { readTicket } from '../db/queries/tickets';
import type { Workbench } from './workbench';

/** Steps to reproduce as somebody has them before them. */
export interface StepsRequest {
  readonly ticketId: TicketId;
  /** In order. */
  readonly steps: readonly { readonly screenshotId: ScreenshotId; readonly caption: string }[];
  readonly happened: string;
  readonly expected: string;
}

/**
 * Keeps steps as they are typed and ordered, so that they survive the app. Drafts of the ticket that are not among them are
 * no steps any more, but keep their caption. Answers false, and changes nothing, where a step is no draft of the ticket.
 */
export async function keepSteps(workbench: Workbench, request: StepsRequest): Promise<boolean> {
  const isKept = await workbench.database.transaction().execute((trx) => writeSteps(trx, request));
  if (isKept) workbench.announce.ticketChanged(request.ticketId);
  return isKept;
}

/** Writes the steps of a ticket; false when one is no draft of it, and then nothing was written. */
export async function writeSteps(trx: WorkbenchDatabase, request: StepsRequest): Promise<boolean> {
  const { ticketId, steps, happened, expected } = request;
  if ((await readTicket(trx, ticketId)) === undefined) return false;
  const drafts = await listDraftsOfTicket(trx, ticketId);
  const places = new Map(steps.map(({ screenshotId, caption }, index) => [screenshotId, { index, caption }]));
  const found = drafts.filter(({ id }) => places.has(id));
  if (places.size !== steps.length || found.length !== steps.length) return false;
  for (const { id, stepPosition } of drafts) {
    const place = places.get(id);
    if (place) await updateScreenshot(trx, id, { stepPosition: place.index + 1, caption: place.caption });
    else if (stepPosition !== null) await updateScreenshot(trx, id, { stepPosition: null });
  }
  await writeTicketSteps(trx, {
    ticketId,
    done: numberedCaptions(steps.map(({ caption }) => caption)),
    happened,
    expected,
  });
  return true;
}
