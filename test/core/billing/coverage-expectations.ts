import { type AgreementKind, agreementKindSchema } from '@core/billing/agreement';
import { coverageUnder } from '@core/billing/coverage';
import type { CoverageCondition, CoverageRow } from '@core/billing/coverage-table';
import type { TermsVersion } from '@core/billing/held-agreement';
import type { KindOfWork, Verdict } from '@core/billing/kind-of-work';

/** What the terms say of a kind of work: on demand and by a pack, with a patch agreement, with maintenance and support. */
export type ExpectedVerdicts = readonly [KindOfWork, onDemand: Verdict, patch: Verdict, maintenance: Verdict];

/** The domain's table, section 4, from 2026 on. */
export const CURRENT_VERDICTS: readonly ExpectedVerdicts[] = [
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
];

/** Where the older Swedish terms, 002, say something else. */
export const OLDER_VERDICTS: readonly ExpectedVerdicts[] = [
  ['general-user-support', 'always-separate', 'always-separate', 'always-separate'],
  ['architecture-change', 'always-separate', 'always-separate', 'always-separate'],
  ['configuration-change', 'always-separate', 'always-separate', 'always-separate'],
  ['configuration-outside-pool', 'always-separate', 'always-separate', 'always-separate'],
  ['database-correction', 'always-separate', 'always-separate', 'always-separate'],
];

type ConditionsOfKinds = Readonly<
  Partial<Record<KindOfWork, Readonly<Partial<Record<AgreementKind, CoverageCondition>>>>>
>;

function underAny(condition: CoverageCondition) {
  return Object.fromEntries(agreementKindSchema.options.map((kind) => [kind, condition]));
}

const CURRENT_CONDITIONS: ConditionsOfKinds = {
  'customer-or-third-party-code-fix': { 'maintenance-and-support': 'if-module-covered' },
  'version-upgrade': { 'maintenance-and-support': 'first-year-by-agreement' },
  dns: underAny('unless-smart-connect'),
};

const OLDER_CONDITIONS: ConditionsOfKinds = {
  ...CURRENT_CONDITIONS,
  'bug-analysis': { 'maintenance-and-support': 'if-module-covered' },
  'fix-outside-regular-patch': { 'maintenance-and-support': 'if-module-covered' },
};

/** What is to come out for a customer with one agreement on one day. */
export interface CoverageExpectation {
  readonly kindOfWork: KindOfWork;
  readonly agreement: AgreementKind;
  readonly terms: TermsVersion;
  readonly day: string;
  readonly verdict: Verdict;
  readonly condition: CoverageCondition | null;
  /** What decides, where several sentences come to the same; null: whichever. */
  readonly sentence: string | null;
}

/** Of two that say the same, the one about the agreement itself decides. */
const PAID_BEFORE_2026 = 'Generally you will be charged for all support.';

function expectationsOf(
  terms: TermsVersion,
  table: readonly ExpectedVerdicts[],
  conditions: ConditionsOfKinds,
  days: readonly string[],
  sentenceBefore2026?: string,
): CoverageExpectation[] {
  return table.flatMap(([kindOfWork, onDemand, patch, maintenance]) => {
    const verdicts: Readonly<Record<AgreementKind, Verdict>> = {
      'on-demand': onDemand,
      'support-pack': onDemand,
      patch,
      'maintenance-and-support': maintenance,
    };
    return agreementKindSchema.options.flatMap((agreement) =>
      days.map((day) => ({
        kindOfWork,
        agreement,
        terms,
        day,
        verdict: verdicts[agreement],
        condition: conditions[kindOfWork]?.[agreement] ?? null,
        sentence:
          kindOfWork === 'general-user-support' && agreement === 'maintenance-and-support' && day < '2026'
            ? (sentenceBefore2026 ?? null)
            : null,
      })),
    );
  });
}

const isOtherInOlderTerms = ([kind]: ExpectedVerdicts) => !OLDER_VERDICTS.some(([other]) => other === kind);
const BEFORE_2026: readonly ExpectedVerdicts[] = CURRENT_VERDICTS.map((row) =>
  row[0] === 'general-user-support' ? [row[0], 'chargeable', 'chargeable', 'chargeable'] : row,
);

/** Everything that is to come out, for every kind of work, agreement and terms, and on the days around a change. */
export const COVERAGE_EXPECTATIONS: readonly CoverageExpectation[] = [
  ...expectationsOf('current', CURRENT_VERDICTS, CURRENT_CONDITIONS, ['2026-01-01', '2026-11-23']),
  ...expectationsOf('current', BEFORE_2026, CURRENT_CONDITIONS, ['2025-06-01', '2025-12-31'], PAID_BEFORE_2026),
  ...expectationsOf(
    'older-swedish',
    [...CURRENT_VERDICTS.filter(isOtherInOlderTerms), ...OLDER_VERDICTS],
    OLDER_CONDITIONS,
    ['2025-06-01', '2026-11-23'],
  ),
];

/** The expectations that these tables do not meet. */
export function unmetExpectations(tables: Readonly<Record<TermsVersion, readonly CoverageRow[]>>) {
  return COVERAGE_EXPECTATIONS.filter(({ kindOfWork, agreement, terms, day, verdict, condition, sentence }) => {
    const coverage = coverageUnder({ kindOfWork, agreements: [{ kind: agreement, terms }], day, tables });
    const isSource = sentence === null || coverage.source?.sentence === sentence;
    return coverage.verdict !== verdict || coverage.condition !== condition || !isSource;
  });
}
