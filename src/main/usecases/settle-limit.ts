import { countsAgainstLimit } from '@core/billing/four-hour-rule';
import { computeOvertimeSeconds } from '@core/billing/overtime';
import { planHold } from '@core/billing/plan-hold';
import type { CustomerId, TicketId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import type { WorkingCalendar } from '@core/time/working-hours';
import type { WorkbenchDatabase } from '../db/open';
import { listLinesBeingSent } from '../db/queries/outbox';
import { listTicketsOfCustomer } from '../db/queries/support-packs';
import { readTicket } from '../db/queries/tickets';
import { type TimesheetLine, updateTimesheetLine } from '../db/queries/timesheet-lines';
import { type CustomerPacks, listSecondsWithoutPack, readCustomerPacks } from './pack-account';
import { tellColleaguesOfTicket } from './tell-colleagues';
import { tellPortalOfLine } from './tell-portal-of-line';
import { type CountedTicket, readCountedTicket } from './ticket-charge';
import type { TicketWork } from './ticket-work';
import type { Workbench } from './workbench';

type Settler = Pick<Workbench, 'newId' | 'userName' | 'settings' | 'calendar'>;

/**
 * Works out anew what is held back on a ticket, and sees to it that the portal gets the rest and colleagues know. Called
 * in the transaction of whatever changed lines, kinds of work, the limit or what is known of colleagues' work. Where the
 * customer pays by support packs, all their tickets draw on them, so all are settled.
 */
export async function settleLimit(
  workbench: Settler,
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  at: Instant,
): Promise<void> {
  const ticket = await readTicket(trx, ticketId);
  if (!ticket) return;
  const date = stockholmDate(at);
  const packs = ticket.customerId === null ? undefined : await readCustomerPacks(trx, ticket.customerId, date);
  if (packs) return settleAll(workbench, trx, packs.tickets, packs, at);
  await settleAll(workbench, trx, [await readCountedTicket(trx, ticket, date)], undefined, at);
}

/** As {@link settleLimit}, for all tickets of a customer: their packs or prices changed. */
export async function settleCustomer(
  workbench: Settler,
  trx: WorkbenchDatabase,
  customerId: CustomerId,
  at: Instant,
): Promise<void> {
  const date = stockholmDate(at);
  const packs = await readCustomerPacks(trx, customerId, date);
  if (packs) return settleAll(workbench, trx, packs.tickets, packs, at);
  for (const ticketId of await listTicketsOfCustomer(trx, customerId)) await settleLimit(workbench, trx, ticketId, at);
}

async function settleAll(
  workbench: Settler,
  trx: WorkbenchDatabase,
  tickets: readonly CountedTicket[],
  packs: CustomerPacks | undefined,
  at: Instant,
): Promise<void> {
  const beingSent = await listLinesBeingSent(trx);
  for (const ticket of tickets) {
    const withoutPack = packs ? listSecondsWithoutPack(packs, ticket) : new Map<string, number>();
    const own = ticket.work.flatMap(({ ownLine, ...entry }) => (ownLine ? [{ ...entry, line: ownLine }] : []));
    for (const { line, ...entry } of own) {
      const changes = planLine(line, entry, {
        ticket,
        withoutPack,
        isBeingSent: beingSent.has(line.id),
        calendar: workbench.calendar,
      });
      if (changes) await updateTimesheetLine(trx, line.id, changes);
      await tellPortalOfLine(workbench, trx, line.id, at);
    }
    await tellColleaguesOfTicket(
      workbench,
      trx,
      ticket.ticket.id,
      own.map(({ line }) => line.id),
      at,
    );
  }
}

/** What the portal holds of a line, or may hold: nobody knows until what is under way has ended. */
function sentSecondsOf(line: TimesheetLine, isBeingSent: boolean): number {
  const asItIs = line.workedSeconds - line.heldSeconds;
  if (line.remoteId === null) return isBeingSent ? asItIs : 0;
  const known = line.portalValues?.workedSeconds ?? asItIs;
  return isBeingSent ? Math.max(known, asItIs) : known;
}

/** What follows for a line of mine from the limit, the packs and the clock; null when nothing changes. */
function planLine(
  line: TimesheetLine,
  { key, verdict }: Pick<TicketWork, 'key' | 'verdict'>,
  {
    ticket,
    withoutPack,
    isBeingSent,
    calendar,
  }: {
    ticket: CountedTicket;
    withoutPack: ReadonlyMap<string, number>;
    isBeingSent: boolean;
    calendar: WorkingCalendar;
  },
): Partial<TimesheetLine> | null {
  const { workedSeconds, intervals } = line;
  const overtimeSeconds = computeOvertimeSeconds({ intervals, workedSeconds, calendar });
  const isCounted = countsAgainstLimit(verdict);
  const { heldSeconds, reason: holdReason } =
    // What waits because it overlaps another line waits until a person has decided about that.
    line.holdReason === 'overlap'
      ? { heldSeconds: line.heldSeconds, reason: line.holdReason }
      : planHold({
          workedSeconds,
          unapprovedSeconds: isCounted ? (ticket.attribution.parts.get(key)?.unapprovedSeconds ?? 0) : 0,
          withoutPackSeconds: isCounted ? (withoutPack.get(key) ?? 0) : 0,
          sentSeconds: sentSecondsOf(line, isBeingSent),
        });
  const isSame =
    heldSeconds === line.heldSeconds && holdReason === line.holdReason && overtimeSeconds === line.overtimeSeconds;
  return isSame ? null : { heldSeconds, holdReason, overtimeSeconds };
}
