import { attributeToLimit, type LimitAttribution } from '@core/billing/attribute-to-limit';
import { type Charge, computeCharge, DEFAULT_PRICE_LIST } from '@core/billing/charge';
import { computeAmountOre } from '@core/billing/money';
import { computeOvertimeSeconds, isOvertimeCharged, overtimeStateOf } from '@core/billing/overtime';
import { cutWork } from '@core/billing/work-entry';
import type { WorkingCalendar } from '@core/time/working-hours';
import type { WorkbenchDatabase } from '../db/open';
import { readTicketLimit } from '../db/queries/approvals';
import { readPriceListOfCustomer } from '../db/queries/price-lists';
import { escalationOf, type Ticket } from '../db/queries/tickets';
import { countedUnlistedSeconds } from './ticket-figures';
import { countedWork, listTicketWork, type TicketWork } from './ticket-work';

/** What a customer pays by: the price list that was chosen, or the terms' own, which has no money. */
export async function readPriceList(trx: WorkbenchDatabase, customerId: Ticket['customerId']) {
  const chosen = await readPriceListOfCustomer(trx, customerId);
  return chosen ?? { id: null, name: '', ...DEFAULT_PRICE_LIST, ratePerHourOre: null, overtimePermille: 1000 };
}

/** The counted work of a ticket, parted at its limit. */
export interface CountedTicket {
  readonly ticket: Ticket;
  readonly limitSeconds: number;
  /** All work, counted or not. */
  readonly work: readonly TicketWork[];
  readonly counted: readonly TicketWork[];
  readonly unlistedSeconds: number;
  readonly attribution: LimitAttribution;
}

/** Reads what counts on a ticket and parts it at the limit. `date` is today's in Stockholm. */
export async function readCountedTicket(trx: WorkbenchDatabase, ticket: Ticket, date: string): Promise<CountedTicket> {
  const work = await listTicketWork(trx, ticket.id);
  const counted = countedWork(work);
  const unlistedSeconds = await countedUnlistedSeconds(trx, ticket, date);
  const { limitSeconds } = await readTicketLimit(trx, ticket.id);
  const attribution = attributeToLimit({ entries: counted, unlistedSeconds, limitSeconds });
  return { ticket, limitSeconds, work, counted, unlistedSeconds, attribution };
}

/** Charged minutes outside service hours that cost more: approved ones, and by the consultants' word. */
function overtimeMinutesOf({ ticket, counted, attribution }: CountedTicket, calendar: WorkingCalendar): number {
  const escalation = escalationOf(ticket).kind;
  const seconds = counted.reduce((sum, entry) => {
    const workedSeconds = attribution.parts.get(entry.key)?.approvedSeconds ?? 0;
    const { first: intervals } = cutWork(entry, workedSeconds);
    const overtimeSeconds = computeOvertimeSeconds({ intervals, workedSeconds, calendar });
    const state = overtimeStateOf({ overtimeSeconds, decision: entry.overtimeDecision, escalation });
    return sum + (isOvertimeCharged(state) ? overtimeSeconds : 0);
  }, 0);
  return Math.round(seconds / 60);
}

/** The charge of a ticket in minutes, by its customer's price list. */
export async function readCharge(trx: WorkbenchDatabase, counted: CountedTicket): Promise<Charge> {
  return computeCharge({
    chargeableSeconds: counted.counted.reduce((sum, { workedSeconds }) => sum + workedSeconds, counted.unlistedSeconds),
    priceList: await readPriceList(trx, counted.ticket.customerId),
    limitMinutes: Math.floor(counted.limitSeconds / 60),
  });
}

/** The charge of a ticket with what it costs; the amount is null where the price list has no rate. */
export async function readChargeWithAmount(trx: WorkbenchDatabase, counted: CountedTicket, calendar: WorkingCalendar) {
  const charge = await readCharge(trx, counted);
  const { ratePerHourOre, overtimePermille } = await readPriceList(trx, counted.ticket.customerId);
  const overtimeMinutes = overtimeMinutesOf(counted, calendar);
  const { chargedMinutes } = charge;
  return {
    ...charge,
    amountOre: computeAmountOre({ chargedMinutes, overtimeMinutes, ratePerHourOre, overtimePermille }),
  };
}
