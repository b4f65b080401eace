import { type AgreementKind, agreementKindSchema } from '@core/billing/agreement';
import { coverageUnder } from '@core/billing/coverage';
import { agreementsOn, type DatedAgreement, type TermsVersion } from '@core/billing/held-agreement';
import { type KindOfWork, kindOfWorkSchema, type Verdict } from '@core/billing/kind-of-work';
import { OLDER_SWEDISH_TABLE } from '@core/billing/older-swedish-terms';
import { describe, expect, it } from 'vitest';
import { termsDocument } from '../terms';

function dated(kind: AgreementKind, rest: Partial<DatedAgreement> = {}): DatedAgreement {
  return { kind, terms: 'current', validFrom: null, validUntil: null, ...rest };
}

function verdictOf(kindOfWork: KindOfWork, agreements: readonly [AgreementKind, TermsVersion][]): Verdict {
  const held = agreements.map(([kind, terms]) => ({ kind, terms }));
  return coverageUnder({ kindOfWork, agreements: held, day: '2026-11-23' }).verdict;
}

function underOldTerms(kindOfWork: KindOfWork, kind: AgreementKind): Verdict {
  return verdictOf(kindOfWork, [[kind, 'older-swedish']]);
}

describe('the agreements a customer holds on a day', () => {
  // DOMAIN §4: "a customer can hold several, each with validity dates, the terms version it was signed under".
  const local = [
    dated('patch', { validFrom: '2026-01-01', validUntil: '2026-06-30' }),
    dated('maintenance-and-support', { validFrom: '2026-06-30', terms: 'older-swedish' }),
  ];
  const kindsOn = (day: string) => agreementsOn(day, { local, onPortal: ['on-demand'] }).map(({ kind }) => kind);

  it('are those that are valid on it, first and last day included', () => {
    expect(kindsOn('2026-01-01')).toEqual(['patch']);
    expect(kindsOn('2026-06-30')).toEqual(['patch', 'maintenance-and-support']);
    expect(kindsOn('2026-07-01')).toEqual(['maintenance-and-support']);
    expect(kindsOn('2031-01-01')).toEqual(['maintenance-and-support']);
  });

  it('are the portal’s, under the terms of today, on a day that none written down here reaches', () => {
    expect(agreementsOn('2025-12-31', { local, onPortal: ['on-demand', 'patch'] })).toEqual([
      { kind: 'on-demand', terms: 'current' },
      { kind: 'patch', terms: 'current' },
    ]);
  });

  it('are each there once, and twice where they were signed under two terms', () => {
    const twice = [
      dated('patch'),
      dated('patch', { validFrom: '2026-01-01' }),
      dated('patch', { terms: 'older-swedish' }),
    ];
    expect(agreementsOn('2026-11-23', { local: twice, onPortal: [] })).toEqual([
      { kind: 'patch', terms: 'current' },
      { kind: 'patch', terms: 'older-swedish' },
    ]);
  });
});

describe('each row of the older Swedish terms', () => {
  it.each(OLDER_SWEDISH_TABLE)('quotes document $document literally about $kindOfWork', ({ document, sentence }) => {
    expect(termsDocument(document)).toContain(sentence.replace(/\s+/gu, ' '));
  });
});

describe('customers on the terms of [002]', () => {
  it('pay end-user support separately always: "End user support och stöd för applikationer, program mm"', () => {
    for (const kind of agreementKindSchema.options) {
      expect(underOldTerms('general-user-support', kind)).toBe('always-separate');
    }
  });

  it('have fault correction, support problems and upgrades of covered modules in the maintenance fee', () => {
    const covered = [
      'bug-analysis',
      'fix-outside-regular-patch',
      'customer-or-third-party-code-fix',
      'version-upgrade',
    ];
    for (const kindOfWork of covered.map((kind) => kindOfWorkSchema.parse(kind))) {
      expect(underOldTerms(kindOfWork, 'maintenance-and-support')).toBe('included');
      expect(underOldTerms(kindOfWork, 'patch')).toBe('chargeable');
    }
    const { condition } = coverageUnder({
      kindOfWork: 'bug-analysis',
      agreements: [{ kind: 'maintenance-and-support', terms: 'older-swedish' }],
      day: '2026-11-23',
    });
    expect(condition).toBe('if-module-covered');
  });

  it('have no training, new functionality, data changes or imports in it', () => {
    for (const kindOfWork of [
      'training-or-customisation',
      'new-functionality',
      'database-correction',
      'data-import-export',
      'restore-or-new-instance',
    ] as const) {
      expect(underOldTerms(kindOfWork, 'maintenance-and-support')).toBe('always-separate');
    }
  });

  it('pay changes that they ask for separately: "Ändringar i arkitektur eller konfiguration som krävs av kunden"', () => {
    expect(underOldTerms('configuration-change', 'maintenance-and-support')).toBe('always-separate');
    expect(underOldTerms('architecture-change', 'patch')).toBe('always-separate');
    expect(underOldTerms('configuration-outside-pool', 'patch')).toBe('always-separate');
  });

  it('have patches and technical questions in Drift och patch, and pay them by the hour without: "faktureras löpande"', () => {
    for (const kindOfWork of ['technical-support', 'fix-in-regular-patch'] as const) {
      expect(underOldTerms(kindOfWork, 'patch')).toBe('included');
      expect(underOldTerms(kindOfWork, 'on-demand')).toBe('chargeable');
    }
  });

  it('follow the other documents where 002 is silent', () => {
    expect(underOldTerms('licence-question', 'on-demand')).toBe('included');
    expect(underOldTerms('bug-analysis', 'on-demand')).toBe('chargeable');
    for (const kind of kindOfWorkSchema.options) {
      for (const agreement of agreementKindSchema.options) expect(underOldTerms(kind, agreement)).not.toBe('undecided');
    }
  });
});

describe('of agreements under different terms', () => {
  it('the row most favourable to the customer wins, in whichever order they are listed', () => {
    const both: [AgreementKind, TermsVersion][] = [
      ['on-demand', 'current'],
      ['maintenance-and-support', 'older-swedish'],
    ];
    expect(verdictOf('bug-analysis', both)).toBe('included');
    expect(verdictOf('bug-analysis', both.toReversed())).toBe('included');
  });

  it('always separate beats all', () => {
    const both: [AgreementKind, TermsVersion][] = [
      ['maintenance-and-support', 'current'],
      ['maintenance-and-support', 'older-swedish'],
    ];
    expect(verdictOf('general-user-support', both)).toBe('always-separate');
  });

  it('nothing is decided without any', () => {
    expect(verdictOf('general-user-support', [])).toBe('undecided');
    expect(verdictOf('internal', [])).toBe('not-charged');
  });
});
