import type { AgreementKind } from '@core/billing/agreement';
import { agreementKindSchema } from '@core/billing/agreement';
import { coverageOf, coverageUnder } from '@core/billing/coverage';
import type { CoverageRow } from '@core/billing/coverage-table';
import { type KindOfWork, kindOfWorkSchema, type Verdict } from '@core/billing/kind-of-work';
import { describe, expect, it } from 'vitest';
import { CURRENT_VERDICTS } from './coverage-expectations';

function verdictOf(kindOfWork: KindOfWork, agreements: AgreementKind[], day = '2026-11-23'): Verdict {
  return coverageOf({ kindOfWork, agreements, day }).verdict;
}

describe('the verdict on a kind of work', () => {
  it.each(CURRENT_VERDICTS)(
    '%s is %s on demand, %s with patch, %s with maintenance',
    (kind, onDemand, patch, maintenance) => {
      expect(verdictOf(kind, ['on-demand'])).toBe(onDemand);
      expect(verdictOf(kind, ['support-pack'])).toBe(onDemand);
      expect(verdictOf(kind, ['patch'])).toBe(patch);
      expect(verdictOf(kind, ['maintenance-and-support'])).toBe(maintenance);
    },
  );

  it('is known for every kind of work under every agreement, also before 2026', () => {
    for (const kind of kindOfWorkSchema.options) {
      for (const agreement of agreementKindSchema.options) {
        expect(verdictOf(kind, [agreement])).not.toBe('undecided');
        expect(verdictOf(kind, [agreement], '2025-06-01')).not.toBe('undecided');
      }
    }
  });
});

describe('general user support under maintenance and support', () => {
  it('is included from 2026 on: "new for 2026"', () => {
    expect(verdictOf('general-user-support', ['maintenance-and-support'], '2025-12-31')).toBe('chargeable');
    expect(verdictOf('general-user-support', ['maintenance-and-support'], '2026-01-01')).toBe('included');
  });

  it('was charged before, like all support', () => {
    const { source } = coverageOf({
      kindOfWork: 'general-user-support',
      agreements: ['maintenance-and-support'],
      day: '2025-12-31',
    });
    expect(source).toEqual({ document: '001', sentence: 'Generally you will be charged for all support.' });
  });

  it('names the sentence that decides', () => {
    const coverage = coverageOf({
      kindOfWork: 'general-user-support',
      agreements: ['maintenance-and-support'],
      day: '2026-11-23',
    });
    expect(coverage).toEqual({
      verdict: 'included',
      source: {
        document: '001',
        sentence:
          'General User Support is included at no additional charge for customers with a valid Maintenance and Support Agreement (new for 2026)',
      },
      reason: 'sentence',
      condition: null,
    });
  });
});

describe('a customer with several agreements', () => {
  it('gets what is best for them, in whichever order they are listed', () => {
    expect(verdictOf('technical-support', ['on-demand', 'patch'])).toBe('included');
    expect(verdictOf('technical-support', ['patch', 'on-demand'])).toBe('included');
    expect(verdictOf('general-user-support', ['patch', 'maintenance-and-support', 'support-pack'])).toBe('included');
  });

  it('still pays separately for what is always separate', () => {
    expect(verdictOf('restore-or-new-instance', ['maintenance-and-support', 'support-pack'])).toBe('always-separate');
  });
});

describe('a table of other terms', () => {
  const row = (rest: Partial<CoverageRow>): CoverageRow => ({
    kindOfWork: 'training-or-customisation',
    verdicts: { 'on-demand': 'chargeable' },
    document: '002',
    sentence: 'Utbildning eller liknande support',
    ...rest,
  });
  const verdictBy = (table: CoverageRow[], agreements: AgreementKind[] = ['on-demand'], day = '2026-11-23') =>
    coverageOf({ kindOfWork: 'training-or-customisation', agreements, day, table }).verdict;

  it('lets "always charged separately" beat whatever another agreement gives', () => {
    const separate = row({ verdicts: { patch: 'always-separate' } });
    for (const verdict of ['chargeable', 'included', 'not-charged'] as const) {
      const other = row({ verdicts: { 'on-demand': verdict } });
      expect(verdictBy([separate, other], ['on-demand', 'patch'])).toBe('always-separate');
      expect(verdictBy([other, separate], ['on-demand', 'patch'])).toBe('always-separate');
    }
  });

  it('holds on its first and its last day, and not beyond', () => {
    const table = [row({ validFrom: '2026-02-01', validTo: '2026-02-28' })];
    const verdictOn = (day: string) => verdictBy(table, ['on-demand'], day);
    expect(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map(verdictOn)).toEqual([
      'undecided',
      'chargeable',
      'chargeable',
      'undecided',
    ]);
  });

  it('that says nothing about a kind of work leaves it undecided, and says so', () => {
    expect(coverageOf({ kindOfWork: 'dns', agreements: ['patch'], day: '2026-11-23', table: [] })).toEqual({
      verdict: 'undecided',
      source: null,
      reason: 'no-sentence',
      condition: null,
    });
  });
});

describe('a customer without any agreement', () => {
  it('gets no verdict, also on what is included for everybody else, and the reason is said', () => {
    for (const kindOfWork of ['general-user-support', 'own-localisation-fix', 'restore-or-new-instance'] as const) {
      expect(coverageOf({ kindOfWork, agreements: [], day: '2026-11-23' })).toEqual({
        verdict: 'undecided',
        source: null,
        reason: 'no-agreement',
        condition: null,
      });
    }
  });

  it('is not charged for internal work and for what we decided not to charge', () => {
    expect(coverageOf({ kindOfWork: 'internal', agreements: [], day: '2026-11-23' })).toMatchObject({
      verdict: 'not-charged',
      source: { sentence: 'We charge only for the time spent working directly on your ticket.' },
    });
    expect(coverageOf({ kindOfWork: 'own-decision-not-charged', agreements: [], day: '2026-11-23' })).toMatchObject({
      verdict: 'not-charged',
      source: null,
    });
  });
});

describe('a sentence with a condition the app cannot check', () => {
  it('is said with it', () => {
    const conditionOf = (kindOfWork: KindOfWork, agreement: AgreementKind) =>
      coverageOf({ kindOfWork, agreements: [agreement], day: '2026-11-23' }).condition;
    expect(conditionOf('customer-or-third-party-code-fix', 'maintenance-and-support')).toBe('if-module-covered');
    expect(conditionOf('version-upgrade', 'maintenance-and-support')).toBe('first-year-by-agreement');
    expect(conditionOf('dns', 'on-demand')).toBe('unless-smart-connect');
    expect(conditionOf('version-upgrade', 'on-demand')).toBeNull();
  });
});

describe('a customer under the older Swedish terms', () => {
  const under = (kindOfWork: KindOfWork, agreement: AgreementKind) =>
    coverageUnder({ kindOfWork, agreements: [{ kind: agreement, terms: 'older-swedish' }], day: '2026-11-23' });

  it('pays for user support separately: "End user support och stöd för applikationer, program mm"', () => {
    expect(under('general-user-support', 'maintenance-and-support')).toMatchObject({
      verdict: 'always-separate',
      source: { document: '002' },
    });
  });

  it('has faults of covered modules corrected for the fee, and upgrades after the first year', () => {
    expect(under('bug-analysis', 'maintenance-and-support')).toMatchObject({
      verdict: 'included',
      condition: 'if-module-covered',
    });
    expect(under('version-upgrade', 'maintenance-and-support').condition).toBe('first-year-by-agreement');
  });

  it('is treated by the terms of today where the older ones are silent', () => {
    expect(under('licence-question', 'on-demand')).toMatchObject({ verdict: 'included', source: { document: '001' } });
  });

  it('with another agreement under the terms of today gets what is best, unless it is always separate', () => {
    const mixed = (kindOfWork: KindOfWork) =>
      coverageUnder({
        kindOfWork,
        agreements: [
          { kind: 'maintenance-and-support', terms: 'current' },
          { kind: 'on-demand', terms: 'older-swedish' },
        ],
        day: '2026-11-23',
      }).verdict;
    expect(mixed('fix-outside-regular-patch')).toBe('included');
    expect(mixed('general-user-support')).toBe('always-separate');
  });

  it('without any agreement is undecided like everybody', () => {
    expect(coverageUnder({ kindOfWork: 'dns', agreements: [], day: '2026-11-23' }).reason).toBe('no-agreement');
  });
});

describe('a service that the customer holds', () => {
  it('includes the work it is for, also what is always separate: "ingår i vår SMART CONNECT tjänst"', () => {
    const dns = { kindOfWork: 'dns', agreements: ['on-demand'], day: '2026-11-23' } as const;
    expect(coverageOf({ ...dns, services: ['smart-connect'] })).toEqual({
      verdict: 'included',
      source: { document: '002', sentence: 'DNS hantering (ingår i vår SMART CONNECT tjänst)' },
      reason: 'sentence',
      condition: null,
    });
    expect(coverageOf({ ...dns, services: ['drift-och-patch'] }).verdict).toBe('always-separate');
    expect(
      coverageUnder({ ...dns, agreements: [{ kind: 'patch', terms: 'older-swedish' }], services: ['smart-connect'] })
        .verdict,
    ).toBe('included');
  });

  it('needs no agreement beside it', () => {
    const restart = { kindOfWork: 'technical-support', agreements: [], day: '2026-11-23' } as const;
    expect(coverageOf({ ...restart, services: ['drift-och-patch'] }).verdict).toBe('included');
    expect(coverageUnder({ ...restart, services: ['drift-och-patch'] }).verdict).toBe('included');
  });
});
