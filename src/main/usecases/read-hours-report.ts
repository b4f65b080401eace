import { computeChargeIncrements } from '@core/billing/charge-increments';
import { groupHours, hoursByDate, hoursByMonth, type ReportedWork, sumHours } from '@core/reports/hours-report';
import type { Period } from '@core/reports/report-period';
import { stockholmDate } from '@core/time/stockholm';
import { addDays, daysBetween } from '@core/time/stockholm-days';
import { listMyLinesBetween } from '../db/queries/timesheet-lines';
import { listCustomerNames, listTicketsWorkedBetween } from '../db/queries/worked-tickets';
import { createTurns } from '../db/take-turns';
import { readCountedTicket, readPriceList } from './ticket-charge';
import type { Workbench } from './workbench';

/** More days than that are shown as months. */
const MOST_DAYS = 62;

/** Whose work a report is about: mine, or everybody's as far as it is known here. */
export type ReportScope = 'mine' | 'everyone';

/**
 * Hours of a period: by day or month, by customer, by kind of work and by coverage. What colleagues worked of which the
 * portal tells only a sum has no date and is not in it.
 */
export async function readHoursReport(workbench: Workbench, { from, to }: Period, scope: ReportScope) {
  const work = await listReportedWork(workbench, { from, to }, scope);
  const customerNames = await listCustomerNames(workbench.database);
  const dayCount = Math.max(0, daysBetween(from, to) + 1);
  const dates = Array.from({ length: dayCount }, (_, index) => addDays(from, index));
  return {
    byTime:
      dayCount <= MOST_DAYS
        ? { unit: 'day' as const, rows: [...hoursByDate(work, dates)] }
        : { unit: 'month' as const, rows: [...hoursByMonth(work, from, to)] },
    byCustomer: groupHours(work, ({ customerId }) => customerId).map((row) => ({
      ...row,
      name: row.key === null ? null : (customerNames.get(row.key) ?? null),
    })),
    byKindOfWork: [...groupHours(work, ({ kindOfWork }) => kindOfWork)],
    byCoverage: [...groupHours(work, ({ verdict }) => verdict)],
    sum: sumHours(work),
  };
}

async function listReportedWork(workbench: Workbench, { from, to }: Period, scope: ReportScope) {
  const { database, clock } = workbench;
  const today = stockholmDate(clock.read().wall);
  const isReported = ({ date, origin }: { date: string; origin: 'mine' | 'colleague' }) =>
    date >= from && date <= to && (scope === 'everyone' || origin === 'mine');
  const reported: ReportedWork[] = [];
  const takeTurn = createTurns();
  for (const ticket of await listTicketsWorkedBetween(database, from, to)) {
    const { counted, work, unlistedSeconds, limitSeconds } = await readCountedTicket(database, ticket, today);
    const { minutes } = computeChargeIncrements({
      entries: counted,
      unlistedSeconds,
      priceList: await readPriceList(database, ticket.customerId),
      limitMinutes: Math.floor(limitSeconds / 60),
    });
    for (const { key, date, kindOfWork, verdict, workedSeconds } of work.filter(isReported)) {
      const chargedMinutes = minutes.get(key) ?? 0;
      const { id: ticketId, customerId } = ticket;
      reported.push({ date, customerId, ticketId, kindOfWork, verdict, workedSeconds, chargedMinutes });
    }
    await takeTurn();
  }
  for (const { ticketId, date, kindOfWork, verdict, workedSeconds } of await listMyLinesBetween(database, from, to)) {
    if (ticketId !== null) continue;
    reported.push({ date, customerId: null, ticketId, kindOfWork, verdict, workedSeconds, chargedMinutes: 0 });
  }
  return reported;
}
