import type { CoverageDecisionId } from '../ids';
import type { VerdictOverride } from '../timesheet/line-content';
import type { Verdict } from './kind-of-work';

/** A note that tells colleagues why has room for so much. */
export const LONGEST_COVERAGE_REASON = 2000;

/** A consultant's verdict on one kind of work on one ticket, in place of what the terms say of it. */
export interface CoverageDecision extends VerdictOverride {
  readonly id: CoverageDecisionId;
}

/** The verdict a line carries, and whose it is: the terms' where there is no override. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly override: VerdictOverride | null;
  /** Not null: the override is that of this decision, and not one about the line itself. */
  readonly coverageDecisionId: CoverageDecisionId | null;
}

/** What a person decided about the line itself, and not about its kind of work. */
export function ownOverrideOf({ override, coverageDecisionId }: Omit<Judgement, 'verdict'>): VerdictOverride | null {
  return coverageDecisionId === null ? override : null;
}

/**
 * Whose verdict holds: the person's about the line, else that about its kind of work on the ticket, else the terms'.
 * Our reading of 001, "Will I be charged for support?": the terms speak until somebody says what applies.
 */
export function judgeLine({
  own,
  decision,
  verdictOfTerms,
}: {
  readonly own: VerdictOverride | null;
  readonly decision: CoverageDecision | null;
  readonly verdictOfTerms: Verdict;
}): Judgement {
  if (own !== null) return { verdict: own.verdict, override: own, coverageDecisionId: null };
  if (decision === null) return { verdict: verdictOfTerms, override: null, coverageDecisionId: null };
  const { id, verdict, reason, by, at } = decision;
  return { verdict, override: { verdict, reason, by, at }, coverageDecisionId: id };
}

/** What a decision about a kind of work does to a line of mine: it follows, or this is why it is left alone. */
export type DecisionReach = 'follows' | 'own-override' | 'locked' | 'told-by-note';

/**
 * Whether a line follows a decision about its kind of work. Left alone is what the portal has locked because it is
 * invoiced or validated, what another Fyra tells of in a note, and what was decided about the line itself.
 */
export function reachOfDecision({
  own,
  isLocked,
  isToldByNote,
}: {
  readonly own: VerdictOverride | null;
  readonly isLocked: boolean;
  readonly isToldByNote: boolean;
}): DecisionReach {
  if (isLocked) return 'locked';
  if (isToldByNote) return 'told-by-note';
  return own === null ? 'follows' : 'own-override';
}

/** How many lines there are of each reach, and how long their work is together. */
export type DecisionReachSums = Readonly<
  Record<DecisionReach, { readonly count: number; readonly workedSeconds: number }>
>;

const NO_LINES = { count: 0, workedSeconds: 0 };

/** Sums lines by what a decision does to them. */
export function sumByReach(
  lines: readonly { readonly reach: DecisionReach; readonly workedSeconds: number }[],
): DecisionReachSums {
  const sums: Record<DecisionReach, { count: number; workedSeconds: number }> = {
    follows: NO_LINES,
    'own-override': NO_LINES,
    locked: NO_LINES,
    'told-by-note': NO_LINES,
  };
  for (const { reach, workedSeconds } of lines) {
    const sum = sums[reach];
    sums[reach] = { count: sum.count + 1, workedSeconds: sum.workedSeconds + workedSeconds };
  }
  return sums;
}
