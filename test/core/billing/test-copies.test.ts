import { coverageUnder } from '@core/billing/coverage';
import { kindOfWorkSchema } from '@core/billing/kind-of-work';
import { serviceSchema } from '@core/billing/service';
import {
  countsAsUsed,
  countTestCopies,
  coverageWithTestCopies,
  standingOfCancellation,
  type TestCopy,
} from '@core/billing/test-copies';
import { addDays } from '@core/time/stockholm-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termsDocument } from '../terms';

function copy(date: string, cancelled: TestCopy['cancelled'] = null): TestCopy {
  return { id: date, ticketId: null, date, cancelled };
}

const WITH_SERVICE = { agreements: [], services: ['drift-och-patch'] } as const;

const monthly = Array.from({ length: 13 }, (_, index) => copy(addDays('2026-01-15', 25 * index)));

describe('the test copies of a year: "Upp till 12 test-kopior per år"', () => {
  it('are included with Drift och patch up to the twelfth; the thirteenth is chargeable', () => {
    const counted = countTestCopies(monthly, WITH_SERVICE);
    expect(counted.map(({ numberInYear }) => numberInYear)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(counted.map(({ coverage }) => coverage.verdict)).toEqual([...Array(12).fill('included'), 'chargeable']);
  });

  it('begin anew with the calendar year, whatever order they are listed in', () => {
    const counted = countTestCopies([copy('2027-01-02'), ...monthly.toReversed()], WITH_SERVICE);
    expect(counted.at(-1)).toMatchObject({
      copy: { date: '2027-01-02' },
      numberInYear: 1,
      coverage: { verdict: 'included' },
    });
  });

  it('are told apart by id on one day', () => {
    const counted = countTestCopies(
      [
        { ...copy('2026-03-01'), id: 'b' },
        { ...copy('2026-03-01'), id: 'a' },
      ],
      WITH_SERVICE,
    );
    expect(counted.map(({ copy: { id }, numberInYear }) => [id, numberInYear])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('are restores like any other without it: "Restore of backups" is always charged separately', () => {
    const customer = { agreements: [{ kind: 'patch', terms: 'current' }], services: ['backup-files'] } as const;
    const [counted] = countTestCopies([copy('2026-03-01')], customer);
    expect(counted).toMatchObject({
      numberInYear: 1,
      coverage: { verdict: 'always-separate', source: { document: '004', sentence: 'Restore of backups' } },
    });
  });

  it('are said with a sentence of the terms', () => {
    const cancelled = copy('2026-12-24', { on: '2026-12-01', isInWriting: true });
    for (const { coverage } of countTestCopies([...monthly, cancelled], WITH_SERVICE)) {
      expect(termsDocument('002')).toContain(coverage.source?.sentence);
    }
  });
});

describe('a planned test copy that the customer cancels', () => {
  it('does not count when it was in writing, seven days before: "skriftlig senast 7 dagar i förväg"', () => {
    expect(countsAsUsed(copy('2026-11-23', { on: '2026-11-16', isInWriting: true }))).toBe(false);
    expect(countsAsUsed(copy('2026-11-23', { on: '2026-11-17', isInWriting: true }))).toBe(true);
    expect(countsAsUsed(copy('2026-11-23', { on: '2026-11-01', isInWriting: false }))).toBe(true);
    expect(countsAsUsed(copy('2026-11-23'))).toBe(true);
  });

  it('is told apart from one that was late or not in writing', () => {
    const standing = (on: string, isInWriting: boolean) =>
      standingOfCancellation(copy('2026-11-23', { on, isInWriting }));
    expect(standing('2026-11-16', true)).toBe('in-time');
    expect(standing('2026-11-17', true)).toBe('late');
    expect(standing('2026-11-24', true)).toBe('late');
    expect(standing('2026-11-01', false)).toBe('not-in-writing');
    expect(standingOfCancellation(copy('2026-11-23'))).toBe('not-cancelled');
  });

  it('leaves its place in the year to the next, and is not charged', () => {
    const counted = countTestCopies(
      [copy('2026-11-23', { on: '2026-11-01', isInWriting: true }), copy('2026-11-24')],
      WITH_SERVICE,
    );
    expect(counted.map(({ numberInYear, coverage }) => [numberInYear, coverage.verdict])).toEqual([
      [null, 'not-charged'],
      [1, 'included'],
    ]);
  });
});

describe('a restore on a ticket with a test copy', () => {
  const agreements = [{ kind: 'on-demand', terms: 'current' }] as const;
  const restore = { kindOfWork: 'restore-or-new-instance', agreements, services: ['drift-och-patch'] } as const;
  const onTicket = (date: string, ticketId: string, cancelled: TestCopy['cancelled'] = null) => ({
    ...copy(date, cancelled),
    id: `${date} ${ticketId}`,
    ticketId,
  });

  it('is judged by the number of the copy in its year: the twelfth is included, the thirteenth charged', () => {
    const testCopies = monthly.map((made, index) => ({ ...made, ticketId: `T-${index + 1}` }));
    const verdictOn = (ticketId: string) =>
      coverageWithTestCopies({ ...restore, ticketId, testCopies, day: '2026-06-01' }).verdict;
    expect(['T-1', 'T-12', 'T-13', 'T-14'].map(verdictOn)).toEqual([
      'included',
      'included',
      'chargeable',
      'always-separate',
    ]);
  });

  it('is judged by the copy nearest to the work where the ticket has several, and by none that does not count', () => {
    const busy = monthly.slice(0, 11);
    const testCopies = [...busy, onTicket('2026-11-01', 'T'), onTicket('2026-11-11', 'T')];
    const verdictOn = (day: string) => coverageWithTestCopies({ ...restore, ticketId: 'T', testCopies, day }).verdict;
    expect(['2026-10-01', '2026-11-06', '2026-11-07'].map(verdictOn)).toEqual(['included', 'included', 'chargeable']);
    const cancelled = [onTicket('2026-11-01', 'T', { on: '2026-10-01', isInWriting: true })];
    expect(
      coverageWithTestCopies({ ...restore, ticketId: 'T', testCopies: cancelled, day: '2026-11-01' }).verdict,
    ).toBe('always-separate');
  });

  it('leaves other work, other tickets and customers without the service to the terms', () => {
    const testCopies = [onTicket('2026-11-01', 'T')];
    const work = fc.record({
      kindOfWork: fc.constantFrom(...kindOfWorkSchema.options),
      services: fc.subarray([...serviceSchema.options]),
      ticketId: fc.constantFrom('T', 'other'),
    });
    fc.assert(
      fc.property(work, ({ kindOfWork, services, ticketId }) => {
        const isTestCopy =
          kindOfWork === 'restore-or-new-instance' && services.includes('drift-och-patch') && ticketId === 'T';
        const asked = { kindOfWork, services, agreements, day: '2026-11-01' };
        const said = coverageWithTestCopies({ ...asked, ticketId, testCopies });
        if (isTestCopy) expect(said.verdict).toBe('included');
        else expect(said).toEqual(coverageUnder(asked));
      }),
    );
  });
});
