import type { TicketId } from '@core/ids';
import type { MeasuredTicket } from '@core/sla/attainment';
import { currentTarget, type ResponseTarget } from '@core/sla/response-target';
import { pausesOf, resolutionOf, type TicketPast } from '@core/ticket/state-history';
import { handledBy } from '@core/ticket/ticket-event';
import type { Instant } from '@core/time/instant';
import { calendarForCustomer } from '@core/time/service-calendar';
import type { WorkingCalendar } from '@core/time/working-hours';
import type { WorkbenchDatabase } from '../db/open';
import { listCustomerServices } from '../db/queries/customer-service';
import { readTicketMapping } from '../db/queries/portal-facts';
import { listStateHistories } from '../db/queries/state-changes';
import { listEvents } from '../db/queries/ticket-events';
import type { Ticket } from '../db/queries/tickets';
import { listWorkBegun } from '../db/queries/work-begun';

/** What of a ticket's row its targets depend on. */
type Measurable = Pick<Ticket, 'id' | 'customerId' | 'registeredAt' | 'state'>;

/** How these tickets came to be where they are. */
export async function readPasts(
  trx: WorkbenchDatabase,
  tickets: readonly Pick<Ticket, 'id' | 'registeredAt'>[],
): Promise<Map<TicketId, TicketPast>> {
  const ids = tickets.map(({ id }) => id);
  const histories = await listStateHistories(trx, ids, await readTicketMapping(trx));
  const workBegun = await listWorkBegun(trx, ids);
  return new Map(
    tickets.map(({ id, registeredAt }) => {
      const { stages = [], assignments = [] } = histories.get(id) ?? {};
      return [id, { registeredAt, stages, assignments, workBegunAt: workBegun.get(id) ?? null }];
    }),
  );
}

/**
 * What the targets of these tickets are measured by, worked out from what happened to them; `calendar` is the firm's, a
 * customer with hours of its own is measured by those.
 */
export async function measureTickets(
  trx: WorkbenchDatabase,
  tickets: readonly Measurable[],
  calendar: WorkingCalendar,
): Promise<Map<TicketId, MeasuredTicket>> {
  const ids = tickets.map(({ id }) => id);
  const pasts = await readPasts(trx, tickets);
  const events = await listEvents(trx, ids);
  const services = await listCustomerServices(trx);
  const calendars = new Map([...services].map(([id, service]) => [id, calendarForCustomer(calendar, service)]));
  return new Map(
    tickets.map(({ id, customerId, registeredAt }) => {
      const past = pasts.get(id) ?? { registeredAt, stages: [], assignments: [], workBegunAt: null };
      const measured: MeasuredTicket = {
        registeredAt,
        workBegunAt: past.workBegunAt,
        resolution: resolutionOf(past),
        pauses: pausesOf(past),
        line: handledBy(events.get(id) ?? []).line,
        calendar: (customerId && calendars.get(customerId)) ?? calendar,
      };
      return [id, measured];
    }),
  );
}

/** The targets that these tickets run against; a solved one has none and is left out. */
export async function readTargets(
  trx: WorkbenchDatabase,
  tickets: readonly Measurable[],
  now: Instant,
  calendar: WorkingCalendar,
): Promise<Map<TicketId, ResponseTarget>> {
  const open = tickets.filter(({ state }) => state !== 'solved');
  const measured = await measureTickets(trx, open, calendar);
  return new Map([...measured].map(([id, ticket]) => [id, currentTarget({ ...ticket, now })]));
}
