import type { TicketId } from '@core/ids';
import { type Outcome, succeed } from '@core/outcome';
import { findSimilarTickets } from '@core/ticket/similar-tickets';
import { losesPrecedence } from '@core/ticket/ticket-link';
import type { WorkbenchDatabase } from '../db/open';
import { listOpenTicketsOf } from '../db/queries/customer-tickets';
import { readCustomer } from '../db/queries/customers';
import { readStage } from '../db/queries/portal-lists';
import { listLinksOf } from '../db/queries/ticket-links';
import { readTicket, type Ticket } from '../db/queries/tickets';
import { type MergeRequest, readMergePlan } from './plan-merge';
import { listTicketWork } from './ticket-work';

/** More than these are found by searching. */
const MOST_PROPOSED = 6;

async function readSide(trx: WorkbenchDatabase, { id, number, title, state, registeredAt, customerId }: Ticket) {
  const customer = customerId === null ? undefined : await readCustomer(trx, customerId);
  return { id, number, title, state, registeredAt, customerName: customer?.name ?? null };
}

/** What merging would do, in figures, before anybody does it. */
export async function previewMerge(trx: WorkbenchDatabase, request: MergeRequest) {
  const planned = await readMergePlan(trx, request);
  if (!planned.ok) return planned satisfies Outcome<never, { kind: 'not-found' }>;
  const { duplicate, kept, refusal, lines, drafts, stage } = planned.value;
  const movable = lines.filter(({ stays }) => stays === null);
  const staying = lines.filter(({ stays }) => stays !== null);
  const secondsOf = (some: typeof lines) => some.reduce((sum, { line }) => sum + line.content.workedSeconds, 0);
  const work = await listTicketWork(trx, duplicate.id);
  const listedSeconds = work.reduce((sum, { origin, workedSeconds }) => {
    return origin === 'colleague' ? sum + workedSeconds : sum;
  }, 0);
  const moves = stage.after.remoteId !== null && stage.after.remoteId !== stage.before.remoteId;
  return succeed({
    duplicate: await readSide(trx, duplicate),
    kept: await readSide(trx, kept),
    refusal,
    movableCount: movable.length,
    movableSeconds: secondsOf(movable),
    stayingCount: staying.length,
    stayingSeconds: secondsOf(staying),
    colleaguesSeconds: listedSeconds + duplicate.unlistedSeconds,
    draftCount: drafts.length,
    losesPrecedence: losesPrecedence(duplicate, kept),
    stageName: moves ? ((await readStage(trx, stage.after.remoteId ?? 0))?.name ?? null) : null,
  });
}

/**
 * The tickets that one could be a duplicate of: open ones of the same customer or of none, those that share words with its
 * title first, then the latest. Any other one is found by searching.
 */
export async function proposeKept(trx: WorkbenchDatabase, ticketId: TicketId) {
  const ticket = await readTicket(trx, ticketId);
  if (!ticket) return [];
  const ofCustomer = ticket.customerId === null ? [] : await listOpenTicketsOf(trx, ticket.customerId);
  const all = [...ofCustomer, ...(await listOpenTicketsOf(trx, null))].filter(({ id }) => id !== ticketId);
  const links = await listLinksOf(
    trx,
    all.map(({ id }) => id),
  );
  const duplicates = new Set(links.flatMap(({ kind, ticketId: id }) => (kind === 'duplicate' ? [id] : [])));
  const open = all.filter(({ id }) => !duplicates.has(id));
  const similar = findSimilarTickets(ticket.title, open);
  return [...new Set([...similar, ...open])].slice(0, MOST_PROPOSED);
}
