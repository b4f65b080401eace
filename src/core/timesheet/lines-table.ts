import type { Verdict } from '../billing/kind-of-work';
import type { Language } from '../language';
import { externalIdOf } from '../sync/exactly-once';

/** A line of mine with what somebody needs who enters it elsewhere by hand. */
export interface LineToEnter {
  readonly id: string;
  readonly date: string;
  readonly employeeName: string;
  readonly ticketNumber: string;
  /** The ticket's id in Odoo, where a list has told it. */
  readonly ticketId: string;
  readonly ticketTitle: string;
  readonly customerName: string;
  readonly description: string;
  readonly workedSeconds: number;
  /** The part of it that nobody has approved yet: it is not to be entered. */
  readonly heldSeconds: number;
  readonly verdict: Verdict;
}

const HEADERS: Readonly<Record<Language, readonly string[]>> = {
  sv: ['Externt ID', 'Datum', 'Anställd', 'Ärendets ID', 'Ärendenummer', 'Ärende', 'Kund', 'Beskrivning'].concat([
    'Timmar',
    'Hålls tillbaka',
    'Bedömning',
  ]),
  en: ['External ID', 'Date', 'Employee', 'Ticket’s ID', 'Ticket number', 'Ticket', 'Customer', 'Description'].concat([
    'Hours',
    'Held back',
    'Verdict',
  ]),
};

const VERDICTS: Readonly<Record<Language, Readonly<Record<Verdict, string>>>> = {
  sv: {
    chargeable: 'Debiteras',
    included: 'Ingår',
    'always-separate': 'Debiteras alltid separat',
    'not-charged': 'Debiteras inte',
    undecided: 'Inte avgjort',
  },
  en: {
    chargeable: 'Charged',
    included: 'Included',
    'always-separate': 'Always charged separately',
    'not-charged': 'Not charged',
    undecided: 'Not decided',
  },
};

const SECONDS_PER_HOUR = 3_600;
/** A second is 0.00028 hours. */
const DECIMALS = 4;

/** Hours as a number that spreadsheets of the language read, such as `0,75`. */
function hoursText(seconds: number, language: Language): string {
  const hours = String(Number((seconds / SECONDS_PER_HOUR).toFixed(DECIMALS)));
  return language === 'sv' ? hours.replace('.', ',') : hours;
}

/**
 * Lines as a table to enter by hand, or to import into Odoo's timesheets. By the external id Odoo knows a line again: who
 * imports the same table twice has no line twice. What is held back is in a column of its own and not in the hours.
 */
export function toLinesTable(lines: readonly LineToEnter[], language: Language): string[][] {
  const rows = lines.map((line) => [
    externalIdOf(line.id),
    line.date,
    line.employeeName,
    line.ticketId,
    line.ticketNumber,
    line.ticketTitle,
    line.customerName,
    line.description,
    hoursText(line.workedSeconds - line.heldSeconds, language),
    hoursText(line.heldSeconds, language),
    VERDICTS[language][line.verdict],
  ]);
  return [[...HEADERS[language]], ...rows];
}
