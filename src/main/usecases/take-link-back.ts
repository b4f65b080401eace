import type { TicketId, TicketLinkId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { isSameField } from '@core/ticket/ticket-fields';
import type { LineChange } from '@core/timesheet/change-set';
import type { LineContent } from '@core/timesheet/line-content';
import { planMoveBack } from '@core/timesheet/line-stays';
import type { WorkbenchDatabase } from '../db/open';
import { readScreenshot, updateScreenshot } from '../db/queries/screenshots';
import {
  deleteLink,
  type KeptLink,
  type LinkUndoing,
  readTicketLink,
  withdrawLinkRow,
} from '../db/queries/ticket-links';
import { readTicket, type Ticket } from '../db/queries/tickets';
import { insertJournalEntry } from '../db/queries/timesheet-changes';
import { ticketFieldsOf } from '../db/ticket-outbox';
import { announceLines } from './announce-lines';
import { applyLineChanges } from './change-lines';
import { announceTicket, writeTicketChange } from './change-ticket';
import { postLinkNote, retractNote } from './link-notes';
import { readContent } from './record-change';
import { isPartUnsent, removePart } from './remove-part';
import type { Workbench } from './workbench';

export type TakeLinkBackFailure =
  /** It is not here, was taken back already, or was made on another computer. */
  | { readonly kind: 'not-found' }
  /** The part is on the portal, or more was recorded on it since. */
  | { readonly kind: 'part-in-use' }
  /** One of the lines that moved along says something else since. */
  | { readonly kind: 'changed-since' };

type TakenBack = Outcome<readonly TicketId[], TakeLinkBackFailure>;

/** A link that was made here, with both of its tickets. */
interface OwnLink {
  readonly link: KeptLink & { readonly undoing: LinkUndoing };
  readonly main: Ticket;
  readonly other: Ticket;
}

/**
 * Takes a split or a merge back. A split only as long as nothing of the part has left this computer: it is as if it had never
 * been. A merge at any time: what was not sent is taken out of the outbox, for the rest the portal gets the change back.
 */
export async function takeLinkBack(
  workbench: Workbench,
  linkId: TicketLinkId,
): Promise<Outcome<null, TakeLinkBackFailure>> {
  const taken = await workbench.database.transaction().execute(async (trx): Promise<TakenBack> => {
    const own = await readOwnLink(trx, linkId);
    if (own === null) return fail({ kind: 'not-found' });
    const { link } = own;
    if (link.kind === 'part' && !(await isPartUnsent(trx, link))) return fail({ kind: 'part-in-use' });
    const contents = new Map<string, LineContent | null>();
    for (const { lineId } of link.undoing.changes) contents.set(lineId, await readContent(trx, lineId));
    const plan = planMoveBack(link.undoing.changes, (lineId) => contents.get(lineId) ?? null);
    if (!plan.ok) return fail({ kind: 'changed-since' });
    const tickets = await moveBack(workbench, trx, plan.value);
    if (link.kind === 'part') await takeSplitBack(trx, own);
    else await takeMergeBack(workbench, trx, own);
    return succeed([link.mainTicketId, link.ticketId, ...tickets]);
  });
  if (!taken.ok) return taken;
  const tickets = [...new Set(taken.value)];
  for (const ticketId of tickets) announceTicket(workbench, ticketId);
  const left: TicketId[] = [];
  for (const ticketId of tickets) if (await readTicket(workbench.database, ticketId)) left.push(ticketId);
  await announceLines(workbench, left);
  return succeed(null);
}

async function readOwnLink(trx: WorkbenchDatabase, linkId: TicketLinkId): Promise<OwnLink | null> {
  const link = await readTicketLink(trx, linkId);
  if (!link || link.isWithdrawn || link.undoing === null) return null;
  const main = await readTicket(trx, link.mainTicketId);
  const other = await readTicket(trx, link.ticketId);
  return main && other ? { link: { ...link, undoing: link.undoing }, main, other } : null;
}

async function moveBack(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  planned: readonly LineChange[],
): Promise<readonly TicketId[]> {
  if (planned.length === 0) return [];
  const { changes, tickets } = await applyLineChanges(workbench, trx, planned);
  await insertJournalEntry(trx, { kind: 'move', changes, changedAt: workbench.clock.read().wall });
  return tickets;
}

async function takeSplitBack(trx: WorkbenchDatabase, { link }: OwnLink): Promise<void> {
  // Both notes wait for the part to be on the portal, or are on the part.
  await retractNote(trx, link.undoing.notes.main);
  await removePart(trx, link.ticketId);
}

async function takeMergeBack(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  { link, main, other }: OwnLink,
): Promise<void> {
  const { stage, draftIds, notes } = link.undoing;
  const now = ticketFieldsOf(other);
  // Whoever has moved it since, here or on the portal, knew why.
  if (stage !== null && isSameField('stage', now, { ...now, stage: stage.after })) {
    await writeTicketChange(workbench, trx, other, now, { stage: stage.before });
  }
  for (const id of draftIds) {
    const draft = await readScreenshot(trx, id);
    if (draft?.state === 'draft' && draft.ticketId === main.id) await updateScreenshot(trx, id, { ticketId: other.id });
  }
  const ends = { main, other };
  let wasTold = false;
  for (const side of ['main', 'other'] as const) {
    if (await retractNote(trx, notes[side])) continue;
    wasTold = true;
    await postLinkNote(workbench, trx, link, ends, { side, state: 'withdrawn' });
  }
  if (wasTold) await withdrawLinkRow(trx, link.id, workbench.clock.read().wall);
  else await deleteLink(trx, link.id);
}
