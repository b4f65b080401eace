import { computeCharge } from '@core/billing/charge';
import { computeChargeIncrements } from '@core/billing/charge-increments';
import { computeCoveredSeconds, drawFromPacks, type PackAccount, type PackDraw } from '@core/billing/support-pack';
import { beginningOf, compareByTimeOfWork } from '@core/billing/work-entry';
import type { CustomerId, TicketId } from '@core/ids';
import type { WorkbenchDatabase } from '../db/open';
import { listAgreements } from '../db/queries/agreements';
import { listCountedPacks } from '../db/queries/portal-packs';
import { listTicketsOfCustomer, type SupportPackRow } from '../db/queries/support-packs';
import { readTicket } from '../db/queries/tickets';
import { type CountedTicket, readCountedTicket, readPriceList } from './ticket-charge';
import type { TicketWork } from './ticket-work';

/** What a customer's packs hold, and what their tickets took from them. */
export interface CustomerPacks {
  readonly packs: readonly SupportPackRow[];
  /** Whose the packs and their balance are. */
  readonly origin: 'here' | 'portal';
  /** What is drawn here: all that counts, or what the portal's balance has not got yet. */
  readonly draws: readonly PackDraw[];
  /** All that was drawn, here and in the portal's balance. */
  readonly allDraws: readonly PackDraw[];
  readonly account: PackAccount<SupportPackRow>;
  /** Whether time that no pack covers waits: the customer has not agreed to pay it on demand. */
  readonly holdsBack: boolean;
  readonly tickets: readonly CountedTicket[];
  readonly priceList: Awaited<ReturnType<typeof readPriceList>>;
}

function drawKey(ticketId: TicketId, entryKey: string): string {
  return `${ticketId} ${entryKey}`;
}

function chargeTerms(ticket: CountedTicket, { priceList }: Pick<CustomerPacks, 'priceList'>) {
  return { priceList, limitMinutes: Math.floor(ticket.limitSeconds / 60) };
}

/**
 * What each line of a ticket takes from the packs: its share of the charge, if it is chargeable and not always separate.
 * Time of which only the sum is known has no day of its own: it counts when the ticket was registered.
 */
function listDraws(ticket: CountedTicket, terms: Pick<CustomerPacks, 'priceList'>): PackDraw[] {
  const { counted, unlistedSeconds, ticket: row } = ticket;
  const increments = computeChargeIncrements({ entries: counted, unlistedSeconds, ...chargeTerms(ticket, terms) });
  const listed = counted
    .filter(({ verdict }) => verdict === 'chargeable')
    .map((entry) => ({
      key: drawKey(row.id, entry.key),
      at: beginningOf(entry),
      minutes: increments.minutes.get(entry.key) ?? 0,
    }));
  const unlisted = { key: drawKey(row.id, ''), at: row.registeredAt, minutes: increments.unlistedMinutes };
  return unlistedSeconds === 0 ? listed : [unlisted, ...listed];
}

/** The first seconds of an entry that are in the balance already. */
function secondsInBalance(entry: TicketWork, origin: CustomerPacks['origin']): number {
  return origin === 'portal' ? Math.min(entry.secondsOnPortal, entry.workedSeconds) : 0;
}

/** As {@link listDraws}, without what the portal's balance has got. */
function listDrawsSince(ticket: CountedTicket, terms: Pick<CustomerPacks, 'priceList'>): PackDraw[] {
  const chargeOf = (chargeableSeconds: number) =>
    computeCharge({ chargeableSeconds, ...chargeTerms(ticket, terms) }).chargedMinutes;
  let secondsBefore = ticket.unlistedSeconds;
  return [...ticket.counted].sort(compareByTimeOfWork).flatMap((entry): PackDraw[] => {
    const known = secondsInBalance(entry, 'portal');
    const minutes = chargeOf(secondsBefore + entry.workedSeconds) - chargeOf(secondsBefore + known);
    secondsBefore += entry.workedSeconds;
    if (entry.verdict !== 'chargeable' || known === entry.workedSeconds) return [];
    return [{ key: drawKey(ticket.ticket.id, entry.key), at: beginningOf(entry), minutes }];
  });
}

/**
 * The packs of a customer, drawn down by the charge of all their tickets that are kept here. Undefined without packs.
 * `date` is today's in Stockholm. Source: 004, "100% control of costs".
 */
export async function readCustomerPacks(
  trx: WorkbenchDatabase,
  customerId: CustomerId,
  date: string,
): Promise<CustomerPacks | undefined> {
  const { origin, packs } = await listCountedPacks(trx, customerId);
  if (packs.length === 0) return undefined;
  const agreements = (await listAgreements(trx, customerId, date)).map(({ kind }) => kind);
  const priceList = await readPriceList(trx, customerId);
  const tickets: CountedTicket[] = [];
  for (const ticketId of await listTicketsOfCustomer(trx, customerId)) {
    const ticket = await readTicket(trx, ticketId);
    if (ticket) tickets.push(await readCountedTicket(trx, ticket, date));
  }
  const allDraws = tickets.flatMap((ticket) => listDraws(ticket, { priceList }));
  const draws = origin === 'here' ? allDraws : tickets.flatMap((ticket) => listDrawsSince(ticket, { priceList }));
  const holdsBack = agreements.includes('support-pack') && !agreements.includes('on-demand');
  return { packs, origin, draws, allDraws, account: drawFromPacks(packs, draws), holdsBack, tickets, priceList };
}

/** How many of each line's last seconds no pack covers, by the key of the entry; lines that are covered are not in it. */
export function listSecondsWithoutPack(packs: CustomerPacks, ticket: CountedTicket): Map<string, number> {
  const without = new Map<string, number>();
  if (!packs.holdsBack) return without;
  const minutes = new Map(packs.draws.map(({ key, minutes: drawn }) => [key, drawn]));
  let secondsBefore = ticket.unlistedSeconds;
  for (const entry of [...ticket.counted].sort(compareByTimeOfWork)) {
    const key = drawKey(ticket.ticket.id, entry.key);
    const coveredMinutes = packs.account.coveredMinutes.get(key);
    if (coveredMinutes !== undefined && coveredMinutes < (minutes.get(key) ?? 0)) {
      const known = secondsInBalance(entry, packs.origin);
      const covered = computeCoveredSeconds({
        secondsBefore: secondsBefore + known,
        lineSeconds: entry.workedSeconds - known,
        coveredMinutes,
        ...chargeTerms(ticket, packs),
      });
      without.set(entry.key, entry.workedSeconds - known - covered);
    }
    secondsBefore += entry.workedSeconds;
  }
  return without;
}
