import { describe, expect, it } from 'vitest';
import {
  axisRangeOf,
  glanceAt,
  hoursOf,
  layOutPieces,
  percentOfInstant,
  piecesOf,
  placeInterval,
  SERVICE_RANGE,
} from '../../../src/renderer/src/features/timesheet/axis-layout';
import { at, day, line, stretch, timer } from './samples';

const DATE = '2026-11-25';
/** 0 to 100 % are 0 to 24 o'clock: a per cent is 14.4 minutes. */
const WHOLE_DAY = { fromMinute: 0, toMinute: 1440 };

const lay = (lines: readonly ReturnType<typeof line>[], leastMinutes = 0) =>
  layOutPieces(DATE, lines.flatMap(piecesOf), WHOLE_DAY, leastMinutes);

describe('the hours of an axis', () => {
  it('are the service hours on an empty day', () => {
    expect(axisRangeOf([day(DATE, [])])).toEqual(SERVICE_RANGE);
    expect(hoursOf(SERVICE_RANGE)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
  });

  it('grow by whole hours to everything that was recorded, open timers too', () => {
    const early = day(DATE, [line(1, DATE, ['05:45-06:10'])]);
    const late = day('2026-11-26', [], { timers: [timer(2, '2026-11-26', ['20:00-21:05'])] });
    expect(axisRangeOf([early, late])).toEqual({ fromMinute: 5 * 60, toMinute: 22 * 60 });
  });

  it('end with the day: what lies on another date is not shown on this one', () => {
    const over = line(1, DATE, [], { intervals: [{ startedAt: at(DATE, '23:00'), durationMs: 2 * 3_600_000 }] });
    expect(axisRangeOf([day(DATE, [over])]).toMinute).toBe(1440);
  });
});

describe('a stretch on the axis', () => {
  it('stands where the clock says', () => {
    const { topPercent, heightPercent } = placeInterval(DATE, stretch(DATE, '06:00-12:00'), WHOLE_DAY);
    expect([topPercent, heightPercent]).toEqual([25, 25]);
    expect(percentOfInstant(DATE, at(DATE, '18:00'), WHOLE_DAY)).toBe(75);
    expect(percentOfInstant(DATE, at(DATE, '18:30'), SERVICE_RANGE)).toBeNull();
    expect(percentOfInstant(DATE, at('2026-11-24', '12:00'), SERVICE_RANGE)).toBeNull();
  });

  it('stands where the clock says in summer too, and on the days on which clocks change', () => {
    const summer = { startedAt: at('2026-07-01', '05:00'), durationMs: 3_600_000 };
    expect(placeInterval('2026-07-01', summer, WHOLE_DAY).topPercent).toBe(25);
    const afterChange = { startedAt: at('2026-03-29', '05:00'), durationMs: 3_600_000 };
    expect(placeInterval('2026-03-29', afterChange, WHOLE_DAY).topPercent).toBe(25);
  });

  it('stands alone over the whole width, and beside what is there at the same time', () => {
    const [alone, left, right] = lay([
      line(1, DATE, ['08:00-09:00']),
      line(2, DATE, ['10:00-12:00']),
      line(3, DATE, ['11:00-13:00']),
    ]);
    expect(alone).toMatchObject({ leftPercent: 0, widthPercent: 100 });
    expect(left).toMatchObject({ leftPercent: 0, widthPercent: 50 });
    expect(right).toMatchObject({ leftPercent: 50, widthPercent: 50 });
  });

  it('is drawn long enough to be hit, and says how much of that is time', () => {
    const [short] = lay([line(1, DATE, ['08:00-08:06'])], 30);
    expect(short?.heightPercent).toBeCloseTo((30 / 1440) * 100);
    expect(short?.timeShare).toBeCloseTo(6 / 30);
    expect(short).toMatchObject({ leftPercent: 0, widthPercent: 100, isOnTop: false });
  });

  it('stands on the right half of a long one that it would cover, which keeps its width', () => {
    const [long, short] = lay([line(1, DATE, ['08:00-08:06']), line(2, DATE, ['08:06-09:00'])], 30);
    expect(long).toMatchObject({ leftPercent: 0, widthPercent: 100, isOnTop: false });
    expect(short).toMatchObject({ leftPercent: 50, widthPercent: 50, isOnTop: true });
  });

  it('stands beside other short ones that it would cover', () => {
    const [one, other] = lay([line(1, DATE, ['08:00-08:06']), line(2, DATE, ['08:06-08:12'])], 30);
    expect([one?.leftPercent, one?.widthPercent]).toEqual([0, 50]);
    expect([other?.leftPercent, other?.widthPercent]).toEqual([50, 50]);
  });

  it('is moved up at the end of the day rather than drawn beyond it', () => {
    const [late] = lay([line(1, DATE, ['23:58-24:00'])], 30);
    expect(late?.topPercent).toBeCloseTo(((1440 - 30) / 1440) * 100);
    expect(late?.heightPercent).toBeCloseTo((30 / 1440) * 100);
  });
});

describe('where one looks first', () => {
  const busy = day(DATE, [line(1, DATE, ['06:00-12:00']), line(2, DATE, ['12:00-18:00'])]);

  it('is what was done last today, and what was done first on other days', () => {
    expect(glanceAt([busy], DATE, WHOLE_DAY)).toEqual({ percent: 75, shareAbove: 0.75 });
    expect(glanceAt([busy], '2026-11-26', WHOLE_DAY)).toEqual({ percent: 25, shareAbove: 0.1 });
  });

  it('is the beginning of the service hours where nothing was done', () => {
    expect(glanceAt([day(DATE, [])], DATE, WHOLE_DAY).percent).toBeCloseTo((7 / 24) * 100);
  });
});

describe('what is held of a line', () => {
  it('is the end of its work, in whichever stretches that lies', () => {
    const held = line(1, DATE, ['08:00-09:00', '10:00-11:00', '12:00-13:00'], {
      heldSeconds: 90 * 60,
      holdReason: 'unapproved',
    });
    expect(piecesOf(held).map(({ heldShare }) => heldShare)).toEqual([0, 0.5, 1]);
  });

  it('is nothing where nothing is held, to the last second of a rounded line', () => {
    const rounded = line(1, DATE, ['08:00-09:00'], { workedSeconds: 3599 });
    expect(piecesOf(rounded).map(({ heldShare }) => heldShare)).toEqual([0]);
  });
});
