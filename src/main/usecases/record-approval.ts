import type { ApprovableBand, ApprovalChannel } from '@core/billing/estimate-band';
import { type ApprovalId, approvalIdSchema, type TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { describeApprovalNote } from '@core/sync/note-sentence';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../db/open';
import { insertApproval, type TicketApproval } from '../db/queries/approvals';
import { readTicket } from '../db/queries/tickets';
import { postNote } from './post-note';
import { settleLimit } from './settle-limit';
import { tellOfLimit } from './tell-of-limit';
import type { Workbench } from './workbench';

export interface ApprovalRequest {
  readonly ticketId: TicketId;
  readonly approvedBy: string;
  /** When the customer approved it, not when it is written down. */
  readonly approvedAt: Instant;
  readonly channel: ApprovalChannel;
  readonly band: ApprovableBand | null;
  /** The limit for the ticket's total. */
  readonly limitMinutes: number;
  readonly note: string;
}

/** Tells colleagues in an internal note what the customer approved, or that it is taken back. */
export async function postApprovalNote(
  workbench: Pick<Workbench, 'newId' | 'userName' | 'settings'>,
  trx: WorkbenchDatabase,
  approval: TicketApproval,
  state: 'given' | 'withdrawn',
  at: Instant,
): Promise<void> {
  const { id: approvalId, limitSeconds, band, approvedAt, channel, approvedBy, note: remark } = approval;
  const note = {
    kind: 'approval' as const,
    approvalId,
    state,
    limitSeconds,
    band,
    approvedAt,
    channel,
    approvedBy,
    note: remark,
  };
  const sentence = describeApprovalNote(note, workbench.settings().language);
  await postNote(workbench, trx, approval.ticketId, { note, sentence, at });
}

/**
 * The customer approved more (or less) time for a ticket: the limit moves, what it now covers is sent, and colleagues are
 * told. Source: 001, "the Consultant will contact you … and discuss how much work may be required".
 */
export async function recordApproval(
  workbench: Workbench,
  request: ApprovalRequest,
): Promise<Outcome<{ approvalId: ApprovalId }, { kind: 'not-found' }>> {
  const at = workbench.clock.read().wall;
  const { limitMinutes, ...given } = request;
  const approvalId = await workbench.database.transaction().execute(async (trx) => {
    if ((await readTicket(trx, request.ticketId)) === undefined) return null;
    const approval: TicketApproval = {
      ...given,
      id: approvalIdSchema.parse(workbench.newId()),
      origin: 'mine',
      limitSeconds: limitMinutes * 60,
      recordedBy: workbench.userName,
      recordedAt: at,
      withdrawnAt: null,
    };
    await insertApproval(trx, approval);
    await postApprovalNote(workbench, trx, approval, 'given', at);
    await settleLimit(workbench, trx, approval.ticketId, at);
    return approval.id;
  });
  if (approvalId === null) return fail({ kind: 'not-found' });
  await tellOfLimit(workbench, request.ticketId, { isDecided: true });
  return succeed({ approvalId });
}
