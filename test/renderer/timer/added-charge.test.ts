import type { MeterView, PriceListView } from '@ipc/limit-views';
import { describe, expect, it } from 'vitest';
import { planAddedCharge } from '../../../src/renderer/src/features/timer/added-charge';

const MINUTE = 60;
const PRICES: PriceListView = {
  id: null,
  name: '',
  minimumMinutes: 30,
  stepMinutes: 1,
  ratePerHourOre: 120_000,
  overtimePermille: 1500,
};

function meterWith(beforeMinutes: number, runningMinutes: number): MeterView {
  return {
    limitSeconds: 240 * MINUTE,
    mineSyncedSeconds: beforeMinutes * MINUTE,
    colleaguesSeconds: 0,
    notYetSentSeconds: 0,
    runningSeconds: runningMinutes * MINUTE,
    countedSeconds: (beforeMinutes + runningMinutes) * MINUTE,
    leftSeconds: 0,
    undecidedSeconds: 0,
    unapprovedSeconds: 0,
    thresholdsPermille: [],
    reachedPermille: 0,
  };
}

function added(beforeMinutes: number, workedMinutes: number, verdict: 'chargeable' | 'included' = 'chargeable') {
  const runningMinutes = verdict === 'chargeable' ? workedMinutes : 0;
  return planAddedCharge({
    meter: meterWith(beforeMinutes, runningMinutes),
    workedSeconds: workedMinutes * MINUTE,
    verdict,
    priceList: PRICES,
  });
}

describe('what the time of a timer adds to the charge', () => {
  it('is the minimum for the first work on a ticket', () => {
    expect(added(0, 12)).toMatchObject({
      addedMinutes: 30,
      addedOre: 60_000,
      after: { chargedMinutes: 30, reason: 'minimum' },
    });
  });

  it('is nothing while the minimum is not worked through', () => {
    expect(added(12, 10).addedMinutes).toBe(0);
    expect(added(25, 10).addedMinutes).toBe(5);
  });

  it('is nothing for work that is not charged', () => {
    expect(added(40, 20, 'included').addedMinutes).toBe(0);
  });

  it('stops at the limit, and the rest of the work waits', () => {
    expect(added(230, 30)).toMatchObject({ addedMinutes: 10, overSeconds: 20 * MINUTE });
    expect(added(250, 30)).toMatchObject({ addedMinutes: 0, overSeconds: 30 * MINUTE });
  });

  it('counts for a kind of work that is charged also when the timer ran for one that is not', () => {
    const plan = planAddedCharge({
      meter: meterWith(60, 0),
      workedSeconds: 45 * MINUTE,
      verdict: 'always-separate',
      priceList: PRICES,
    });
    expect(plan.addedMinutes).toBe(45);
  });
});
