import type { KindOfWork, Verdict } from '@core/billing/kind-of-work';
import { CURRENT_VERDICTS, type ExpectedVerdicts, OLDER_VERDICTS } from '../../../core/billing/coverage-expectations';
import { type Rule, rule } from './rule';

const LINE_VERDICT = 'Timesheet and ticket, Time: verdict of a line';

function nameOfVerdict(verdict: Verdict): string {
  return verdict.replaceAll('-', ' ');
}

function saysOfCoverage(kind: KindOfWork, table: readonly ExpectedVerdicts[]): string {
  const row = table.find(([listed]) => listed === kind);
  if (row === undefined) throw new Error(`No expectation about ${kind}`);
  const [, onDemand, patch, maintenance] = row;
  const verdicts = new Set([onDemand, patch, maintenance]);
  return verdicts.size === 1
    ? `${nameOfVerdict(onDemand)} under any agreement`
    : `on demand and by a pack ${nameOfVerdict(onDemand)}, with patch agreement ${nameOfVerdict(patch)}, with maintenance and support ${nameOfVerdict(maintenance)}`;
}

/** The row of the coverage table on a kind of work. Every row of it is flipped one by one in `coverage-flips.test.ts`, too. */
function coverage(
  kind: KindOfWork,
  flip: Rule['flip'] = { from: `kindOfWork: '${kind}'`, to: "kindOfWork: 'internal'" },
): Rule {
  return {
    says: `Work of the kind *${kind}*: ${saysOfCoverage(kind, CURRENT_VERDICTS)}`,
    code: 'src/core/billing/coverage-table.ts',
    test: { file: 'core/billing/coverage.test.ts', name: `the verdict on a kind of work > ${kind} is` },
    screen: LINE_VERDICT,
    flip,
  };
}

/** The same under the older Swedish terms. */
function older(kind: KindOfWork, flip: Rule['flip'] = { from: `'${kind}',`, to: "'internal'," }): Rule {
  const said = OLDER_VERDICTS.some(([listed]) => listed === kind) ? OLDER_VERDICTS : CURRENT_VERDICTS;
  return {
    says: `Under the older terms, work of the kind *${kind}*: ${saysOfCoverage(kind, said)}`,
    code: 'src/core/billing/older-swedish-terms.ts',
    test: {
      file: 'core/billing/coverage-flips.test.ts',
      name: 'the tables of coverage > meet the expectations about every kind of work, agreement and terms',
    },
    screen: 'Ticket, Coverage; Settings: agreements',
    flip,
  };
}

/** Rules about what is charged, and to whom. */
export const CHARGE_RULES = {
  // Charge
  'minimum-charge': rule(
    'A ticket with chargeable time is charged 30 minutes at least, unless its price list says otherwise',
    'billing/charge.ts',
    ['billing/charge.test.ts', 'the charge of a ticket > has thirty minutes and steps of one minute by default'],
    'Ticket, Time: charge as a sentence; Settings: prices',
    ['minimumMinutes: 30', 'minimumMinutes: 15'],
  ),
  'minimum-applies': rule(
    'Less than the minimum is charged as the minimum, once per ticket',
    'billing/charge.ts',
    ['billing/charge.test.ts', 'the charge of a ticket > is the minimum for less'],
    'Ticket, Time: charge as a sentence',
    ['Math.max(minimumMinutes, steppedMinutes)', 'Math.min(minimumMinutes, steppedMinutes)'],
  ),
  'charged-hourly': rule(
    'Charged minutes cost their share of the rate by the hour',
    'billing/money.ts',
    ['billing/money.test.ts', 'what charged minutes cost > is the rate by the hour'],
    'Ticket, Time: charge as a sentence; Settings: prices',
    ['MINUTES_PER_HOUR = 60n', 'MINUTES_PER_HOUR = 30n'],
  ),
  'four-hours': rule(
    'Registering a ticket approves 4 hours of chargeable time',
    'billing/four-hour-rule.ts',
    ['billing/four-hour-rule.test.ts', 'the limit > is four hours'],
    'Ticket: four-hour meter; Timer: warnings',
    ['4 * 60 * 60', '5 * 60 * 60'],
  ),
  'limit-counts-charged': rule(
    'Chargeable and always separate time counts against the limit, other time does not',
    'billing/four-hour-rule.ts',
    ['billing/four-hour-rule.test.ts', 'the limit > is counted against by what is charged'],
    'Ticket: four-hour meter',
    ["verdict === 'chargeable' || verdict === 'always-separate'", "verdict !== 'not-charged'"],
  ),
  'charge-held-at-limit': rule(
    'No charge goes past what is approved',
    'billing/charge.ts',
    ['billing/charge.test.ts', 'the charge of a ticket > is never carried past the limit'],
    'Ticket, Time: charge as a sentence; dialogue at the limit',
    ['unheldMinutes > limitMinutes', 'unheldMinutes > Number.MAX_VALUE'],
  ),
  'estimate-to-sender': rule(
    'A message to the sender of the ticket is drafted, says what was spent and asks for more',
    'billing/estimate-draft.ts',
    ['billing/estimate-draft.test.ts', 'the message that asks for more time > says in English what it is about'],
    'Ticket: ask the customer',
    ['limitSeconds === null ? wording.shallWeLookCloser', 'limitSeconds !== null ? wording.shallWeLookCloser'],
  ),
  'estimate-10': rule(
    'An approved estimate below 10 hours sets the limit to 10 hours; above sets none',
    'billing/approvals.ts',
    ['billing/approvals.test.ts', 'an estimate > sets its figure as the limit'],
    'Ticket: ask the customer, approvals',
    ['return 10 * SECONDS_PER_HOUR', 'return 11 * SECONDS_PER_HOUR'],
  ),
  'estimate-20': rule(
    'An approved estimate below 20 hours sets the limit to 20 hours; above sets none',
    'billing/approvals.ts',
    ['billing/approvals.test.ts', 'an estimate > sets its figure as the limit'],
    'Ticket: ask the customer, approvals',
    ['return 20 * SECONDS_PER_HOUR', 'return 21 * SECONDS_PER_HOUR'],
  ),
  'estimate-specific': rule(
    'An approved specific estimate sets its own figure as the limit',
    'billing/approvals.ts',
    ['billing/approvals.test.ts', 'an estimate > sets its figure as the limit'],
    'Ticket: ask the customer, approvals',
    ['return estimate.seconds', 'return null'],
  ),

  // Coverage
  'covers-infrastructure-question': coverage('infrastructure-question'),
  'covers-delivery-question': coverage('delivery-question'),
  'covers-licence-question': coverage('licence-question'),
  'covers-server-resource-provision': coverage('server-resource-provision'),
  'covers-resource-sale': coverage('resource-sale'),
  'covers-architecture-change': coverage('architecture-change'),
  'covers-technical-support': coverage('technical-support'),
  'covers-configuration-outside-pool': coverage('configuration-outside-pool'),
  'covers-general-user-support': coverage('general-user-support', {
    from: "'general-user-support',\n    verdicts: CHARGEABLE_WITHOUT_MAINTENANCE",
    to: "'general-user-support',\n    verdicts: INCLUDED_IN_PATCH",
  }),
  'covers-user-support-from-2026': rule(
    'General user support is included with maintenance and support from 2026-01-01, and charged before',
    'billing/coverage-table.ts',
    [
      'billing/coverage.test.ts',
      'general user support under maintenance and support > is included from 2026 on: "new for 2026"',
    ],
    LINE_VERDICT,
    ["validFrom: '2026-01-01'", "validFrom: '2027-01-01'"],
  ),
  'covers-bug-analysis': coverage('bug-analysis'),
  'covers-fix-in-regular-patch': coverage('fix-in-regular-patch'),
  'covers-fix-outside-regular-patch': coverage('fix-outside-regular-patch'),
  'covers-own-localisation-fix': coverage('own-localisation-fix'),
  'covers-other-code-fix': coverage('customer-or-third-party-code-fix'),
  'covers-version-upgrade': coverage('version-upgrade'),
  'covers-configuration-change': coverage('configuration-change'),
  'covers-database-correction': coverage('database-correction'),
  'covers-training-or-customisation': coverage('training-or-customisation'),
  'covers-new-functionality': coverage('new-functionality'),
  'covers-data-import-export': coverage('data-import-export'),
  'covers-restore-or-new-instance': coverage('restore-or-new-instance'),
  'covers-pay-per-use-service': coverage('pay-per-use-service'),
  'covers-external-application': coverage('external-application'),
  'covers-customer-network': coverage('customer-network-or-third-party'),
  'covers-dns': coverage('dns'),
  'only-direct-work': coverage('internal', { from: "kindOfWork: 'internal'", to: "kindOfWork: 'dns'" }),
  'always-separate-beats-all': rule(
    'Always separate beats whatever another agreement gives',
    'billing/coverage.ts',
    ['billing/coverage.test.ts', 'a table of other terms > lets "always charged separately" beat'],
    LINE_VERDICT,
    [
      "['chargeable', 'included', 'not-charged', 'always-separate']",
      "['always-separate', 'chargeable', 'included', 'not-charged']",
    ],
  ),
  'best-agreement-wins': rule(
    'Of several agreements the one best for the customer decides',
    'billing/coverage.ts',
    ['billing/coverage.test.ts', 'a customer with several agreements > gets what is best for them'],
    LINE_VERDICT,
    ["['chargeable', 'included',", "['included', 'chargeable',"],
  ),
  'agreement-kinds': rule(
    'A customer holds agreements on demand, with a pack, for patches, or for maintenance and support',
    'ticket/portal-mapping.ts',
    ['ticket/portal-mapping.test.ts', 'the agreements of a customer > are read from the tag On demand'],
    'Ticket, head: agreements',
    ["'on-demand': ['On demand',", "'on-demand': ["],
  ),
  'support-pack': rule(
    'Prepaid packs are drawn down by charged minutes, the oldest first',
    'billing/support-pack.ts',
    ['billing/support-pack.test.ts', 'support packs > are drawn down by time of work'],
    'Settings: support packs; Ticket: pack balance',
    ['drawnMinutes += covered', 'drawnMinutes += 0'],
  ),
  'pack-controls-costs': rule(
    'What no pack covers waits as unapproved',
    'billing/support-pack.ts',
    ['billing/support-pack.test.ts', 'support packs > cover no more than they hold'],
    'Settings: support packs; Ticket: pack balance',
    ['const covered = Math.min(minutes, freshMinutes)', 'const covered = minutes'],
  ),
  'patch-in-maintenance': rule(
    'Maintenance and support includes the patch agreement',
    'billing/coverage.ts',
    ['billing/coverage.test.ts', 'the verdict on a kind of work > technical-support is'],
    LINE_VERDICT,
    ["? [...agreements, 'patch'] : agreements", '? agreements : agreements'],
  ),

  // The older terms
  'upgrade-in-first-year': rule(
    'An upgrade is shown with the condition that the first twelve months take an agreement of their own',
    'billing/coverage-table.ts',
    ['billing/coverage.test.ts', 'a sentence with a condition the app cannot check > is said with it'],
    LINE_VERDICT,
    ["condition: 'first-year-by-agreement'", "condition: 'if-module-covered'"],
  ),
  'older-user-support': older('general-user-support'),
  'older-technical-support': older('technical-support'),
  'older-architecture': older('architecture-change'),
  'older-configuration': older('configuration-change'),
  'older-mail-configuration': older('configuration-outside-pool'),
  'older-bug-analysis': older('bug-analysis'),
  'older-fixes': older('fix-outside-regular-patch'),
  'older-upgrade': older('version-upgrade', {
    from: "'version-upgrade', BY_MAINTENANCE",
    to: "'version-upgrade', underAny('always-separate')",
  }),
  'older-new-functionality': older('new-functionality'),
  'older-data-changes': older('database-correction'),
  'older-imports': older('data-import-export'),
  'older-new-instances': older('restore-or-new-instance'),
  'older-patches': older('fix-in-regular-patch'),
} as const satisfies Record<string, Rule>;
