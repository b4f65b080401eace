import { inGroups } from '@core/groups';
import type { Period } from '@core/reports/report-period';
import type { MeasuredTicket } from '@core/sla/attainment';
import { type Attainment, attainmentOf } from '@core/sla/attainment';
import { endOf } from '@core/time/interval';
import { intervalOfDate } from '@core/time/stockholm-days';
import { listTicketsRegisteredBetween } from '../db/queries/tickets';
import { createTurns } from '../db/take-turns';
import { measureTickets } from './ticket-targets';
import type { Workbench } from './workbench';

const TICKETS_AT_ONCE = 200;

/**
 * What was attained of each target by the tickets that were registered in a period and are here, by month and line. Worked
 * out from what happened to them, each time it is asked.
 */
export async function readAttainment(
  { database, clock, calendar }: Pick<Workbench, 'database' | 'clock' | 'calendar'>,
  { from, to }: Period,
): Promise<Attainment[]> {
  const registered = { from: intervalOfDate(from).startedAt, until: endOf(intervalOfDate(to)) };
  const measured: MeasuredTicket[] = [];
  const takeTurn = createTurns();
  for (const tickets of inGroups(await listTicketsRegisteredBetween(database, registered), TICKETS_AT_ONCE)) {
    measured.push(...(await measureTickets(database, tickets, calendar)).values());
    await takeTurn();
  }
  return attainmentOf(measured, clock.read().wall);
}
