import { planHold } from '@core/billing/plan-hold';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function hold(figures: Partial<Parameters<typeof planHold>[0]>) {
  const { heldSeconds, reason, sentOverSeconds } = planHold({
    workedSeconds: 3_600,
    unapprovedSeconds: 0,
    withoutPackSeconds: 0,
    sentSeconds: 0,
    ...figures,
  });
  return [heldSeconds, reason, sentOverSeconds];
}

describe('the part of a line that waits here', () => {
  it('is nothing while everything is approved and paid', () => {
    expect(hold({})).toEqual([0, null, 0]);
  });

  it('is what lies past the limit', () => {
    expect(hold({ unapprovedSeconds: 1_200 })).toEqual([1_200, 'unapproved', 0]);
  });

  it('is what no pack covers: "100% control of costs"', () => {
    expect(hold({ withoutPackSeconds: 1_200 })).toEqual([1_200, 'pack-empty', 0]);
  });

  it('is the larger of the two, because both are its last seconds', () => {
    expect(hold({ unapprovedSeconds: 600, withoutPackSeconds: 1_200 })).toEqual([1_200, 'pack-empty', 0]);
    expect(hold({ unapprovedSeconds: 1_200, withoutPackSeconds: 1_200 })).toEqual([1_200, 'unapproved', 0]);
  });

  it('never takes back what the portal holds, and says how much of it is over', () => {
    expect(hold({ unapprovedSeconds: 1_200, sentSeconds: 3_600 })).toEqual([0, null, 1_200]);
    expect(hold({ unapprovedSeconds: 1_200, sentSeconds: 3_000 })).toEqual([600, 'unapproved', 600]);
    expect(hold({ withoutPackSeconds: 1_200, sentSeconds: 3_600 })).toEqual([0, null, 0]);
  });

  it('can be what a line on the portal grew by', () => {
    expect(hold({ workedSeconds: 5_400, sentSeconds: 3_600, unapprovedSeconds: 5_400 })).toEqual([
      1_800,
      'unapproved',
      3_600,
    ]);
  });

  it('is nothing of a line that is shorter now than what was sent', () => {
    expect(hold({ workedSeconds: 1_800, sentSeconds: 3_600, unapprovedSeconds: 1_800 })).toEqual([0, null, 1_800]);
  });

  it('leaves no unapproved second unaccounted for, and takes no sent one back', () => {
    const seconds = fc.nat({ max: 10_000 });
    fc.assert(
      fc.property(seconds, seconds, seconds, seconds, (workedSeconds, unapproved, withoutPack, sentSeconds) => {
        const unapprovedSeconds = Math.min(unapproved, workedSeconds);
        const withoutPackSeconds = Math.min(withoutPack, workedSeconds);
        const plan = planHold({ workedSeconds, unapprovedSeconds, withoutPackSeconds, sentSeconds });
        expect(plan.heldSeconds + plan.sentOverSeconds).toBeGreaterThanOrEqual(unapprovedSeconds);
        expect(workedSeconds - plan.heldSeconds).toBeGreaterThanOrEqual(Math.min(workedSeconds, sentSeconds));
        expect(plan.reason === null).toBe(plan.heldSeconds === 0);
      }),
    );
  });
});
