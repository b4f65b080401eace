import type { TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { solvingStage } from '@core/ticket/solving-stage';
import type { TicketFields } from '@core/ticket/ticket-fields';
import { checkMerge, type MergeRefusal, type MergeSide } from '@core/ticket/ticket-link';
import type { WorkbenchDatabase } from '../db/open';
import { readTicketMapping } from '../db/queries/portal-facts';
import { readPortalLists } from '../db/queries/portal-lists';
import { listDraftsOfTicket, type Screenshot } from '../db/queries/screenshots';
import { listLinksOf } from '../db/queries/ticket-links';
import { readTicket, type Ticket } from '../db/queries/tickets';
import { readOpenTimerOfTicket } from '../db/queries/timers';
import { ticketFieldsOf } from '../db/ticket-outbox';
import { type LineThatCouldMove, readLinesThatCouldMove } from './movable-lines';

/** Two tickets that are to become one. */
export interface MergeRequest {
  readonly duplicateId: TicketId;
  readonly keptId: TicketId;
}

/** What merging would do. */
export interface MergePlan {
  readonly duplicate: Ticket;
  readonly kept: Ticket;
  /** Null: they can be merged. */
  readonly refusal: MergeRefusal | null;
  readonly lines: readonly LineThatCouldMove[];
  readonly drafts: readonly Screenshot[];
  readonly stage: { readonly before: TicketFields['stage']; readonly after: TicketFields['stage'] };
}

async function readSide(trx: WorkbenchDatabase, ticket: Ticket): Promise<MergeSide> {
  const links = await listLinksOf(trx, [ticket.id]);
  return {
    id: ticket.id,
    customerId: ticket.customerId,
    isDuplicate: links.some(({ kind, ticketId }) => kind === 'duplicate' && ticketId === ticket.id),
    isGone: ticket.goneAt !== null,
    isChangeable: ticket.remoteId === null || ticket.portalFields !== null,
    hasOpenTimer: (await readOpenTimerOfTicket(trx, ticket.id)) !== undefined,
  };
}

/** What merging one ticket into another would do, or why it cannot be done. */
export async function readMergePlan(
  trx: WorkbenchDatabase,
  { duplicateId, keptId }: MergeRequest,
): Promise<Outcome<MergePlan, { readonly kind: 'not-found' }>> {
  const duplicate = await readTicket(trx, duplicateId);
  const kept = await readTicket(trx, keptId);
  if (!duplicate || !kept) return fail({ kind: 'not-found' });
  const checked = checkMerge(await readSide(trx, duplicate), await readSide(trx, kept));
  const before = ticketFieldsOf(duplicate).stage;
  const { stages } = await readPortalLists(trx);
  const after =
    duplicate.state === 'solved'
      ? before
      : solvingStage(before, duplicate.groupRemoteId, stages, await readTicketMapping(trx));
  return succeed({
    duplicate,
    kept,
    refusal: checked.ok ? null : checked.failure.kind,
    lines: await readLinesThatCouldMove(trx, duplicateId),
    // A picture of a step belongs to the steps that are written on its ticket.
    drafts: (await listDraftsOfTicket(trx, duplicateId)).filter(({ stepPosition }) => stepPosition === null),
    stage: { before, after },
  });
}
