import { z } from 'zod';
import { daysBetween } from '../time/stockholm-days';
import { type Coverage, coverageUnder } from './coverage';
import type { DecidedVerdict } from './coverage-table';
import type { HeldAgreement } from './held-agreement';
import type { KindOfWork } from './kind-of-work';
import type { Service } from './service';

/** Source: 002, "Upp till 12 test-kopior per år (enligt ök)". */
export const TEST_COPIES_PER_YEAR = 12;

/** Source: 002, "Kunden få avbeställa återställning av test (skriftlig senast 7 dagar i förväg)". */
export const CANCELLATION_NOTICE_DAYS = 7;

/** The work a test copy is. */
export const TEST_COPY_WORK = 'restore-or-new-instance' satisfies KindOfWork;

/** When and how a customer cancelled a test copy. */
export const testCopyCancellationSchema = z.object({ on: z.iso.date(), isInWriting: z.boolean() });
export type TestCopyCancellation = z.infer<typeof testCopyCancellationSchema>;

/** A test copy that was made or planned for a customer: a restore of production into a test instance. */
export interface TestCopy {
  readonly id: string;
  /** The ticket it is worked on; null: none, or one that is not here. */
  readonly ticketId: string | null;
  /** The Stockholm date it is planned for or was made on, such as `2026-11-23`. */
  readonly date: string;
  /** Null: the customer did not cancel it. */
  readonly cancelled: TestCopyCancellation | null;
}

/** Whether a test copy was cancelled, and if so whether that was in time and in writing. */
export type CancellationStanding = 'not-cancelled' | 'in-time' | 'late' | 'not-in-writing';

/**
 * Where a cancellation stands by the terms: in time is in writing and at least seven days before.
 * Source: 002, "skriftlig senast 7 dagar i förväg".
 */
export function standingOfCancellation({
  date,
  cancelled,
}: Pick<TestCopy, 'date' | 'cancelled'>): CancellationStanding {
  if (cancelled === null) return 'not-cancelled';
  if (!cancelled.isInWriting) return 'not-in-writing';
  return daysBetween(cancelled.on, date) >= CANCELLATION_NOTICE_DAYS ? 'in-time' : 'late';
}

/**
 * Whether a test copy counts against the year's. One that was cancelled in time does not; one cancelled later or
 * otherwise does: our reading. Source: 002, "skriftlig senast 7 dagar i förväg".
 */
export function countsAsUsed(copy: Pick<TestCopy, 'date' | 'cancelled'>): boolean {
  return standingOfCancellation(copy) !== 'in-time';
}

/** A test copy with its place in the year and what is said of its charge. */
export interface CountedTestCopy<Copy extends TestCopy = TestCopy> {
  readonly copy: Copy;
  /** The first of the calendar year is 1; null: it does not count. */
  readonly numberInYear: number | null;
  readonly coverage: Coverage;
}

function said(verdict: DecidedVerdict, sentence: string): Coverage {
  return { verdict, source: { document: '002', sentence }, reason: 'sentence', condition: null };
}

/** What decides whether a cancelled test copy counts. */
export const CANCELLATION_SENTENCE = 'Kunden få avbeställa återställning av test (skriftlig senast 7 dagar i förväg)';

const CANCELLED = said('not-charged', CANCELLATION_SENTENCE);
const INCLUDED = said('included', 'Upp till 12 test-kopior per år (enligt ök)');
const BEYOND = said('chargeable', 'Fast pristillägg i annat fall kostnader för tjänster faktureras löpande.');

function byDate(a: TestCopy, b: TestCopy): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** Whether test copies are a part of what the customer pays for. */
export function includesTestCopies(services: readonly Service[]): boolean {
  return services.includes('drift-och-patch');
}

/**
 * The test copies of a customer in order of date, ties by id, with what is said of each. With *Drift och patch* the
 * first twelve of a calendar year are included and the thirteenth is chargeable; without it each is a restore like any
 * other. The calendar year is our reading of 002, "Upp till 12 test-kopior per år".
 */
export function countTestCopies<Copy extends TestCopy>(
  copies: readonly Copy[],
  { agreements, services }: { readonly agreements: readonly HeldAgreement[]; readonly services: readonly Service[] },
): CountedTestCopy<Copy>[] {
  const usedByYear = new Map<string, number>();
  const coverageOfCopy = ({ date }: TestCopy, numberInYear: number): Coverage => {
    if (includesTestCopies(services)) return numberInYear <= TEST_COPIES_PER_YEAR ? INCLUDED : BEYOND;
    return coverageUnder({ kindOfWork: TEST_COPY_WORK, agreements, services, day: date });
  };
  return copies.toSorted(byDate).map((copy) => {
    if (!countsAsUsed(copy)) return { copy, numberInYear: null, coverage: CANCELLED };
    const year = copy.date.slice(0, 4);
    const numberInYear = (usedByYear.get(year) ?? 0) + 1;
    usedByYear.set(year, numberInYear);
    return { copy, numberInYear, coverage: coverageOfCopy(copy, numberInYear) };
  });
}

/**
 * As {@link coverageUnder}, for work on a ticket of a customer with these test copies: a restore on a ticket with test
 * copies that count is judged by the one nearest to the day of the work, the earlier of two, as far as the customer
 * holds *Drift och patch*. Source: 002, "Upp till 12 test-kopior per år (enligt ök)".
 */
export function coverageWithTestCopies({
  ticketId,
  testCopies,
  ...work
}: {
  readonly ticketId: string;
  readonly testCopies: readonly TestCopy[];
  readonly kindOfWork: KindOfWork;
  readonly agreements: readonly HeldAgreement[];
  readonly services: readonly Service[];
  readonly day: string;
}): Coverage {
  if (work.kindOfWork !== TEST_COPY_WORK || !includesTestCopies(work.services)) return coverageUnder(work);
  const daysFrom = ({ copy }: CountedTestCopy) => Math.abs(daysBetween(copy.date, work.day));
  const [nearest] = countTestCopies(testCopies, work)
    .filter(({ copy, numberInYear }) => copy.ticketId === ticketId && numberInYear !== null)
    .sort((a, b) => daysFrom(a) - daysFrom(b));
  return nearest?.coverage ?? coverageUnder(work);
}
