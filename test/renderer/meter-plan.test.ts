import type { MeterView } from '@ipc/limit-views';
import { describe, expect, it } from 'vitest';
import { levelOfPermille, planMeter } from '../../src/renderer/src/ui/meter-plan';

const HOUR = 3600;

function makeMeter(parts: Partial<MeterView> = {}): MeterView {
  const meter = {
    limitSeconds: 4 * HOUR,
    mineSyncedSeconds: 0,
    colleaguesSeconds: 0,
    notYetSentSeconds: 0,
    runningSeconds: 0,
    undecidedSeconds: 0,
    unapprovedSeconds: 0,
    thresholdsPermille: [750, 875, 937.5, 1000],
    reachedPermille: 0,
    ...parts,
  };
  const countedSeconds =
    meter.mineSyncedSeconds + meter.colleaguesSeconds + meter.notYetSentSeconds + meter.runningSeconds;
  return { ...meter, countedSeconds, leftSeconds: Math.max(0, meter.limitSeconds - countedSeconds) };
}

describe('the four-hour meter', () => {
  it('lays its parts side by side in the order of the legend', () => {
    const plan = planMeter(makeMeter({ mineSyncedSeconds: HOUR, colleaguesSeconds: HOUR, runningSeconds: 2 * HOUR }));
    expect(plan.segments.map(({ part, widthPercent }) => [part, widthPercent])).toEqual([
      ['mine-synced', 25],
      ['colleagues', 25],
      ['running', 50],
    ]);
  });

  it('leaves parts without time out', () => {
    expect(planMeter(makeMeter()).segments).toEqual([]);
  });

  it('ticks at 3 h, 3 h 30 and 3 h 45 of four hours', () => {
    expect(planMeter(makeMeter()).ticks.map(({ atPercent }) => atPercent)).toEqual([75, 87.5, 93.75]);
  });

  it('grows past the limit and then marks the limit itself', () => {
    const plan = planMeter(makeMeter({ mineSyncedSeconds: 5 * HOUR, reachedPermille: 1000 }));
    expect(plan.overSeconds).toBe(HOUR);
    expect(plan.ticks.at(-1)).toEqual({ permille: 1000, atPercent: 80 });
    expect(plan.segments.reduce((sum, { widthPercent }) => sum + widthPercent, 0)).toBeCloseTo(100);
  });

  it('ticks where the warnings of the settings speak', () => {
    const plan = planMeter(makeMeter({ thresholdsPermille: [500, 900, 1000] }));
    expect(plan.ticks.map(({ atPercent }) => atPercent)).toEqual([50, 90]);
    expect(levelOfPermille(500)).toBe('near');
  });

  it('shows what waits for approval as a part of its own, and every second once', () => {
    const parts = { mineSyncedSeconds: 3 * HOUR, notYetSentSeconds: 2 * HOUR, reachedPermille: 1000 };
    const planOf = (unapprovedSeconds: number) =>
      planMeter(makeMeter({ ...parts, unapprovedSeconds })).segments.map(({ part, seconds }) => [part, seconds / HOUR]);
    expect(planOf(1 * HOUR)).toEqual([
      ['mine-synced', 3],
      ['not-yet-sent', 1],
      ['held', 1],
    ]);
    // A line that was sent in part holds the rest of it.
    expect(planOf(2.5 * HOUR)).toEqual([
      ['mine-synced', 2.5],
      ['held', 2.5],
    ]);
  });

  it('has a level for every threshold', () => {
    expect([0, 750, 875, 938, 1000].map(levelOfPermille)).toEqual(['calm', 'near', 'close', 'last', 'reached']);
  });

  it('draws a ticket without a limit without dividing by zero', () => {
    const plan = planMeter(makeMeter({ limitSeconds: 0 }));
    expect(plan.ticks.every(({ atPercent }) => Number.isFinite(atPercent))).toBe(true);
  });
});
