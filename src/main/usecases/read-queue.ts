import { computeCharge, DEFAULT_PRICE_LIST } from '@core/billing/charge';
import { coverageOf } from '@core/billing/coverage';
import { countsAgainstLimit, DEFAULT_LIMIT_SECONDS } from '@core/billing/four-hour-rule';
import type { TicketId } from '@core/ids';
import { compareInQueue, reasonInQueue } from '@core/ticket/queue-order';
import type { TicketState } from '@core/ticket/ticket';
import { handledBy } from '@core/ticket/ticket-event';
import type { Instant } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import type { WorkingCalendar } from '@core/time/working-hours';
import type { WorkbenchDatabase } from '../db/open';
import { listTicketLimits } from '../db/queries/approvals';
import { listAllAgreements } from '../db/queries/customers';
import { listUnread } from '../db/queries/news';
import { listNotedSeconds } from '../db/queries/noted-work';
import { readTicketMapping } from '../db/queries/portal-facts';
import { listPriceListsOfCustomers } from '../db/queries/price-lists';
import { listEvents } from '../db/queries/ticket-events';
import {
  countAssignedTickets,
  countNobodysTickets,
  escalationOf,
  listAssignedTickets,
  type QueueCandidate,
} from '../db/queries/tickets';
import { listOpenTimers } from '../db/queries/timers';
import { listVerdictTotals } from '../db/queries/timesheet-lines';
import { followUpView } from './read-handling';
import { COLLEAGUES_KIND_OF_WORK } from './ticket-figures';
import { readTargets } from './ticket-targets';

/** The queue in the domain's order, with why each ticket stands where it does. */
export async function readQueue(
  database: WorkbenchDatabase,
  request: { view: TicketState | 'all'; search: string },
  now: Instant,
  calendar: WorkingCalendar,
) {
  // Nobody's are looked for among all: the working queue is what is mine to do.
  const { bringsUnassigned } = await readTicketMapping(database);
  const state = request.view === 'all' ? null : request.view;
  const tickets = await listAssignedTickets(database, state, request.search, {
    withNobodys: state === null && bringsUnassigned,
  });
  const countedSeconds = await countSeconds(database, tickets, stockholmDate(now));
  const limits = await listTicketLimits(database);
  const priceLists = await listPriceListsOfCustomers(database);
  const figuresOf = ({ id, customerId }: QueueCandidate) => {
    const chargeableSeconds = countedSeconds.get(id) ?? 0;
    const limitSeconds = limits.get(id) ?? DEFAULT_LIMIT_SECONDS;
    const priceList = (customerId && priceLists.get(customerId)) ?? DEFAULT_PRICE_LIST;
    const charge = computeCharge({ chargeableSeconds, priceList, limitMinutes: Math.floor(limitSeconds / 60) });
    return { countedSeconds: chargeableSeconds, limitSeconds, charge: { ...charge, amountOre: null } };
  };
  const timers = new Map((await listOpenTimers(database)).map((timer) => [timer.ticketId, timer.state]));
  const events = await listEvents(
    database,
    tickets.map(({ id }) => id),
  );
  const targets = await readTargets(database, tickets, now, calendar);
  const unread = await listUnread(database);
  const rows = tickets
    .map((ticket) => ({ ...ticket, escalation: escalationOf(ticket) }))
    .sort(compareInQueue)
    .map((ticket) => ({
      id: ticket.id,
      number: ticket.number,
      title: ticket.title,
      customerName: ticket.customerName,
      state: ticket.state,
      stageName: ticket.stageName,
      reason: reasonInQueue(ticket),
      timeCriticalCategory: ticket.timeCriticalCategory,
      registeredAt: ticket.registeredAt,
      target: targets.get(ticket.id) ?? null,
      followUp: followUpView(handledBy(events.get(ticket.id) ?? []).followUpOn, now),
      ...figuresOf(ticket),
      timer: openStateOf(timers.get(ticket.id)),
      isMine: ticket.isAssignedToMe === 1,
      unread: unread.get(ticket.id) ?? ('none' as const),
    }));
  const counts = await countAssignedTickets(database);
  const nobodys = bringsUnassigned ? await countNobodysTickets(database) : 0;
  const all = Object.values(counts).reduce((sum, count) => sum + count, nobodys);
  return { rows, counts: { ...counts, all } };
}

function openStateOf(state: 'running' | 'paused' | 'stopped' | undefined): 'none' | 'running' | 'paused' {
  return state === 'running' || state === 'paused' ? state : 'none';
}

/** Seconds that count against each ticket's limit, colleagues' included; the running timer is not in them. */
async function countSeconds(
  database: WorkbenchDatabase,
  tickets: readonly QueueCandidate[],
  day: string,
): Promise<Map<TicketId, number>> {
  const counted = new Map<TicketId, number>();
  const add = (ticketId: TicketId, seconds: number) => counted.set(ticketId, (counted.get(ticketId) ?? 0) + seconds);
  for (const { ticketId, verdict, workedSeconds } of await listVerdictTotals(database)) {
    if (countsAgainstLimit(verdict)) add(ticketId, workedSeconds);
  }
  for (const { ticketId, verdict, seconds } of await listNotedSeconds(database)) {
    if (countsAgainstLimit(verdict)) add(ticketId, seconds);
  }
  const agreements = await listAllAgreements(database);
  for (const { id, customerId, unlistedSeconds } of tickets) {
    if (unlistedSeconds === 0) continue;
    const held = (customerId && agreements.get(customerId)) ?? [];
    const { verdict } = coverageOf({ kindOfWork: COLLEAGUES_KIND_OF_WORK, agreements: held, day });
    if (countsAgainstLimit(verdict)) add(id, unlistedSeconds);
  }
  return counted;
}
