import { computeCharge } from '@core/billing/charge';
import { planWarning, type RaisedWarning } from '@core/billing/four-hour-rule';
import {
  computeCoveredSeconds,
  drawFromPacks,
  forecastPacks,
  PACK_THRESHOLDS,
  type PackDraw,
  packWarningMeasure,
  type SupportPack,
} from '@core/billing/support-pack';
import { addMs } from '@core/time/instant';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, stockholm } from '../builders';
import { termsDocument } from '../terms';

const DAY = 24 * HOUR;
const START = stockholm('2026-09-01 00:00');
const HOURS = 60;

function pack(id: string, hours: number, rest: Partial<SupportPack> = {}): SupportPack {
  return { id, prepaidMinutes: hours * HOURS, usedMinutes: 0, countsFrom: START, ...rest };
}

function draw(key: string, day: number, minutes: number): PackDraw {
  return { key, at: addMs(START, day * DAY), minutes };
}

function drawn(packs: SupportPack[], draws: PackDraw[]) {
  const account = drawFromPacks(packs, draws);
  return {
    left: account.packs.map(({ pack: { id }, leftMinutes }) => [id, leftMinutes]),
    total: account.leftMinutes,
    over: account.overdrawnMinutes,
    covered: Object.fromEntries(account.coveredMinutes),
  };
}

describe('support packs', () => {
  it('hold prepaid hours: "a prepaid Support Pack of 25 or 100 hours"', () => {
    const terms = termsDocument('004');
    expect(terms).toContain('a prepaid Support Pack of 25 or 100 hours');
    expect(terms).toContain('Prepaid Support packs are a great option for Customer that want 100% control of costs');
    expect(drawn([pack('a', 25)], [])).toMatchObject({ total: 1_500, over: 0 });
  });

  it('are drawn down by time of work, the oldest first', () => {
    const packs = [pack('new', 25, { countsFrom: addMs(START, 10 * DAY) }), pack('old', 25)];
    expect(drawn(packs, [draw('b', 2, 1_000), draw('a', 1, 800)])).toEqual({
      left: [
        ['old', 0],
        ['new', 1_200],
      ],
      total: 1_200,
      over: 0,
      covered: { a: 800, b: 1_000 },
    });
  });

  it('begin with what was used before', () => {
    expect(drawn([pack('a', 25, { usedMinutes: 1_400 })], [draw('x', 1, 70)])).toMatchObject({ total: 30 });
  });

  it('are not drawn for work from before the first of them', () => {
    expect(drawn([pack('a', 25)], [draw('x', -1, 60), draw('y', 0, 60)])).toMatchObject({
      total: 1_440,
      covered: { y: 60 },
    });
    expect(drawn([], [draw('x', 1, 60)])).toEqual({ left: [], total: 0, over: 0, covered: {} });
  });

  it('cover no more than they hold, and the next one covers what waited first', () => {
    const draws = [draw('a', 1, 1_480), draw('b', 2, 60), draw('c', 9, 30)];
    expect(drawn([pack('old', 25)], draws)).toMatchObject({ total: 0, over: 70, covered: { a: 1_480, b: 20, c: 0 } });
    const next = pack('new', 25, { countsFrom: addMs(START, 10 * DAY) });
    expect(drawn([pack('old', 25), next], draws)).toMatchObject({
      total: 1_430,
      over: 0,
      covered: { a: 1_480, b: 60, c: 30 },
    });
  });

  it('lose no minute and invent none, whatever the order of packs and draws', () => {
    const packs = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z]{1,3}$/),
        hours: fc.integer({ min: 1, max: 30 }),
        day: fc.nat({ max: 20 }),
      }),
      { maxLength: 4, selector: ({ id }) => id },
    );
    const draws = fc.array(fc.record({ day: fc.integer({ min: -5, max: 30 }), minutes: fc.nat({ max: 2_000 }) }), {
      maxLength: 8,
    });
    const both = fc.tuple(packs, draws).chain(([somePacks, someDraws]) => {
      const given = somePacks.map(({ id, hours, day }) => pack(id, hours, { countsFrom: addMs(START, day * DAY) }));
      const asked = someDraws.map(({ day, minutes }, index) => draw(`line-${index}`, day, minutes));
      return fc.record({
        given: fc.constant(given),
        asked: fc.constant(asked),
        given2: fc.shuffledSubarray(given, { minLength: given.length }),
        asked2: fc.shuffledSubarray(asked, { minLength: asked.length }),
      });
    });
    fc.assert(
      fc.property(both, ({ given, asked, given2, asked2 }) => {
        const account = drawn(given, asked);
        expect(drawn(given2, asked2)).toEqual(account);
        const began = Math.min(...given.map(({ countsFrom }) => countsFrom));
        const counted = given.length === 0 ? [] : asked.filter(({ at }) => at >= began);
        const wanted = counted.reduce((sum, { minutes }) => sum + minutes, 0);
        const prepaid = given.reduce((sum, { prepaidMinutes }) => sum + prepaidMinutes, 0);
        const covered = Object.values<number>(account.covered).reduce((sum, minutes) => sum + minutes, 0);
        expect(covered + account.over).toBe(wanted);
        expect(covered + account.total).toBe(prepaid);
        expect(account.over === 0 || account.total === 0).toBe(true);
        expect(account.left.reduce((sum, [, left]) => sum + Number(left), 0)).toBe(account.total);
      }),
    );
  });
});

/** Lets draws and packs come one after another, and tells what was said, in permille. */
function hear(steps: readonly { packs: SupportPack[]; minutes: number }[]): number[] {
  let raised: readonly RaisedWarning[] = [];
  return steps.flatMap(({ packs, minutes }) => {
    const measure = packWarningMeasure(drawFromPacks(packs, [draw('x', 1, minutes)]));
    if (measure === null) return [];
    const plan = planWarning({
      countedSeconds: measure.countedMinutes,
      limitSeconds: measure.limitMinutes,
      thresholds: PACK_THRESHOLDS,
      raised,
    });
    raised = plan.raised;
    return plan.raise === null ? [] : [plan.raise.permille];
  });
}

describe('the warnings about packs', () => {
  const one = [pack('a', 25)];
  const two = [...one, pack('b', 25, { countsFrom: addMs(START, 10 * DAY) })];

  it('speak at a fifth left and at nothing left, once each', () => {
    const steps = [1_199, 1_200, 1_300, 1_499, 1_500, 1_700].map((minutes) => ({ packs: one, minutes }));
    expect(hear(steps)).toEqual([800, 1000]);
  });

  it('speak again after a new pack, of which a fifth is what counts', () => {
    expect(
      hear([
        { packs: one, minutes: 1_500 },
        { packs: two, minutes: 1_500 },
        { packs: two, minutes: 2_600 },
        { packs: two, minutes: 2_700 },
        { packs: two, minutes: 3_000 },
      ]),
    ).toEqual([1000, 800, 1000]);
  });

  it('measure a fifth by the newest pack, also when it is of another size', () => {
    const larger = [...one, pack('b', 100, { countsFrom: addMs(START, 10 * DAY) })];
    const steps = [1_200, 6_299, 6_300].map((minutes) => ({ packs: larger, minutes }));
    expect(hear(steps)).toEqual([800]);
    expect(hear(steps.slice(0, 2))).toEqual([]);
  });

  it('are silent without packs', () => {
    expect(packWarningMeasure(drawFromPacks([], []))).toBeNull();
  });
});

describe('the forecast', () => {
  const now = addMs(START, 60 * DAY);
  const forecast = (draws: PackDraw[], leftMinutes = 600) =>
    forecastPacks({ packs: [pack('a', 25)], draws, leftMinutes, now });

  it('follows the pace of the last 28 days', () => {
    expect(forecast([draw('a', 59, 100), draw('b', 33, 200)])).toEqual({
      drawnMinutes: 300,
      emptyAt: addMs(now, 56 * DAY),
    });
  });

  it('leaves out what is older, and what is still to come', () => {
    expect(forecast([draw('a', 32, 500), draw('b', 61, 500), draw('c', 60, 600)])).toEqual({
      drawnMinutes: 600,
      emptyAt: addMs(now, 28 * DAY),
    });
  });

  it('is none when nothing was drawn, and when nothing is left', () => {
    expect(forecast([])).toEqual({ drawnMinutes: 0, emptyAt: null });
    expect(forecast([draw('a', 59, 100)], 0)).toEqual({ drawnMinutes: 100, emptyAt: null });
  });
});

describe('the seconds of a line that the packs cover', () => {
  function covered(lineMinutes: number, coveredMinutes: number, { beforeMinutes = 0, minimumMinutes = 30 } = {}) {
    return (
      computeCoveredSeconds({
        secondsBefore: beforeMinutes * 60,
        lineSeconds: lineMinutes * 60,
        coveredMinutes,
        priceList: { minimumMinutes, stepMinutes: 1 },
        limitMinutes: 240,
      }) / 60
    );
  }

  it('are all of them while there is enough', () => {
    expect(covered(45, 45)).toBe(45);
    expect(covered(10, 30)).toBe(10);
  });

  it('end with the pack, half a minute rounded down as everywhere', () => {
    expect(covered(60, 20, { beforeMinutes: 60 })).toBe(20 + 29 / 60);
    expect(covered(60, 0, { beforeMinutes: 60 })).toBe(29 / 60);
  });

  it('are those within a minimum that is paid already, also from an empty pack', () => {
    expect(covered(20, 0, { beforeMinutes: 10 })).toBe(20);
    expect(covered(40, 0, { beforeMinutes: 10 })).toBe(20 + 29 / 60);
  });

  it('are none of a line whose minimum cannot be paid', () => {
    expect(covered(20, 10)).toBe(29 / 60);
  });

  it('are the most that add no more than is covered', () => {
    const figures = fc.record({
      secondsBefore: fc.nat({ max: 8_000 }),
      lineSeconds: fc.nat({ max: 8_000 }),
      coveredMinutes: fc.nat({ max: 200 }),
      priceList: fc.record({ minimumMinutes: fc.nat({ max: 60 }), stepMinutes: fc.integer({ min: 1, max: 30 }) }),
      limitMinutes: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(figures, (given) => {
        const seconds = computeCoveredSeconds(given);
        const { secondsBefore, lineSeconds, coveredMinutes, ...list } = given;
        const grownBy = (more: number) =>
          computeCharge({ chargeableSeconds: secondsBefore + more, ...list }).chargedMinutes -
          computeCharge({ chargeableSeconds: secondsBefore, ...list }).chargedMinutes;
        expect(grownBy(seconds)).toBeLessThanOrEqual(coveredMinutes);
        if (seconds < lineSeconds) expect(grownBy(seconds + 1)).toBeGreaterThan(coveredMinutes);
        else expect(seconds).toBe(lineSeconds);
      }),
    );
  });
});
