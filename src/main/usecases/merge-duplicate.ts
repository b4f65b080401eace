import { type TicketLinkId, ticketLinkIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { MergeRefusal } from '@core/ticket/ticket-link';
import { readLastCustomerMessage } from '../db/queries/messages';
import { updateScreenshot } from '../db/queries/screenshots';
import { insertTicketLink } from '../db/queries/ticket-links';
import { ticketFieldsOf } from '../db/ticket-outbox';
import { announceLines } from './announce-lines';
import { announceTicket, writeTicketChange } from './change-ticket';
import { postLinkNote } from './link-notes';
import { moveLines } from './movable-lines';
import { type MergeRequest, readMergePlan } from './plan-merge';
import type { Workbench } from './workbench';

export type MergeFailure = { readonly kind: 'not-found' | MergeRefusal };

type Merged = Outcome<{ linkId: TicketLinkId; keptNumber: string; movedSeconds: number }, MergeFailure>;

/**
 * Merges a ticket into another one that asks the same: it is solved, both are told in notes, and the lines of mine that can
 * move go along where `movesLines` says so, with drafts of screen dumps. What cannot move stays where it is. The ticket that
 * is kept keeps when it was registered. Source: DOMAIN §1, "Duplicates can be merged".
 */
export async function mergeDuplicate(
  workbench: Workbench,
  request: MergeRequest & { readonly movesLines: boolean },
): Promise<Merged> {
  const merged = await workbench.database.transaction().execute(async (trx) => {
    const planned = await readMergePlan(trx, request);
    if (!planned.ok) return planned;
    const { duplicate, kept, refusal, lines, drafts, stage } = planned.value;
    if (refusal !== null) return fail({ kind: refusal });
    const movable = request.movesLines ? lines.flatMap(({ line, stays }) => (stays === null ? [line] : [])) : [];
    const { changes, tickets } = await moveLines(workbench, trx, movable, kept.id);
    for (const { id } of drafts) await updateScreenshot(trx, id, { ticketId: kept.id });
    await writeTicketChange(workbench, trx, duplicate, ticketFieldsOf(duplicate), { stage: stage.after });
    const at = workbench.clock.read().wall;
    const link = { id: ticketLinkIdSchema.parse(workbench.newId()), kind: 'duplicate' as const, at };
    const ends = { main: kept, other: duplicate };
    const main = await postLinkNote(workbench, trx, link, ends, { side: 'main', state: 'given' });
    const other = await postLinkNote(workbench, trx, link, ends, { side: 'other', state: 'given' });
    await insertTicketLink(trx, {
      ...link,
      ticketId: duplicate.id,
      mainTicketId: kept.id,
      by: workbench.userName,
      undoing: { notes: { main, other }, changes, stage, draftIds: drafts.map(({ id }) => id) },
      seenMessage: (await readLastCustomerMessage(trx, duplicate.id)) ?? 0,
    });
    const movedSeconds = movable.reduce((sum, { content }) => sum + content.workedSeconds, 0);
    return succeed({ linkId: link.id, keptNumber: kept.number, movedSeconds, tickets });
  });
  if (!merged.ok) return merged;
  const { tickets, ...answer } = merged.value;
  announceTicket(workbench, request.duplicateId);
  await announceLines(workbench, [...new Set([request.duplicateId, request.keptId, ...tickets])]);
  return succeed(answer);
}
