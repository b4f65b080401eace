import { WARNING_THRESHOLDS, type WarningThreshold } from '@core/billing/four-hour-rule';
import type { TicketId } from '@core/ids';
import { contactOf } from '@core/ticket/ticket-details';
import { stockholmDate } from '@core/time/stockholm';
import type { WorkingCalendar } from '@core/time/working-hours';
import type { ClockReading } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { listAgreements } from '../db/queries/agreements';
import { readCustomer } from '../db/queries/customers';
import { readCustomerDetails, readTicketDetails } from '../db/queries/details';
import { listMessagesOfTicket } from '../db/queries/messages';
import { listUnread } from '../db/queries/news';
import { listStatesOf } from '../db/queries/outbox';
import { readUserRemoteId } from '../db/queries/portal-facts';
import { readPortalLists } from '../db/queries/portal-lists';
import { listScreenshotsOfTicket } from '../db/queries/screenshots';
import { countOpenConflicts } from '../db/queries/ticket-conflicts';
import { contactOnPortal, escalationOf, readTicket } from '../db/queries/tickets';
import { listLinesOfTicket } from '../db/queries/timesheet-lines';
import { ticketFieldsOf } from '../db/ticket-outbox';
import { toLineView } from './line-view';
import { toMessageView } from './message-view';
import { readHandling } from './read-handling';
import { readLimit } from './read-limit';
import { readLinks } from './read-links';
import { readPacks } from './read-packs';
import { sendStateOf, toScreenshotView } from './read-screenshot';
import { readChargeWithAmount, readCountedTicket, readPriceList } from './ticket-charge';
import { readMeter } from './ticket-figures';
import { readTargets } from './ticket-targets';

/** Everything the ticket pane shows; undefined for a ticket that is not here. */
export async function readTicketView(
  database: WorkbenchDatabase,
  ticketId: TicketId,
  now: ClockReading,
  calendar: WorkingCalendar,
  thresholds: readonly WarningThreshold[] = WARNING_THRESHOLDS,
) {
  const ticket = await readTicket(database, ticketId);
  if (!ticket) return undefined;
  const customer = ticket.customerId === null ? undefined : await readCustomer(database, ticket.customerId);
  const lines = await listLinesOfTicket(database, ticketId);
  const messages = await listMessagesOfTicket(database, ticketId);
  const screenshots = await listScreenshotsOfTicket(database, ticketId);
  const states = await listStatesOf(
    database,
    [ticket, ...lines, ...messages, ...screenshots].map(({ id }) => id),
  );
  const fields = ticketFieldsOf(ticket);
  const contact = contactOf(await readTicketDetails(database, ticketId), contactOnPortal(ticket));
  const { colleagues } = await readPortalLists(database);
  const userRemoteId = await readUserRemoteId(database);
  const targets = await readTargets(database, [ticket], now.wall, calendar);
  const counted = await readCountedTicket(database, ticket, stockholmDate(now.wall));
  const packs = ticket.customerId === null ? undefined : await readPacks(database, ticket.customerId, now.wall);
  return {
    id: ticket.id,
    number: ticket.number,
    title: ticket.title,
    descriptionHtml: ticket.descriptionHtml,
    customer: customer
      ? {
          id: customer.id,
          name: customer.name,
          email: customer.email,
          phone: customer.phone,
          language: customer.language,
          agreements: [...(await listAgreements(database, customer.id, stockholmDate(now.wall)))],
          services: (await readCustomerDetails(database, customer.id)).services,
        }
      : null,
    contact: contact.name === null ? null : { name: contact.name, email: contact.email, phone: contact.telephone },
    groupName: ticket.groupName,
    groupRemoteId: ticket.groupRemoteId,
    stageName: ticket.stageName,
    fields,
    assignees: fields.assigneeRemoteIds.map((remoteId) => ({
      remoteId,
      name: colleagues.find((colleague) => colleague.remoteId === remoteId)?.name ?? `#${remoteId}`,
      isMe: remoteId === userRemoteId,
    })),
    isChangeable: ticket.remoteId === null || ticket.portalFields !== null,
    sync: sendStateOf(states.get(ticket.id), ticket.remoteId !== null && !states.has(ticket.id)),
    unread: (await listUnread(database, [ticketId])).get(ticketId) ?? ('none' as const),
    conflictCount: await countOpenConflicts(database, ticketId),
    state: ticket.state,
    escalation: escalationOf(ticket),
    timeCriticalCategory: ticket.timeCriticalCategory,
    registeredAt: ticket.registeredAt,
    target: targets.get(ticketId) ?? null,
    handling: await readHandling(database, ticket, now.wall),
    links: await readLinks(database, ticket, now.wall, calendar),
    meter: await readMeter(database, ticket, now, thresholds),
    charge: await readChargeWithAmount(database, counted, calendar),
    limit: await readLimit(database, counted),
    priceList: await readPriceList(database, ticket.customerId),
    packs: packs && packs.packs.length > 0 ? packs : null,
    lines: await Promise.all(lines.map((line) => toLineView(database, line, states))),
    messages: messages.map((message) =>
      toMessageView(message, {
        screenshots,
        people: { staff: colleagues.map(({ name }) => name), customerName: customer?.name ?? null },
        sync: sendStateOf(states.get(message.id), message.remoteId !== null),
      }),
    ),
    screenshots: screenshots.map((screenshot) => toScreenshotView(screenshot, states)),
  };
}
