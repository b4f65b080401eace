import type { TicketId } from '../ids';
import type { Instant } from '../time/instant';
import { comparableName } from './import-fields';
import type { ListedTicket } from './listed-ticket';
import type { TicketRow } from './read-ticket-row';

/** A ticket that is here, and what lists have said of it; of one that was registered here, what it says. */
export interface KnownTicket {
  readonly id: TicketId;
  readonly listed: ListedTicket;
}

/** Which ticket a row speaks of. `by`: what it was known by. */
export type TicketMatch =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly ticket: KnownTicket; readonly by: 'id' | 'number' | 'title' }
  | { readonly kind: 'several'; readonly by: 'id' | 'number' | 'title' }
  | { readonly kind: 'another' };

const QUARTER_OF_AN_HOUR_MS = 15 * 60_000;
/** From the first time zone to the last. */
const WIDEST_ZONES_MS = 26 * 60 * 60_000;

function differs<Value>(some: Value | null | undefined, other: Value | null | undefined): boolean {
  return some != null && other != null && some !== other;
}

/** Whether two lists can mean the same moment: who exports in another time zone reads another clock. */
function canBeSameMoment(some: Instant | null | undefined, other: Instant | null | undefined): boolean {
  if (some == null || other == null) return true;
  const apart = Math.abs(some - other);
  return apart <= WIDEST_ZONES_MS && apart % QUARTER_OF_AN_HOUR_MS === 0;
}

function nameKey(title: string, customer: string): string {
  return `${comparableName(title)}\n${comparableName(customer)}`;
}

/** Whether nothing that identifies the row says that it is another ticket. */
function isCompatible(row: TicketRow, { listed }: KnownTicket): boolean {
  return (
    !differs(row.externalId, listed.externalId) &&
    !differs(row.databaseId, listed.databaseId) &&
    canBeSameMoment(row.registeredAt, listed.registeredAt)
  );
}

/** A record's number says which record only together with its kind, which no list tells. */
function isAnother(row: TicketRow, { listed }: KnownTicket): boolean {
  const isSameRegistration = row.registeredAt != null && listed.registeredAt != null;
  return (
    !isSameRegistration &&
    comparableName(row.title) !== comparableName(listed.title) &&
    row.customer !== undefined &&
    comparableName(row.customer) !== comparableName(listed.customer)
  );
}

/**
 * Finds the ticket that a row speaks of: by its external id, by the number of its record, by the number that a helpdesk
 * gives it, and last by title and customer. What is found by less than its external id must not be told apart by the rest.
 */
export function createTicketFinder(known: readonly KnownTicket[]): (row: TicketRow) => TicketMatch {
  const byExternalId = Map.groupBy(known, ({ listed }) => listed.externalId);
  const byDatabaseId = Map.groupBy(known, ({ listed }) => listed.databaseId);
  const byNumber = Map.groupBy(known, ({ listed }) => listed.number);
  const byName = Map.groupBy(known, ({ listed }) => nameKey(listed.title, listed.customer));
  const byTitle = Map.groupBy(known, ({ listed }) => comparableName(listed.title));

  function namesakesOf({ title, customer, number }: TicketRow): readonly KnownTicket[] {
    const namesakes =
      customer === undefined ? byTitle.get(comparableName(title)) : byName.get(nameKey(title, customer));
    return (namesakes ?? []).filter(({ listed }) => !differs(number, listed.number));
  }

  return (row) => {
    const [exact] = row.externalId == null ? [] : (byExternalId.get(row.externalId) ?? []);
    if (exact !== undefined) return { kind: 'one', ticket: exact, by: 'id' };
    const places = [
      ['id', row.databaseId == null ? [] : byDatabaseId.get(row.databaseId)],
      ['number', row.number == null ? [] : byNumber.get(row.number)],
      ['title', namesakesOf(row)],
    ] as const;
    for (const [by, candidates] of places) {
      const compatible = (candidates ?? []).filter((ticket) => isCompatible(row, ticket));
      const atThatMoment = compatible.filter(({ listed }) => listed.registeredAt === row.registeredAt);
      const [first, another] = atThatMoment.length === 1 ? atThatMoment : compatible;
      if (first === undefined) continue;
      if (another !== undefined) return { kind: 'several', by };
      if (by === 'id' && isAnother(row, first)) return { kind: 'another' };
      return { kind: 'one', ticket: first, by };
    }
    return { kind: 'none' };
  };
}
