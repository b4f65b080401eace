import { newsIdSchema, type TicketId } from '@core/ids';
import type { BroughtKind } from '@core/notices/news';
import { isReply, newsOfTicket, type TicketFacts } from '@core/notices/ticket-news';
import type { WorkbenchDatabase } from '../db/open';
import { keepNews } from '../db/queries/news';
import { readNewsSince } from '../db/queries/portal-facts';
import type { Ticket } from '../db/queries/tickets';
import type { PortalMessage } from '../portal/portal';
import type { PullContext } from './pull';

type NewsContext = Pick<PullContext, 'newId' | 'now'>;

/** What of a ticket's row can be news. */
export function factsOfRow(
  ticket: Pick<Ticket, 'isAssignedToMe' | 'state' | 'escalationKind' | 'timeCriticalCategory'>,
): TicketFacts {
  return { ...ticket, isAssignedToMe: ticket.isAssignedToMe === 1 };
}

/** Keeps what is news about a ticket, in the transaction that stores it. */
export async function noteTicketNews(
  context: NewsContext,
  trx: WorkbenchDatabase,
  { id, changedAt }: Pick<Ticket, 'id' | 'changedAt'>,
  before: TicketFacts | null,
  after: TicketFacts,
): Promise<void> {
  for (const kind of newsOfTicket(before, after)) await note(context, trx, id, kind, String(changedAt));
}

/** Keeps that a message is a reply to tell of, if it is one, in the transaction that stores it. */
export async function noteReply(
  context: NewsContext,
  trx: WorkbenchDatabase,
  message: PortalMessage,
  ticket: Pick<Ticket, 'id' | 'isAssignedToMe'> & { readonly isNewHere: boolean },
): Promise<void> {
  const { id, isNewHere } = ticket;
  if (!isReply(message, { isAssignedToMe: ticket.isAssignedToMe === 1, isNewHere })) return;
  await note(context, trx, id, 'reply', String(message.remoteId));
}

async function note(
  { newId, now }: NewsContext,
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  kind: BroughtKind,
  subject: string,
): Promise<void> {
  // What the first sync brings was there before us.
  if ((await readNewsSince(trx)) === null) return;
  await keepNews(trx, { id: newsIdSchema.parse(newId()), ticketId, kind, subject, cameAt: now() });
}
