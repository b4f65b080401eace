import type { AgreementKind } from './agreement';
import { COVERAGE_TABLE, type CoverageCondition, type CoverageRow, type TermsDocument } from './coverage-table';
import { type HeldAgreement, type TermsVersion, termsVersionSchema } from './held-agreement';
import type { KindOfWork, Verdict } from './kind-of-work';
import { OLDER_SWEDISH_TABLE } from './older-swedish-terms';

/** Where a verdict stands in the terms. */
export interface CoverageSource {
  readonly document: TermsDocument;
  readonly sentence: string;
}

/** Why a verdict is what it is. */
export type CoverageReason =
  /** A sentence of the terms says so. */
  | 'sentence'
  /** Work that is not for a customer, or that we decided not to charge: no agreement is asked. */
  | 'not-for-charge'
  /** The customer is unknown or holds no agreement: somebody has to say what applies. */
  | 'no-agreement'
  /** No sentence about this kind of work holds on this day under these agreements. */
  | 'no-sentence';

export interface Coverage {
  readonly verdict: Verdict;
  readonly source: CoverageSource | null;
  readonly reason: CoverageReason;
  /** What the sentence presupposes and the app cannot check. */
  readonly condition: CoverageCondition | null;
}

/** Ascending by how good it is for the customer, save that *always separate* beats all. Our reading of 004, "Always charged separately". */
const PRECEDENCE = ['chargeable', 'included', 'not-charged', 'always-separate'] as const;

interface Candidate {
  readonly row: CoverageRow;
  readonly verdict: (typeof PRECEDENCE)[number];
}

function isValidOn(row: CoverageRow, day: string): boolean {
  return (row.validFrom === undefined || row.validFrom <= day) && (row.validTo === undefined || day <= row.validTo);
}

function found({ row, verdict }: Candidate, reason: CoverageReason): Coverage {
  return {
    verdict,
    source: { document: row.document, sentence: row.sentence },
    reason,
    condition: row.condition ?? null,
  };
}

function withoutSentence(verdict: Verdict, reason: CoverageReason): Coverage {
  return { verdict, source: null, reason, condition: null };
}

/**
 * Whether a kind of work is charged to a customer who holds these agreements, on a Stockholm date such as `2026-11-23`,
 * with the sentence that decides. Of several sentences the one best for the customer wins; *always separate* beats all.
 * A maintenance and support agreement includes the patch agreement. `undecided` without any agreement. `table` is
 * for customers whose terms are others than the usual ones.
 * Source: 004, "We offer 3 types of Support agreements", "Always charged separately"; 001, "Will I be charged for
 * support?".
 */
export function coverageOf({
  kindOfWork,
  agreements,
  day,
  table = COVERAGE_TABLE,
}: {
  kindOfWork: KindOfWork;
  agreements: readonly AgreementKind[];
  day: string;
  table?: readonly CoverageRow[];
}): Coverage {
  if (kindOfWork === 'own-decision-not-charged') return withoutSentence('not-charged', 'not-for-charge');
  const rows = table.filter((row) => row.kindOfWork === kindOfWork && isValidOn(row, day));
  const [first] = rows;
  if (kindOfWork === 'internal' && first) return found({ row: first, verdict: 'not-charged' }, 'not-for-charge');
  if (agreements.length === 0) return withoutSentence('undecided', 'no-agreement');

  // Source: 004, "Maintenance and Support Agreement (Includes Patch Agreement)".
  const held: readonly AgreementKind[] = agreements.includes('maintenance-and-support')
    ? [...agreements, 'patch']
    : agreements;
  const [best] = rows
    .flatMap((row): Candidate[] =>
      held.flatMap((agreement) => {
        const verdict = row.verdicts[agreement];
        return verdict === undefined ? [] : [{ row, verdict }];
      }),
    )
    .sort((a, b) => PRECEDENCE.indexOf(b.verdict) - PRECEDENCE.indexOf(a.verdict));
  return best ? found(best, 'sentence') : withoutSentence('undecided', 'no-sentence');
}

const TABLES: Readonly<Record<TermsVersion, readonly CoverageRow[]>> = {
  current: COVERAGE_TABLE,
  'older-swedish': OLDER_SWEDISH_TABLE,
};

function rankOf({ verdict }: Coverage): number {
  return verdict === 'undecided' ? -1 : PRECEDENCE.indexOf(verdict);
}

/**
 * As {@link coverageOf}, each agreement by the terms it was signed under. Source: DOMAIN §4, "Of the agreements valid on
 * the day of the work the row most favourable to the customer wins; always separate beats all".
 */
export function coverageUnder({
  kindOfWork,
  agreements,
  day,
}: {
  kindOfWork: KindOfWork;
  agreements: readonly HeldAgreement[];
  day: string;
}): Coverage {
  const [best] = termsVersionSchema.options
    .map((version) => ({ version, held: agreements.filter(({ terms }) => terms === version) }))
    .filter(({ held }) => held.length > 0)
    .map(({ version, held }) =>
      coverageOf({ kindOfWork, agreements: held.map(({ kind }) => kind), day, table: TABLES[version] }),
    )
    .sort((a, b) => rankOf(b) - rankOf(a));
  return best ?? coverageOf({ kindOfWork, agreements: [], day });
}
