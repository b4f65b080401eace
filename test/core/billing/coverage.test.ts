import { readdirSync, readFileSync } from 'node:fs';
import type { AgreementKind } from '@core/billing/agreement';
import { agreementKindSchema } from '@core/billing/agreement';
import { coverageOf } from '@core/billing/coverage';
import { COVERAGE_TABLE, type CoverageRow } from '@core/billing/coverage-table';
import { type KindOfWork, kindOfWorkSchema, type Verdict } from '@core/billing/kind-of-work';
import { describe, expect, it } from 'vitest';

const TERMS = new URL('../../fixtures/terms/', import.meta.url);

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

const terms = new Map(
  readdirSync(TERMS).map((name) => [name.slice(0, 3), plain(readFileSync(new URL(name, TERMS), 'utf8'))]),
);

function verdictOf(kindOfWork: KindOfWork, agreements: AgreementKind[], day = '2026-11-23'): Verdict {
  return coverageOf({ kindOfWork, agreements, day }).verdict;
}

describe('each row of the coverage table', () => {
  it.each(COVERAGE_TABLE)('quotes document $document literally about $kindOfWork', ({ document, sentence }) => {
    expect(terms.get(document)).toContain(plain(sentence));
  });
});

describe('the verdict on a kind of work', () => {
  // The domain's table, section 4: on demand and pack, patch, maintenance and support.
  it.each<[KindOfWork, Verdict, Verdict, Verdict]>([
    ['infrastructure-question', 'included', 'included', 'included'],
    ['delivery-question', 'included', 'included', 'included'],
    ['licence-question', 'included', 'included', 'included'],
    ['server-resource-provision', 'included', 'included', 'included'],
    ['resource-sale', 'always-separate', 'always-separate', 'always-separate'],
    ['architecture-change', 'chargeable', 'chargeable', 'chargeable'],
    ['technical-support', 'chargeable', 'included', 'included'],
    ['configuration-outside-pool', 'chargeable', 'chargeable', 'chargeable'],
    ['general-user-support', 'chargeable', 'chargeable', 'included'],
    ['bug-analysis', 'chargeable', 'chargeable', 'included'],
    ['fix-in-regular-patch', 'chargeable', 'included', 'included'],
    ['fix-outside-regular-patch', 'chargeable', 'chargeable', 'included'],
    ['own-localisation-fix', 'included', 'included', 'included'],
    ['customer-or-third-party-code-fix', 'chargeable', 'chargeable', 'included'],
    ['version-upgrade', 'chargeable', 'chargeable', 'included'],
    ['configuration-change', 'chargeable', 'chargeable', 'chargeable'],
    ['database-correction', 'chargeable', 'chargeable', 'chargeable'],
    ['training-or-customisation', 'always-separate', 'always-separate', 'always-separate'],
    ['new-functionality', 'always-separate', 'always-separate', 'always-separate'],
    ['data-import-export', 'always-separate', 'always-separate', 'always-separate'],
    ['restore-or-new-instance', 'always-separate', 'always-separate', 'always-separate'],
    ['pay-per-use-service', 'always-separate', 'always-separate', 'always-separate'],
    ['external-application', 'always-separate', 'always-separate', 'always-separate'],
    ['customer-network-or-third-party', 'always-separate', 'always-separate', 'always-separate'],
    ['dns', 'always-separate', 'always-separate', 'always-separate'],
    ['internal', 'not-charged', 'not-charged', 'not-charged'],
    ['own-decision-not-charged', 'not-charged', 'not-charged', 'not-charged'],
  ])('%s is %s on demand, %s with patch, %s with maintenance', (kind, onDemand, patch, maintenance) => {
    expect(verdictOf(kind, ['on-demand'])).toBe(onDemand);
    expect(verdictOf(kind, ['support-pack'])).toBe(onDemand);
    expect(verdictOf(kind, ['patch'])).toBe(patch);
    expect(verdictOf(kind, ['maintenance-and-support'])).toBe(maintenance);
  });

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
