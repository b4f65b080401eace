import { countsAsUsed, countTestCopies, type TestCopy } from '@core/billing/test-copies';
import { addDays } from '@core/time/stockholm-days';
import { describe, expect, it } from 'vitest';
import { termsDocument } from '../terms';

function copy(date: string, cancelled: TestCopy['cancelled'] = null): TestCopy {
  return { id: date, date, cancelled };
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
