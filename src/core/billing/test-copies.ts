import { daysBetween } from '../time/stockholm-days';
import type { CoverageSource } from './coverage';
import type { DecidedVerdict } from './coverage-table';
import { COVERAGE_TABLE } from './coverage-table';
import type { Service } from './services';

/** Source: 002, "Upp till 12 test-kopior per år (enligt ök)". */
export const TEST_COPIES_PER_YEAR = 12;

/** Source: 002, "Kunden få avbeställa återställning av test (skriftlig senast 7 dagar i förväg)". */
export const CANCELLATION_NOTICE_DAYS = 7;

/** A test copy that was made or planned for a customer: a restore of production into a test instance. */
export interface TestCopy {
  readonly id: string;
  /** The Stockholm date it is planned for or was made on, such as `2026-11-23`. */
  readonly date: string;
  /** When and how the customer cancelled it; null: they did not. */
  readonly cancelled: { readonly on: string; readonly isInWriting: boolean } | null;
}

/**
 * Whether a test copy counts against the year's. One that was cancelled in writing at least seven days before does not;
 * one cancelled later or otherwise does: our reading. Source: 002, "skriftlig senast 7 dagar i förväg".
 */
export function countsAsUsed({ date, cancelled }: TestCopy): boolean {
  if (cancelled === null) return true;
  return !(cancelled.isInWriting && daysBetween(cancelled.on, date) >= CANCELLATION_NOTICE_DAYS);
}

/** A test copy with its place in the year and what is said of its charge. */
export interface CountedTestCopy {
  readonly copy: TestCopy;
  /** The first of the calendar year is 1; null: it does not count. */
  readonly numberInYear: number | null;
  readonly verdict: DecidedVerdict;
  readonly source: CoverageSource;
}

const INCLUDED: CoverageSource = { document: '002', sentence: 'Upp till 12 test-kopior per år (enligt ök)' };
const CANCELLED: CoverageSource = {
  document: '002',
  sentence: 'Kunden få avbeställa återställning av test (skriftlig senast 7 dagar i förväg)',
};
const BY_THE_HOUR: CoverageSource = {
  document: '002',
  sentence: 'Fast pristillägg i annat fall kostnader för tjänster faktureras löpande.',
};

function ofRestores(): { verdict: DecidedVerdict; source: CoverageSource } {
  const row = COVERAGE_TABLE.find(({ kindOfWork }) => kindOfWork === 'restore-or-new-instance');
  const verdict = row?.verdicts['on-demand'];
  if (row === undefined || verdict === undefined) throw new Error('The terms say nothing of restores');
  return { verdict, source: { document: row.document, sentence: row.sentence } };
}

/**
 * The test copies of a customer in order of date, ties by id, with what is said of each. With *Drift och patch* the
 * first twelve of a calendar year are included and the thirteenth is chargeable; without it each is a restore like any
 * other. The calendar year is our reading of 002, "Upp till 12 test-kopior per år".
 */
export function countTestCopies(copies: readonly TestCopy[], services: readonly Service[]): CountedTestCopy[] {
  const usedByYear = new Map<string, number>();
  const isIncluded = services.includes('drift-och-patch');
  return copies
    .toSorted((a, b) => (a.date === b.date ? Number(a.id > b.id) || -Number(a.id < b.id) : a.date < b.date ? -1 : 1))
    .map((copy) => {
      if (!countsAsUsed(copy)) return { copy, numberInYear: null, verdict: 'not-charged', source: CANCELLED };
      const year = copy.date.slice(0, 4);
      const numberInYear = (usedByYear.get(year) ?? 0) + 1;
      usedByYear.set(year, numberInYear);
      if (!isIncluded) return { copy, numberInYear, ...ofRestores() };
      return numberInYear <= TEST_COPIES_PER_YEAR
        ? { copy, numberInYear, verdict: 'included', source: INCLUDED }
        : { copy, numberInYear, verdict: 'chargeable', source: BY_THE_HOUR };
    });
}
