import type { TicketId } from '@core/ids';
import { languageOfCustomer } from '@core/language';
import { draftPartDescription } from '@core/ticket/split-draft';
import { readCustomer } from '../db/queries/customers';
import { readTicket } from '../db/queries/tickets';
import { type LineThatCouldMove, readLinesThatCouldMove } from './movable-lines';
import type { Workbench } from './workbench';

/** What a part of a ticket begins with, and the lines of mine that could belong to it; undefined: the ticket is not here. */
export async function draftSplit({ database }: Pick<Workbench, 'database'>, ticketId: TicketId) {
  const ticket = await readTicket(database, ticketId);
  if (!ticket) return undefined;
  const customer = ticket.customerId === null ? undefined : await readCustomer(database, ticket.customerId);
  return {
    number: ticket.number,
    title: ticket.title,
    description: draftPartDescription(ticket, languageOfCustomer(customer?.language ?? null)),
    lines: (await readLinesThatCouldMove(database, ticketId)).map(toView),
  };
}

function toView({ line, stays }: LineThatCouldMove) {
  const { date, workedSeconds, description } = line.content;
  return { id: line.id, date, workedSeconds, description, stays };
}
