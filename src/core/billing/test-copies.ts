import { daysBetween } from '../time/stockholm-days';
import { type Coverage, coverageUnder } from './coverage';
import type { DecidedVerdict } from './coverage-table';
import type { HeldAgreement } from './held-agreement';
import type { Service } from './service';

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
  readonly coverage: Coverage;
}

function said(verdict: DecidedVerdict, sentence: string): Coverage {
  return { verdict, source: { document: '002', sentence }, reason: 'sentence', condition: null };
}

const CANCELLED = said('not-charged', 'Kunden få avbeställa återställning av test (skriftlig senast 7 dagar i förväg)');
const INCLUDED = said('included', 'Upp till 12 test-kopior per år (enligt ök)');
const BEYOND = said('chargeable', 'Fast pristillägg i annat fall kostnader för tjänster faktureras löpande.');

function byDate(a: TestCopy, b: TestCopy): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/**
 * The test copies of a customer in order of date, ties by id, with what is said of each. With *Drift och patch* the
 * first twelve of a calendar year are included and the thirteenth is chargeable; without it each is a restore like any
 * other. The calendar year is our reading of 002, "Upp till 12 test-kopior per år".
 */
export function countTestCopies(
  copies: readonly TestCopy[],
  { agreements, services }: { readonly agreements: readonly HeldAgreement[]; readonly services: readonly Service[] },
): CountedTestCopy[] {
  const usedByYear = new Map<string, number>();
  const coverageOfCopy = ({ date }: TestCopy, numberInYear: number): Coverage => {
    if (services.includes('drift-och-patch')) return numberInYear <= TEST_COPIES_PER_YEAR ? INCLUDED : BEYOND;
    return coverageUnder({ kindOfWork: 'restore-or-new-instance', agreements, services, day: date });
  };
  return copies.toSorted(byDate).map((copy) => {
    if (!countsAsUsed(copy)) return { copy, numberInYear: null, coverage: CANCELLED };
    const year = copy.date.slice(0, 4);
    const numberInYear = (usedByYear.get(year) ?? 0) + 1;
    usedByYear.set(year, numberInYear);
    return { copy, numberInYear, coverage: coverageOfCopy(copy, numberInYear) };
  });
}
