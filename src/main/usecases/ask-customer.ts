import { checkEstimate, type Estimate } from '@core/billing/approvals';
import type { EstimateBand } from '@core/billing/estimate-band';
import { estimateIdSchema, limitDecisionIdSchema, type TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { describeEstimateNote } from '@core/sync/note-sentence';
import { formatMessageHtml } from '@core/ticket/message-html';
import { insertEstimate, readTicketLimit } from '../db/queries/approvals';
import { insertLimitDecision } from '../db/queries/limit-decisions';
import { readTicket } from '../db/queries/tickets';
import { postNote } from './post-note';
import { queueMessage } from './queue-message';
import { tellOfLimit } from './tell-of-limit';
import type { Workbench } from './workbench';

function toEstimate(band: EstimateBand, estimatedMinutes: number | null): Estimate | null {
  if (band === 'specific') return estimatedMinutes === null ? null : { band, seconds: estimatedMinutes * 60 };
  return estimatedMinutes === null ? { band } : null;
}

/**
 * Gives the customer an estimate, in a message on the ticket as the consultant has left it, and keeps it with the limit it
 * was given at. Refused when it would ask for no more than is approved, and when a figure is missing or out of place.
 * Source: 001, "Depending on the scope and complexity of your requirements you will receive the following general
 * estimates of work".
 */
export async function askCustomer(
  workbench: Workbench,
  request: {
    readonly ticketId: TicketId;
    readonly band: EstimateBand;
    readonly estimatedMinutes: number | null;
    readonly text: string;
  },
): Promise<Outcome<null, { kind: 'not-found' | 'estimate-invalid' | 'not-above-limit' }>> {
  const at = workbench.clock.read().wall;
  const { ticketId, band, estimatedMinutes } = request;
  const asked = await workbench.database.transaction().execute(async (trx) => {
    if ((await readTicket(trx, ticketId)) === undefined) return fail({ kind: 'not-found' as const });
    const { limitSeconds } = await readTicketLimit(trx, ticketId);
    const estimate = toEstimate(band, estimatedMinutes);
    if (estimate === null) return fail({ kind: 'estimate-invalid' as const });
    const checked = checkEstimate(estimate, limitSeconds);
    if (!checked.ok) return checked;

    const bodyHtml = formatMessageHtml(request.text);
    const messageId = await queueMessage(workbench, trx, { ticketId, bodyHtml, isInternalNote: false }, at);
    const estimateId = estimateIdSchema.parse(workbench.newId());
    await insertEstimate(trx, {
      id: estimateId,
      ticketId,
      band,
      estimatedMinutes,
      messageId,
      madeBy: workbench.userName,
      madeAt: at,
    });
    await insertLimitDecision(trx, {
      id: limitDecisionIdSchema.parse(workbench.newId()),
      ticketId,
      limitSeconds,
      decision: 'ask-customer',
      decidedBy: workbench.userName,
      decidedAt: at,
      withdrawnAt: null,
    });
    const note = { kind: 'estimate' as const, estimateId, band, estimatedMinutes, madeAt: at };
    const sentence = describeEstimateNote(note, workbench.settings().language);
    await postNote(workbench, trx, ticketId, { note, sentence, at });
    return succeed(null);
  });
  if (!asked.ok) return asked;
  await tellOfLimit(workbench, ticketId, { isDecided: true });
  return succeed(null);
}
