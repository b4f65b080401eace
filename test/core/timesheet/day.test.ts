import { endOf, type Interval } from '@core/time/interval';
import { intersectIntervals, subtractIntervals, totalMs } from '@core/time/interval-sets';
import { intervalOfDate } from '@core/time/stockholm-days';
import { gapsOfDay, layOutDay } from '@core/timesheet/day-plan';
import { findOverlapping, findSharedStretches, type Occupied, proposeCut } from '@core/timesheet/overlap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarWithHolidays, MINUTE } from '../builders';
import { between, DAY, timesOfWork } from './lines';

function taken(key: string, ...intervals: Interval[]): Occupied<string> {
  return { key, intervals };
}

const several = fc
  .array(timesOfWork, { maxLength: 5 })
  .map((all) => all.map((intervals, index) => taken(`line ${index}`, ...intervals)));

describe('an overlap', () => {
  const others = [
    taken('a', between('09:00', '10:00')),
    taken('b', between('10:00', '11:00'), between('13:00', '14:00')),
  ];

  it('is shared time; what only touches is none', () => {
    expect(findOverlapping([between('09:30', '10:00')], others)).toEqual(['a']);
    expect(findOverlapping([between('09:30', '10:01')], others)).toEqual(['a', 'b']);
    expect(findOverlapping([between('11:00', '13:00')], others)).toEqual([]);
    expect(findOverlapping([], others)).toEqual([]);
  });

  it('is cut so that the most is left, in stretches of a minute and more', () => {
    expect(proposeCut([between('08:30', '15:00')], others)).toEqual([
      between('08:30', '09:00'),
      between('11:00', '13:00'),
      between('14:00', '15:00'),
    ]);
    const almostNothing = [{ startedAt: between('08:59', '09:30').startedAt, durationMs: 31 * MINUTE }];
    expect(proposeCut(almostNothing, others)).toEqual([between('08:59', '09:00')]);
    const less = [{ startedAt: (almostNothing[0]?.startedAt ?? 0) + 1, durationMs: 30 * MINUTE } as Interval];
    expect(proposeCut(less, others)).toEqual([]);
    expect(proposeCut([between('09:00', '11:00')], others)).toEqual([]);
  });

  it('is gone after the cut, which never grows and loses no stretch of a minute', () => {
    fc.assert(
      fc.property(timesOfWork, several, (intervals, all) => {
        const cut = proposeCut(intervals, all);
        expect(findOverlapping(cut, all)).toEqual([]);
        expect(subtractIntervals(cut, intervals)).toEqual([]);
        const free = subtractIntervals(
          intervals,
          all.flatMap((other) => other.intervals),
        );
        for (const lost of subtractIntervals(free, cut)) expect(lost.durationMs).toBeLessThan(MINUTE);
      }),
    );
  });

  it('of several is shown stretch by stretch', () => {
    const three = [...others, taken('c', between('09:30', '10:30')), taken('d', between('09:45', '10:15'))];
    expect(findSharedStretches(three)).toEqual([
      { ...between('09:30', '09:45'), keys: ['a', 'c'] },
      { ...between('09:45', '10:00'), keys: ['a', 'c', 'd'] },
      { ...between('10:00', '10:15'), keys: ['b', 'c', 'd'] },
      { ...between('10:15', '10:30'), keys: ['b', 'c'] },
    ]);
    expect(findSharedStretches(others)).toEqual([]);
    expect(findSharedStretches([])).toEqual([]);
  });

  it('is exactly what any two share', () => {
    fc.assert(
      fc.property(several, (all) => {
        const pairs = all.flatMap((some, index) =>
          all.slice(index + 1).flatMap((other) => intersectIntervals(some.intervals, other.intervals)),
        );
        const shared = findSharedStretches(all);
        expect(subtractIntervals(shared, pairs)).toEqual([]);
        expect(subtractIntervals(pairs, shared)).toEqual([]);
        for (const { keys, startedAt, durationMs } of shared) {
          for (const key of keys) {
            const { intervals } = all.find((one) => one.key === key) ?? { intervals: [] };
            expect(subtractIntervals([{ startedAt, durationMs }], intervals)).toEqual([]);
          }
        }
      }),
    );
  });
});

describe('the gaps of a day', () => {
  const calendar = calendarWithHolidays('2026-12-25');

  it('lie between the first and the last work, within service hours', () => {
    const work = [
      taken('a', between('06:00', '06:30'), between('09:00', '10:00')),
      taken('b', between('19:00', '20:00')),
    ];
    expect(gapsOfDay(DAY, work, calendar)).toEqual([between('07:00', '09:00'), between('10:00', '18:00')]);
    expect(gapsOfDay(DAY, [taken('a', between('09:00', '10:00'), between('10:30', '11:00'))], calendar)).toEqual([
      between('10:00', '10:30'),
    ]);
  });

  it('are a minute or longer', () => {
    const work = taken('a', between('09:00', '10:00'), between('10:01', '11:00'));
    expect(gapsOfDay(DAY, [work], calendar)).toEqual([between('10:00', '10:01')]);
    const closer = taken('b', { startedAt: between('10:00', '10:01').startedAt, durationMs: 1 });
    expect(gapsOfDay(DAY, [work, closer], calendar)).toEqual([]);
  });

  it('are none without work, on a Saturday and on a holiday', () => {
    expect(gapsOfDay(DAY, [], calendar)).toEqual([]);
    for (const date of ['2026-11-28', '2026-12-25']) {
      const work = taken('a', between('09:00', '10:00', date), between('12:00', '13:00', date));
      expect(gapsOfDay(date, [work], calendar)).toEqual([]);
    }
  });
});

describe('the layout of a day', () => {
  const axis = intervalOfDate(DAY);

  function lanes(...occupied: Occupied<string>[]) {
    return layOutDay(axis, occupied).map(({ key, lane, lanes: count }) => `${key} ${lane}/${count}`);
  }

  it('is one lane where nothing happens at once', () => {
    expect(lanes(taken('b', between('10:00', '11:00')), taken('a', between('09:00', '10:00')))).toEqual([
      'a 0/1',
      'b 0/1',
    ]);
  });

  it('puts what happens at once side by side, and uses a lane again that is free', () => {
    expect(
      lanes(
        taken('a', between('09:00', '12:00')),
        taken('b', between('09:30', '10:00')),
        taken('c', between('10:00', '11:00')),
        taken('d', between('11:30', '12:30'), between('13:00', '14:00')),
      ),
    ).toEqual(['a 0/2', 'b 1/2', 'c 1/2', 'd 1/2', 'd 0/1']);
    const touching = taken('c', between('10:00', '11:00'));
    expect(lanes(taken('a', between('09:00', '10:00')), taken('b', between('09:30', '10:00')), touching)).toEqual([
      'a 0/2',
      'b 1/2',
      'c 0/1',
    ]);
  });

  it('cuts off what lies outside', () => {
    const overMidnight = taken('a', { startedAt: between('23:00', '23:30').startedAt, durationMs: 120 * MINUTE });
    expect(layOutDay(axis, [overMidnight, taken('b', between('09:00', '10:00', '2026-11-24'))])).toEqual([
      { key: 'a', lane: 0, lanes: 1, startedAt: between('23:00', '23:30').startedAt, durationMs: 60 * MINUTE },
    ]);
  });

  it('lets no two blocks in a lane overlap, loses none and wastes no lane', () => {
    fc.assert(
      fc.property(several, (all) => {
        const blocks = layOutDay(axis, all);
        expect(totalMs(blocks)).toBe(all.reduce((sum, { intervals }) => sum + totalMs(intervals), 0));
        for (const [index, block] of blocks.entries()) {
          expect(block.lane).toBeLessThan(block.lanes);
          for (const other of blocks.slice(index + 1)) {
            const isApart = endOf(block) <= other.startedAt || endOf(other) <= block.startedAt;
            expect(isApart || block.lane !== other.lane).toBe(true);
            if (!isApart) expect(other.lanes).toBe(block.lanes);
          }
        }
        for (const block of blocks) {
          const most = Math.max(
            ...blocks.map(
              ({ startedAt }) => blocks.filter((one) => one.startedAt <= startedAt && startedAt < endOf(one)).length,
            ),
          );
          expect(block.lanes).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});
