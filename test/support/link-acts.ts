import type { TicketId, TicketLinkId } from '@core/ids';
import { z } from 'zod';
import { listMessagesOfTicket } from '../../src/main/db/queries/messages';
import { readTicket, type Ticket } from '../../src/main/db/queries/tickets';
import { CUSTOMERS } from '../../src/main/portal/practice/data/customers';
import { mergeDuplicate } from '../../src/main/usecases/merge-duplicate';
import { readTicketView } from '../../src/main/usecases/read-ticket';
import { settlePulled } from '../../src/main/usecases/settle-pulled';
import { type PartToSplit, splitTicket } from '../../src/main/usecases/split-ticket';
import { takeLinkBack } from '../../src/main/usecases/take-link-back';
import { tellColleaguesOfLine } from '../../src/main/usecases/tell-colleagues';
import { MINUTE } from './hand-clock';
import { callPortal, expectValue } from './portal-bench';
import { loopOf, messagesOnPortal, type SyncBench, setCustomer, startWithTickets } from './sync-bench';
import type { TestWorkbench } from './workbench';

/** Two tickets of one customer, synced, and what is done with them. */
export async function startWithTwo() {
  const bench = await startWithTickets('Två fel i kassan', 'Kassan startar inte');
  const [first, second] = bench.tickets;
  for (const { remoteId } of bench.tickets) await setCustomer(bench, remoteId, CUSTOMERS.boats.name);
  const { workbench } = bench;
  const loop = loopOf(bench, {
    tellColleagues: (trx, lineId) =>
      tellColleaguesOfLine(workbench, trx, lineId, workbench.clock.read().wall, { wasSent: true }),
    onPulled: async ({ changedTickets }) => {
      await settlePulled(workbench, changedTickets);
    },
  });
  /** Syncs until there is nothing left to do. */
  const sync = async () => {
    for (let round = 0; round < 3; round += 1) {
      workbench.clock.pass(10 * MINUTE);
      await loop.run();
    }
  };
  await sync();
  return { ...bench, first, second, sync };
}

/** Splits a ticket, as a person does. */
export async function split(
  { workbench }: { workbench: TestWorkbench },
  part: Partial<PartToSplit> & { ticketId: TicketId },
) {
  return expectValue(await splitTicket(workbench, { title: 'Kvittot', description: '', lineIds: [], ...part }));
}

/** Merges the first ticket into the second, with its lines. */
export async function merge({ workbench }: { workbench: TestWorkbench }, duplicateId: TicketId, keptId: TicketId) {
  return expectValue(await mergeDuplicate(workbench, { duplicateId, keptId, movesLines: true }));
}

/** Takes a split or a merge back. */
export async function takeBack({ workbench }: { workbench: TestWorkbench }, linkId: TicketLinkId): Promise<void> {
  expectValue(await takeLinkBack(workbench, linkId));
}

/** A ticket as it is here. */
export async function ticketOf({ workbench }: { workbench: TestWorkbench }, id: TicketId): Promise<Ticket> {
  const ticket = await readTicket(workbench.database, id);
  if (!ticket) throw new Error('The ticket is not here.');
  return ticket;
}

/** How a ticket belongs to others, as the window shows it. */
export async function linksOf({ workbench }: { workbench: TestWorkbench }, id: TicketId) {
  const { database, clock, calendar } = workbench;
  const view = await readTicketView(database, id, clock.read(), calendar);
  if (!view) throw new Error('The ticket is not here.');
  return view.links;
}

/** What the internal notes on a ticket say to people, oldest first. */
export async function sentencesOn({ workbench }: { workbench: TestWorkbench }, id: TicketId): Promise<string[]> {
  const messages = await listMessagesOfTicket(workbench.database, id);
  return messages
    .filter(({ isInternalNote }) => isInternalNote === 1)
    .map(({ bodyHtml }) => bodyHtml.replace(/<[^>]+>|\[.*\]/g, '').trim())
    .toReversed();
}

/** What the internal notes about links say on the portal, oldest first. */
export async function linkNotesThere(bench: SyncBench, remoteId: number): Promise<string[]> {
  const messages = await messagesOnPortal(bench, { id: '' as TicketId, remoteId });
  return messages
    .filter(({ isInternalNote, bodyHtml }) => isInternalNote && bodyHtml.includes('[fyra:link'))
    .map(({ bodyHtml }) => bodyHtml.replace(/<[^>]+>|\[.*\]/g, '').trim());
}

/** The customer writes on a ticket of the portal. */
export async function replyAsCustomer({ practice }: SyncBench, remoteId: number, body = 'Det händer igen.') {
  const call = <Schema extends z.ZodType>(model: string, method: string, named: object, schema: Schema) =>
    callPortal(practice, practice.apiKey, model, method, { ...named }, schema);
  const domain = [['name', '=', CUSTOMERS.boats.name]];
  const [authorId] = await call('res.partner', 'search', { domain, limit: 1 }, z.tuple([z.int()]));
  const message = { body, message_type: 'comment', subtype_xmlid: 'mail.mt_comment', author_id: authorId };
  await call('project.task', 'message_post', { ids: [remoteId], ...message }, z.unknown());
}
