import type { TicketId } from '../ids';
import type { Instant } from '../time/instant';
import { stockholmDate } from '../time/stockholm';
import { comparableName, type ImportColumns, type ImportField } from './import-fields';
import type { ListRow } from './list-records';
import { type ListedTicket, UNLISTED } from './listed-ticket';
import { createTicketFinder, type KnownTicket, type TicketMatch } from './match-ticket';
import { createOutcomeFinder, createRowReader, type FieldChange, type PlannedRow, type RowReader } from './planned-row';
import { readTicketRow, type TicketRow } from './read-ticket-row';

/** A ticket to write; without an id it is a new one. */
export interface TicketWrite {
  readonly id: TicketId | null;
  /** Everything that lists have said of it by now. */
  readonly listed: ListedTicket;
  /** The same before this list. */
  readonly base: ListedTicket;
}

type Problem = 'not-an-id' | 'another-ticket' | 'several-here' | 'several-rows';
type Match = TicketMatch | { readonly kind: 'several-rows' };

/** What has once been told of which ticket it is stays: another list can tell it in another way. */
function merge(
  before: ListedTicket,
  { registeredAt, externalId, databaseId, number, ...said }: TicketRow,
): ListedTicket {
  return {
    ...before,
    ...said,
    externalId: before.externalId ?? externalId ?? null,
    databaseId: before.databaseId ?? databaseId ?? null,
    number: before.number ?? number ?? null,
    registeredAt: before.registeredAt ?? registeredAt ?? null,
  };
}

function momentText(at: Instant | null): string {
  return at === null ? '' : stockholmDate(at);
}

function idText({ externalId, databaseId }: ListedTicket): string {
  return externalId ?? (databaseId === null ? '' : String(databaseId));
}

/** The words of a description are not shown beside each other: it is enough that they are others. */
function descriptionText(html: string): string {
  return html === '' ? '' : '…';
}

function customerText({ customer, contact }: ListedTicket): string {
  return contact === '' ? customer : `${customer}, ${contact}`;
}

function listChanges(before: ListedTicket, after: ListedTicket): FieldChange[] {
  const texts = (field: ImportField, text: (ticket: ListedTicket) => string, isOther?: boolean): FieldChange[] => {
    const change = { field, before: text(before), after: text(after) };
    return (isOther ?? change.before !== change.after) ? [change] : [];
  };
  const hasOtherIds = before.externalId !== after.externalId || before.databaseId !== after.databaseId;
  return [
    ...texts('ticketId', idText, hasOtherIds),
    ...texts('ticketNumber', ({ number }) => number ?? ''),
    ...texts('title', ({ title }) => title),
    ...texts('customer', customerText),
    ...texts('stage', ({ stage }) => stage),
    ...texts('resolution', ({ resolution }) => resolution),
    ...texts(
      'assignees',
      ({ assignees }) => assignees?.join(', ') ?? '',
      JSON.stringify(before.assignees) !== JSON.stringify(after.assignees),
    ),
    ...texts('tags', ({ tags }) => tags.join(', ')),
    ...texts('priority', ({ priority }) => priority),
    ...texts('group', ({ group }) => group),
    ...texts('registered', ({ registeredAt }) => momentText(registeredAt), before.registeredAt !== after.registeredAt),
    ...texts(
      'description',
      ({ descriptionHtml }) => descriptionText(descriptionHtml),
      before.descriptionHtml !== after.descriptionHtml,
    ),
  ];
}

/** By what a row of this list is told from the others. */
function ownKeyOf({ externalId, databaseId, number, title, customer, registeredAt }: TicketRow): string {
  if (databaseId != null) return `id ${databaseId}`;
  if (externalId != null) return `id ${externalId}`;
  if (number != null) return `number ${number}`;
  return `title ${comparableName(title)}\n${comparableName(customer ?? '')}\n${registeredAt ?? ''}`;
}

function problemOf(match: Match): { kind: Problem; field: ImportField } | null {
  switch (match.kind) {
    case 'several':
      return {
        kind: 'several-here',
        field: match.by === 'number' ? 'ticketNumber' : match.by === 'id' ? 'ticketId' : 'title',
      };
    case 'another':
      return { kind: 'another-ticket', field: 'ticketId' };
    case 'several-rows':
      return { kind: 'several-rows', field: 'title' };
    default:
      return null;
  }
}

/** Tickets that several rows, each of another ticket, could be. Which of them it is, nobody can tell. */
function findDisputed(matches: readonly { readonly key: string; readonly match: TicketMatch }[]): Set<TicketId> {
  const keys = new Map<TicketId, Set<string>>();
  for (const { key, match } of matches) {
    if (match.kind === 'one') keys.set(match.ticket.id, (keys.get(match.ticket.id) ?? new Set()).add(key));
  }
  return new Set([...keys].flatMap(([id, { size }]) => (size > 1 ? [id] : [])));
}

/** A row of a list as it was read; what is wrong with it is in its reader. */
export type ReadListRow =
  | Extract<ListRow, { kind: 'passed-over' }>
  | { readonly kind: 'record'; readonly number: number; readonly reader: RowReader; readonly ticket: TicketRow };

/** Reads one row of a list. What takes time: a long list is read row by row, and others have their turn in between. */
export function readListRow(listRow: ListRow, columns: ImportColumns, headers: readonly string[]): ReadListRow {
  if (listRow.kind === 'passed-over') return listRow;
  const reader = createRowReader(listRow.row, columns, headers);
  return { kind: 'record', number: listRow.row.number, reader, ticket: readTicketRow(reader, columns) };
}

/**
 * What importing tickets from an exported list would do. What a list has no column for stays as it is, and so does a ticket
 * that is in no row.
 */
export function planTickets(rows: readonly ReadListRow[], known: readonly KnownTicket[]): PlannedRow<TicketWrite>[] {
  const find = createTicketFinder(known);
  const findOutcome = createOutcomeFinder(listChanges);
  const matched = rows.map((row) => {
    if (row.kind === 'passed-over') return row;
    const match: TicketMatch = row.reader.problems.length > 0 ? { kind: 'none' } : find(row.ticket);
    return { ...row, match, key: ownKeyOf(row.ticket) };
  });
  const disputed = findDisputed(matched.flatMap((row) => (row.kind === 'record' ? [row] : [])));
  return matched.map((row): PlannedRow<TicketWrite> => {
    const { number } = row;
    if (row.kind === 'passed-over') return { number, outcome: { kind: 'passed-over', reason: row.reason } };
    const { reader, ticket, match, key } = row;
    const isDisputed = match.kind === 'one' && disputed.has(match.ticket.id);
    const problem = problemOf(isDisputed ? { kind: 'several-rows' } : match);
    if (problem) reader.wrong(problem.kind, problem.field);
    if (reader.problems.length > 0) return { number, outcome: { kind: 'unreadable', problems: reader.problems } };
    const before = match.kind === 'one' ? match.ticket : undefined;
    const base = before?.listed ?? UNLISTED;
    const listed = merge(base, ticket);
    const write = { id: before?.id ?? null, listed, base };
    return { number, outcome: findOutcome({ number, key, figures: listed, before: before?.listed, write }) };
  });
}
