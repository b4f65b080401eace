import { sumOfParts } from '@core/billing/sum-of-parts';
import { firstOfSplit } from '@core/ticket/ticket-link';
import type { Instant } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import type { WorkingCalendar } from '@core/time/working-hours';
import type { WorkbenchDatabase } from '../db/open';
import { type KeptLink, listLinksOf, listLinksUpwards } from '../db/queries/ticket-links';
import { readTicket, type Ticket } from '../db/queries/tickets';
import { readChargeWithAmount, readCountedTicket } from './ticket-charge';

function toLinked({ id, number, title, state }: Ticket) {
  return { id, number, title, state };
}

/** A part can be taken back as long as the portal does not have it, a merge at any time; both where they were made. */
function canBeTakenBack(link: KeptLink, other: Ticket): boolean {
  return link.undoing !== null && (link.kind === 'duplicate' || other.remoteId === null);
}

/** How a ticket belongs to others: the parts of its split with what they cost together, and duplicates. */
export async function readLinks(trx: WorkbenchDatabase, ticket: Ticket, now: Instant, calendar: WorkingCalendar) {
  const links = await listLinksOf(trx, [ticket.id]);
  const duplicateOf = links.find(({ kind, ticketId }) => kind === 'duplicate' && ticketId === ticket.id);
  const duplicates = links.filter(({ kind, mainTicketId }) => kind === 'duplicate' && mainTicketId === ticket.id);
  const [kept = null] = duplicateOf === undefined ? [] : await withTickets(trx, [duplicateOf], 'mainTicketId');
  return {
    split: await readSplit(trx, ticket, now, calendar),
    duplicateOf: kept,
    duplicates: await withTickets(trx, duplicates, 'ticketId'),
  };
}

async function withTickets(trx: WorkbenchDatabase, links: readonly KeptLink[], end: 'ticketId' | 'mainTicketId') {
  const linked = [];
  for (const link of links) {
    const ticket = await readTicket(trx, link[end]);
    if (ticket)
      linked.push({ linkId: link.id, ticket: toLinked(ticket), canBeTakenBack: canBeTakenBack(link, ticket) });
  }
  return linked;
}

async function readSplit(trx: WorkbenchDatabase, ticket: Ticket, now: Instant, calendar: WorkingCalendar) {
  const firstId = firstOfSplit(ticket.id, await listLinksUpwards(trx, ticket.id));
  const parts = (await listLinksOf(trx, [firstId])).filter(
    ({ kind, mainTicketId }) => kind === 'part' && mainTicketId === firstId,
  );
  const first = await readTicket(trx, firstId);
  if (!first || parts.length === 0) return null;
  const members: { ticket: Ticket; link: KeptLink | null }[] = [{ ticket: first, link: null }];
  for (const link of parts) {
    const part = await readTicket(trx, link.ticketId);
    if (part) members.push({ ticket: part, link });
  }
  const today = stockholmDate(now);
  const tickets = [];
  const charges = [];
  for (const { ticket: member, link } of members) {
    const charge = await readChargeWithAmount(trx, await readCountedTicket(trx, member, today), calendar);
    charges.push(charge);
    tickets.push({
      ticket: toLinked(member),
      linkId: link?.id ?? null,
      canBeTakenBack: link !== null && canBeTakenBack(link, member),
      chargedMinutes: charge.chargedMinutes,
    });
  }
  return { tickets, ...sumOfParts(charges) };
}
