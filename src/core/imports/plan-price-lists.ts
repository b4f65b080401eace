import { DEFAULT_PRICE_LIST } from '../billing/charge';
import { formatKronorInput, parseKronor } from '../billing/kronor';
import { formatFactor, parseFactor, parseMinimumMinutes, parseStepMinutes } from '../billing/price-text';
import type { PriceListId } from '../ids';
import type { Table } from '../tables/table';
import { comparableName, type ImportColumns } from './import-fields';
import {
  createOutcomeFinder,
  createRowReader,
  type FieldChange,
  type PlannedRow,
  type RowReader,
  shortText,
} from './planned-row';

const LONGEST_NAME = 100;

/** What a price list says. */
export interface PriceFigures {
  readonly minimumMinutes: number;
  readonly stepMinutes: number;
  /** Null: no money is shown. */
  readonly ratePerHourOre: number | null;
  readonly overtimePermille: number;
}

export interface KnownPriceList extends PriceFigures {
  readonly id: PriceListId;
  readonly name: string;
}

/** A price list to write; without an id it is a new one. */
export interface PriceListWrite extends PriceFigures {
  readonly id: PriceListId | null;
  readonly name: string;
}

/** What a new price list says where its row says nothing: the terms' own. */
const TERMS: PriceFigures = { ...DEFAULT_PRICE_LIST, ratePerHourOre: null, overtimePermille: 1000 };

function rateOf(text: string): number | null {
  const parsed = parseKronor(text);
  return parsed.ok ? parsed.value : null;
}

function readFigures(reader: RowReader, before: PriceFigures): PriceFigures {
  return {
    minimumMinutes: reader.read('minimum', parseMinimumMinutes, 'not-minutes') ?? before.minimumMinutes,
    stepMinutes: reader.read('step', parseStepMinutes, 'not-minutes') ?? before.stepMinutes,
    ratePerHourOre: reader.read('rate', rateOf, 'not-an-amount') ?? before.ratePerHourOre,
    overtimePermille: reader.read('overtime', parseFactor, 'not-a-factor') ?? before.overtimePermille,
  };
}

function rateText(ore: number | null): string {
  return ore === null ? '' : formatKronorInput(ore);
}

function listChanges(before: PriceFigures, after: PriceFigures): FieldChange[] {
  const all: FieldChange[] = [
    { field: 'minimum', before: String(before.minimumMinutes), after: String(after.minimumMinutes) },
    { field: 'step', before: String(before.stepMinutes), after: String(after.stepMinutes) },
    { field: 'rate', before: rateText(before.ratePerHourOre), after: rateText(after.ratePerHourOre) },
    { field: 'overtime', before: formatFactor(before.overtimePermille), after: formatFactor(after.overtimePermille) },
  ];
  return all.filter((change) => change.before !== change.after);
}

/**
 * What importing price lists would do. A list is known by its name. Where a cell is empty, a known list keeps what it says
 * and a new one says what the terms do.
 */
export function planPriceLists(
  { headers, rows }: Table,
  columns: ImportColumns,
  known: readonly KnownPriceList[],
): PlannedRow<PriceListWrite>[] {
  const byName = Map.groupBy(known, ({ name }) => comparableName(name));
  const findOutcome = createOutcomeFinder(listChanges);
  return rows.map((row) => {
    const reader = createRowReader(row, columns, headers);
    const name = reader.readNeeded('priceList', shortText(LONGEST_NAME), 'text-too-long') ?? '';
    const key = comparableName(name);
    const [before, another] = byName.get(key) ?? [];
    if (another !== undefined) reader.wrong('several-here', 'priceList');
    const figures = readFigures(reader, before ?? TERMS);
    const { problems } = reader;
    if (problems.length > 0) return { number: row.number, outcome: { kind: 'unreadable', problems } };
    const write = { id: before?.id ?? null, name: before?.name ?? name, ...figures };
    return { number: row.number, outcome: findOutcome({ number: row.number, key, figures, before, write }) };
  });
}
