import type { CustomerId, SupportPackId } from '../ids';
import type { Table } from '../tables/table';
import { formatHoursInput, parseHours } from '../time/hours-text';
import type { Instant } from '../time/instant';
import { stockholmDate, stockholmDayStart } from '../time/stockholm';
import { createCustomerFinder, type KnownCustomer } from './find-customer';
import type { ImportColumns, ImportField } from './import-fields';
import {
  createOutcomeFinder,
  createRowReader,
  type FieldChange,
  type PlannedRow,
  type RowReader,
  shortText,
} from './planned-row';
import { readDate } from './read-date';

const LONGEST_NOTE = 500;

/** What is kept of a support pack. */
export interface PackFigures {
  readonly customerId: CustomerId;
  readonly prepaidMinutes: number;
  /** What had been drawn already when counting began here. */
  readonly usedMinutes: number;
  readonly boughtOn: string;
  readonly countsFrom: Instant;
  readonly note: string;
}

export interface KnownPack extends PackFigures {
  readonly id: SupportPackId;
}

/** A pack to write; without an id it is a new one. */
export interface PackWrite extends PackFigures {
  readonly id: SupportPackId | null;
}

function parseHoursOrNone(text: string): number | null {
  return /^0+(?:[.,:]0+)?$/u.test(text.trim()) ? 0 : parseHours(text);
}

function readDay(reader: RowReader, field: ImportField): string | null {
  const text = reader.text(field);
  if (text === '') return null;
  const read = readDate(text);
  if (read.kind === 'date') return read.date;
  reader.wrong(read.kind === 'ambiguous' ? 'date-ambiguous' : 'not-a-date', field);
  return null;
}

/** What a row says had been used, told as that or as what is left; null where it tells neither. */
function readUsedMinutes(reader: RowReader, prepaidMinutes: number): number | null {
  const used = reader.read('used', parseHoursOrNone, 'not-hours');
  const left = reader.read('left', parseHoursOrNone, 'not-hours');
  if ((used ?? 0) > prepaidMinutes) reader.wrong('more-than-prepaid', 'used');
  else if ((left ?? 0) > prepaidMinutes) reader.wrong('more-than-prepaid', 'left');
  else if (used !== null && left !== null && used + left !== prepaidMinutes)
    reader.wrong('used-and-left-differ', 'left');
  return used ?? (left === null ? null : prepaidMinutes - left);
}

/** A date as an instant; the one that is known already where it lies on that date. */
function countsFromOf(date: string, before: KnownPack | undefined): Instant {
  return before !== undefined && stockholmDate(before.countsFrom) === date
    ? before.countsFrom
    : stockholmDayStart(date);
}

function listChanges(before: PackFigures, after: PackFigures): FieldChange[] {
  const all: FieldChange[] = [
    {
      field: 'prepaid',
      before: formatHoursInput(before.prepaidMinutes),
      after: formatHoursInput(after.prepaidMinutes),
    },
    { field: 'used', before: formatHoursInput(before.usedMinutes), after: formatHoursInput(after.usedMinutes) },
    { field: 'countsFrom', before: stockholmDate(before.countsFrom), after: stockholmDate(after.countsFrom) },
    { field: 'note', before: before.note, after: after.note },
  ];
  return all.filter((change) => change.before !== change.after);
}

/** A customer's packs of one day are told apart by nothing, so there may be one. */
function keyOf({ customerId, boughtOn }: Pick<PackFigures, 'customerId' | 'boughtOn'>): string {
  return `${customerId} ${boughtOn}`;
}

/**
 * What importing support packs would do. A pack is known by its customer and the day it was bought. Where a cell is empty,
 * a known pack keeps what it says.
 */
export function planPacks(
  { headers, rows }: Table,
  columns: ImportColumns,
  { customers, packs }: { readonly customers: readonly KnownCustomer[]; readonly packs: readonly KnownPack[] },
): PlannedRow<PackWrite>[] {
  const find = createCustomerFinder(customers);
  const known = Map.groupBy(packs, keyOf);
  const findOutcome = createOutcomeFinder(listChanges);
  return rows.map((row): PlannedRow<PackWrite> => {
    const reader = createRowReader(row, columns, headers);
    const customer = find(reader);
    const prepaidMinutes = reader.readNeeded('prepaid', parseHours, 'not-hours');
    if (reader.text('boughtOn') === '') reader.wrong('missing', 'boughtOn');
    const boughtOn = readDay(reader, 'boughtOn');
    const countsFromDate = readDay(reader, 'countsFrom');
    const usedMinutes = prepaidMinutes === null ? null : readUsedMinutes(reader, prepaidMinutes);
    const note = reader.read('note', shortText(LONGEST_NOTE), 'text-too-long');
    const { problems } = reader;
    const unreadable: PlannedRow<PackWrite> = { number: row.number, outcome: { kind: 'unreadable', problems } };
    if (customer === null || prepaidMinutes === null || boughtOn === null) return unreadable;
    const key = keyOf({ customerId: customer.id, boughtOn });
    const [before, another] = known.get(key) ?? [];
    if (another !== undefined) reader.wrong('several-here', 'boughtOn');
    const isNewBalance = usedMinutes !== null && usedMinutes !== (before?.usedMinutes ?? 0);
    if (isNewBalance && countsFromDate === null) reader.wrong('balance-without-date', 'countsFrom');
    if (usedMinutes === null && (before?.usedMinutes ?? 0) > prepaidMinutes)
      reader.wrong('more-than-prepaid', 'prepaid');
    if (problems.length > 0) return unreadable;
    const pack: PackFigures = {
      customerId: customer.id,
      prepaidMinutes,
      usedMinutes: usedMinutes ?? before?.usedMinutes ?? 0,
      boughtOn,
      countsFrom:
        countsFromDate === null
          ? (before?.countsFrom ?? stockholmDayStart(boughtOn))
          : countsFromOf(countsFromDate, before),
      note: note ?? before?.note ?? '',
    };
    const write = { id: before?.id ?? null, ...pack };
    return { number: row.number, outcome: findOutcome({ number: row.number, key, figures: pack, before, write }) };
  });
}
