import {
  type CoverageDecision,
  type Judgement,
  judgeLine,
  ownOverrideOf,
  reachOfDecision,
  sumByReach,
} from '@core/billing/coverage-decision';
import { decidedVerdictSchema, verdictSchema } from '@core/billing/kind-of-work';
import { coverageDecisionIdSchema } from '@core/ids';
import { instantSchema } from '@core/time/instant-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const decided = fc.constantFrom(...decidedVerdictSchema.options);
const verdictOfTerms = fc.constantFrom(...verdictSchema.options);
const words = {
  reason: fc.string({ minLength: 1 }),
  by: fc.string(),
  at: fc.nat().map((at) => instantSchema.parse(at)),
};
const override = fc.record({ verdict: decided, ...words });
const decision: fc.Arbitrary<CoverageDecision> = fc.record({
  id: fc.uuid().map((id) => coverageDecisionIdSchema.parse(id)),
  verdict: decided,
  ...words,
});
const own = fc.option(override, { nil: null });
const standing = fc.option(decision, { nil: null });

/** As everything that changes what holds does: what a person decided about the line stays, the rest is worked out. */
function rejudge(line: Judgement, now: CoverageDecision | null, terms: Judgement['verdict']): Judgement {
  return judgeLine({ own: ownOverrideOf(line), decision: now, verdictOfTerms: terms });
}

describe('a decision about a kind of work', () => {
  it('holds instead of the terms, with its reason, and not instead of a decision about the line', () => {
    fc.assert(
      fc.property(own, decision, verdictOfTerms, (own, decision, terms) => {
        const line = judgeLine({ own, decision, verdictOfTerms: terms });
        const { id: _id, ...words } = decision;
        expect(line.override).toEqual(own ?? words);
        expect(line.verdict).toBe((own ?? decision).verdict);
        expect(line.coverageDecisionId).toBe(own === null ? decision.id : null);
      }),
    );
  });

  it('never takes a decision about the line away, however often what holds changes', () => {
    const changes = fc.array(fc.tuple(standing, verdictOfTerms), { maxLength: 8 });
    fc.assert(
      fc.property(own, standing, verdictOfTerms, changes, (own, first, terms, changes) => {
        const begun = judgeLine({ own, decision: first, verdictOfTerms: terms });
        const ended = changes.reduce((line, [now, later]) => rejudge(line, now, later), begun);
        expect(ownOverrideOf(ended)).toEqual(own);
      }),
    );
  });

  it('leaves what was when it is taken back, and what an earlier one said when that stands again', () => {
    fc.assert(
      fc.property(
        own,
        standing,
        fc.array(decision, { minLength: 1, maxLength: 5 }),
        verdictOfTerms,
        (own, first, later, terms) => {
          const was = judgeLine({ own, decision: first, verdictOfTerms: terms });
          const decidedOtherwise = later.reduce((line, now) => rejudge(line, now, terms), was);
          expect(rejudge(decidedOtherwise, first, terms)).toEqual(was);
        },
      ),
    );
  });

  it('says the same of a line that follows it already', () => {
    fc.assert(
      fc.property(own, standing, verdictOfTerms, (own, standing, terms) => {
        const line = judgeLine({ own, decision: standing, verdictOfTerms: terms });
        expect(rejudge(line, standing, terms)).toEqual(line);
      }),
    );
  });
});

describe('what a decision does to a line', () => {
  const plain = { own: null, isLocked: false, isToldByNote: false };
  const aboutLine = { verdict: 'not-charged' as const, reason: 'Kulans', by: 'Maja', at: instantSchema.parse(0) };

  it('is followed, unless the portal has locked it, a note tells of it, or it was decided itself', () => {
    expect(reachOfDecision(plain)).toBe('follows');
    expect(reachOfDecision({ ...plain, own: aboutLine })).toBe('own-override');
    expect(reachOfDecision({ ...plain, isToldByNote: true })).toBe('told-by-note');
    expect(reachOfDecision({ own: aboutLine, isLocked: true, isToldByNote: true })).toBe('locked');
  });

  it('is summed with every line in one place', () => {
    const reach = fc.constantFrom('follows', 'own-override', 'locked', 'told-by-note');
    fc.assert(
      fc.property(fc.array(fc.record({ reach, workedSeconds: fc.nat(10_000) })), (lines) => {
        const sums = Object.values(sumByReach(lines));
        expect(sums.reduce((sum, { count }) => sum + count, 0)).toBe(lines.length);
        expect(sums.reduce((sum, { workedSeconds }) => sum + workedSeconds, 0)).toBe(
          lines.reduce((sum, { workedSeconds }) => sum + workedSeconds, 0),
        );
      }),
    );
    const [one] = [sumByReach([{ reach: 'locked', workedSeconds: 60 }])];
    expect(one).toMatchObject({ locked: { count: 1, workedSeconds: 60 }, follows: { count: 0, workedSeconds: 0 } });
  });
});
