import { type TicketId, type TicketLinkId, type TimesheetLineId, ticketIdSchema, ticketLinkIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { formatMessageHtml } from '@core/ticket/message-html';
import { NO_TICKET_DETAILS } from '@core/ticket/ticket-details';
import { firstOfSplit } from '@core/ticket/ticket-link';
import type { WorkbenchDatabase } from '../db/open';
import { readTicketDetails, writeTicketDetails } from '../db/queries/details';
import { readUserRemoteId } from '../db/queries/portal-facts';
import { insertTicketLink, listLinksUpwards } from '../db/queries/ticket-links';
import { readTicket, type Ticket } from '../db/queries/tickets';
import { ticketFieldsOf } from '../db/ticket-outbox';
import { announceLines } from './announce-lines';
import { announceTicket } from './change-ticket';
import { postLinkNote } from './link-notes';
import { moveLines, readLinesThatCouldMove } from './movable-lines';
import type { OwnLine } from './own-line';
import { writeNewTicket } from './register-ticket';
import type { Workbench } from './workbench';

/** A part of a ticket that becomes a ticket of its own. */
export interface PartToSplit {
  readonly ticketId: TicketId;
  readonly title: string;
  /** Plain text; an empty line begins a new paragraph. */
  readonly description: string;
  /** The lines of mine that belong to the part. */
  readonly lineIds: readonly TimesheetLineId[];
}

export type SplitTicketFailure =
  /** The ticket, or one of the lines, is not here any more. */
  | { readonly kind: 'not-found' }
  /** Nobody has asked the portal yet who the user is. */
  | { readonly kind: 'not-brought-yet' }
  /** One of the lines has become one that stays where it is. */
  | { readonly kind: 'line-stays' };

type Split = Outcome<{ ticketId: TicketId; number: string; linkId: TicketLinkId }, SplitTicketFailure>;

/**
 * Makes a part of a ticket a ticket of its own, with the lines of mine that belong to it. It is registered as any other:
 * that approves its own four hours. Both are told in notes; a part of a part belongs to the first ticket.
 * Source: 003, "Each ticket is reserved to handle one issue"; DOMAIN §1.
 */
export async function splitTicket(workbench: Workbench, request: PartToSplit): Promise<Split> {
  const partId = ticketIdSchema.parse(workbench.newId());
  const concerned = new Set<TicketId>([request.ticketId, partId]);
  const split = await workbench.database.transaction().execute(async (trx): Promise<Split> => {
    const ticket = await readTicket(trx, request.ticketId);
    if (!ticket) return fail({ kind: 'not-found' });
    const userRemoteId = await readUserRemoteId(trx);
    if (userRemoteId === null) return fail({ kind: 'not-brought-yet' });
    const lines = await readChosenLines(trx, request);
    if (!lines.ok) return lines;
    const number = await writePart(workbench, trx, { partId, ticket, userRemoteId, request });
    const first = await readFirst(trx, ticket);
    const { changes, tickets } = await moveLines(workbench, trx, lines.value, partId);
    const part = { id: partId, number, title: request.title, remoteId: null };
    const at = workbench.clock.read().wall;
    const link = { id: ticketLinkIdSchema.parse(workbench.newId()), kind: 'part' as const, at };
    const ends = { main: first, other: part };
    const main = await postLinkNote(workbench, trx, link, ends, { side: 'main', state: 'given' });
    const other = await postLinkNote(workbench, trx, link, ends, { side: 'other', state: 'given' });
    await insertTicketLink(trx, {
      ...link,
      ticketId: partId,
      mainTicketId: first.id,
      by: workbench.userName,
      undoing: { notes: { main, other }, changes, stage: null, draftIds: [] },
      seenMessage: 0,
    });
    for (const ticketId of [first.id, ...tickets]) concerned.add(ticketId);
    return succeed({ ticketId: partId, number, linkId: link.id });
  });
  if (!split.ok) return split;
  announceTicket(workbench, partId);
  await announceLines(workbench, [...concerned]);
  return split;
}

async function readChosenLines(
  trx: WorkbenchDatabase,
  { ticketId, lineIds }: PartToSplit,
): Promise<Outcome<readonly OwnLine[], SplitTicketFailure>> {
  const there = new Map((await readLinesThatCouldMove(trx, ticketId)).map((line) => [line.line.id, line]));
  const chosen: OwnLine[] = [];
  for (const lineId of new Set(lineIds)) {
    const found = there.get(lineId);
    if (found === undefined) return fail({ kind: 'not-found' });
    if (found.stays !== null) return fail({ kind: 'line-stays' });
    chosen.push(found.line);
  }
  return succeed(chosen);
}

async function writePart(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  parts: { partId: TicketId; ticket: Ticket; userRemoteId: number; request: PartToSplit },
): Promise<string> {
  const { partId, ticket, userRemoteId, request } = parts;
  const { contactName, contactEmail, contactPhone } = ticket;
  const number = await writeNewTicket(
    workbench,
    trx,
    {
      id: partId,
      userRemoteId,
      title: request.title,
      descriptionHtml: formatMessageHtml(request.description),
      customerId: ticket.customerId,
      contact: { contactName, contactEmail, contactPhone },
      group: { remoteId: ticket.groupRemoteId, name: ticket.groupName },
      tagRemoteIds: ticketFieldsOf(ticket).tagRemoteIds,
    },
    workbench.clock.read().wall,
  );
  // How the customer wants to be reached holds for both; whose fault it is, each says for itself.
  const { preferredContact, contact } = await readTicketDetails(trx, ticket.id);
  const named = { name: contactName ?? '', email: contactEmail ?? '', telephone: contactPhone ?? '' };
  // The portal gets a new ticket without a person, and sends it back so: who asked is noted here.
  const known = contact ?? (Object.values(named).some((part) => part !== '') ? named : null);
  if (preferredContact !== null || known !== null)
    await writeTicketDetails(trx, partId, { ...NO_TICKET_DETAILS, preferredContact, contact: known });
  return number;
}

async function readFirst(trx: WorkbenchDatabase, ticket: Ticket): Promise<Ticket> {
  const firstId = firstOfSplit(ticket.id, await listLinksUpwards(trx, ticket.id));
  return (await readTicket(trx, firstId)) ?? ticket;
}
