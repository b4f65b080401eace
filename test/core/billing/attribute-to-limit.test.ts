import { attributeToLimit } from '@core/billing/attribute-to-limit';
import { compareByTimeOfWork, secondsBegunBefore, type WorkEntry } from '@core/billing/work-entry';
import { addMs, type Instant, instantFromEpochMs } from '@core/time/instant';
import { stockholmDate, stockholmDayStart } from '@core/time/stockholm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND, stockholm } from '../builders';

const HOUR_S = 3_600;
const LIMIT_S = 4 * HOUR_S;

/** Work of one person from a Stockholm time on, without a break. */
function entry(key: string, from: string, minutes: number): WorkEntry {
  const startedAt = stockholm(from);
  return {
    key,
    workedSeconds: minutes * 60,
    intervals: [{ startedAt, durationMs: minutes * MINUTE }],
    date: stockholmDate(startedAt),
  };
}

/** Work of which only the day is known, as a line that was typed on the portal. */
function dated(key: string, date: string, minutes: number): WorkEntry {
  return { key, workedSeconds: minutes * 60, intervals: [], date };
}

/** Approved and unapproved minutes by key, and from when on work is unapproved. */
function parted(entries: readonly WorkEntry[], { unlistedMinutes = 0, limitMinutes = 240 } = {}) {
  const { parts, unapprovedFrom, unlistedUnapprovedSeconds } = attributeToLimit({
    entries,
    unlistedSeconds: unlistedMinutes * 60,
    limitSeconds: limitMinutes * 60,
  });
  const minutes = [...parts].map(([key, part]) => [key, [part.approvedSeconds / 60, part.unapprovedSeconds / 60]]);
  return { ...Object.fromEntries(minutes), unapprovedFrom, unlistedOver: unlistedUnapprovedSeconds / 60 };
}

describe('counted time at the limit: "approve up to 4 hours of chargeable consulting work for each issue"', () => {
  it('is approved as a whole up to and with the limit', () => {
    expect(parted([entry('a', '2026-11-23 08:00', 240)])).toEqual({
      a: [240, 0],
      unapprovedFrom: null,
      unlistedOver: 0,
    });
  });

  it('is parted at the instant at which the sum reaches it', () => {
    expect(parted([entry('a', '2026-11-23 08:00', 180), entry('b', '2026-11-23 13:00', 90)])).toEqual({
      a: [180, 0],
      b: [60, 30],
      unapprovedFrom: stockholm('2026-11-23 14:00'),
      unlistedOver: 0,
    });
  });

  it('is approved by when it was worked, not by when it became known', () => {
    const mine = entry('a', '2026-11-23 13:00', 200);
    const pulledLater = entry('b', '2026-11-23 08:00', 60);
    expect(parted([mine, pulledLater])).toMatchObject({ a: [180, 20], b: [60, 0] });
  });

  it('is approved of two who worked at once up to one instant', () => {
    const entries = [entry('a', '2026-11-23 08:00', 180), entry('b', '2026-11-23 09:00', 150)];
    // One hour alone, then two hours' worth in the hour after, one and a half hours each.
    expect(parted(entries)).toMatchObject({
      a: [150, 30],
      b: [90, 60],
      unapprovedFrom: stockholm('2026-11-23 10:30'),
    });
  });

  it('follows the intervals of a line over its breaks', () => {
    const broken: WorkEntry = {
      ...entry('a', '2026-11-23 08:00', 180),
      intervals: [
        { startedAt: stockholm('2026-11-23 14:00'), durationMs: HOUR },
        { startedAt: stockholm('2026-11-23 08:00'), durationMs: 2 * HOUR },
      ],
    };
    expect(parted([broken, entry('b', '2026-11-23 10:00', 90)])).toMatchObject({ a: [150, 30], b: [90, 0] });
  });

  it('counts where only the day is known at the beginning of that day', () => {
    const timed = entry('b', '2026-11-23 08:00', 200);
    expect(parted([timed, dated('a', '2026-11-23', 60)])).toMatchObject({ a: [60, 0], b: [180, 20] });
    expect(parted([timed, dated('a', '2026-11-24', 60)])).toMatchObject({
      a: [40, 20],
      b: [200, 0],
      unapprovedFrom: stockholm('2026-11-24 00:00'),
    });
  });

  it('is settled by the key where days are all that is known', () => {
    expect(parted([dated('b', '2026-11-23', 150), dated('a', '2026-11-23', 150)])).toMatchObject({
      a: [150, 0],
      b: [90, 60],
    });
  });

  it('begins with what is known as a sum only', () => {
    expect(parted([entry('a', '2026-11-23 08:00', 60)], { unlistedMinutes: 200 })).toMatchObject({ a: [40, 20] });
    expect(parted([entry('a', '2026-11-23 08:00', 60)], { unlistedMinutes: 250 })).toEqual({
      a: [0, 60],
      unapprovedFrom: stockholm('2026-11-23 08:00'),
      unlistedOver: 10,
    });
    expect(parted([], { unlistedMinutes: 250 })).toEqual({ unapprovedFrom: null, unlistedOver: 10 });
  });

  it('refuses figures that cannot be', () => {
    expect(() => parted([dated('a', '2026-11-23', -1)])).toThrow(RangeError);
    expect(() => parted([], { limitMinutes: -1 })).toThrow(RangeError);
    expect(() => parted([], { unlistedMinutes: Number.NaN })).toThrow(RangeError);
  });
});

describe('the order of work', () => {
  it('is that of the beginnings, then that of the keys', () => {
    const entries = [
      dated('d', '2026-11-24', 5),
      entry('c', '2026-11-23 08:00', 5),
      entry('b', '2026-11-23 08:00', 5),
      entry('e', '2026-11-23 07:59', 5),
    ];
    expect(entries.toSorted(compareByTimeOfWork).map(({ key }) => key)).toEqual(['e', 'b', 'c', 'd']);
  });
});

const MORNING = stockholm('2026-11-23 08:00');

/** Lines of several people within a few hours, some of them at once, some without times, with seconds as rounding leaves them. */
const entriesArbitrary: fc.Arbitrary<WorkEntry[]> = fc
  .array(
    fc.record({
      beginsAfterS: fc.nat({ max: 6 * HOUR_S }),
      spans: fc.array(fc.record({ pauseMs: fc.nat({ max: HOUR }), durationMs: fc.integer({ min: 1, max: HOUR }) }), {
        maxLength: 3,
      }),
      roundedByS: fc.integer({ min: -1, max: 1 }),
      typedS: fc.nat({ max: 2 * HOUR_S }),
    }),
    { maxLength: 6 },
  )
  .map((lines) =>
    lines.map(({ beginsAfterS, spans, roundedByS, typedS }, index) => {
      let at: Instant = addMs(MORNING, beginsAfterS * SECOND);
      const intervals = spans.map(({ pauseMs, durationMs }) => {
        const startedAt = addMs(at, pauseMs);
        at = addMs(startedAt, durationMs);
        return { startedAt, durationMs };
      });
      const workedMs = spans.reduce((sum, { durationMs }) => sum + durationMs, 0);
      const workedSeconds = spans.length === 0 ? typedS : Math.max(0, Math.round(workedMs / SECOND) + roundedByS);
      return { key: `line-${index}`, workedSeconds, intervals, date: '2026-11-23' };
    }),
  );

const figures = fc.record({
  entries: entriesArbitrary,
  unlistedSeconds: fc.nat({ max: 2 * HOUR_S }),
  limitSeconds: fc.nat({ max: 8 * HOUR_S }),
});

const entryOf = (key: string, workedSeconds: number, ...intervals: [startedAt: number, durationMs: number][]) => ({
  key,
  workedSeconds,
  intervals: intervals.map(([startedAt, durationMs]) => ({ startedAt: instantFromEpochMs(startedAt), durationMs })),
  date: '2026-11-23',
});

/** A second of the first line begins in the very millisecond of the crossing, and there is still one to give. */
const BEGINS_WITH_THE_CROSSING = {
  entries: [
    entryOf('line-0', 3272, [1_795_420_344_753, 178_572], [1_795_423_792_638, 3_093_479]),
    entryOf('line-1', 3896, [1_795_421_798_351, 3_224_666], [1_795_425_023_017, 672_429]),
  ],
  unlistedSeconds: 0,
  limitSeconds: 3360,
};

describe('whoever worked when', () => {
  it('approved and unapproved time of every line make what was worked, and approved time makes the limit', () => {
    fc.assert(
      fc.property(figures, ({ entries, ...rest }) => {
        const { parts, unapprovedFrom, unlistedUnapprovedSeconds } = attributeToLimit({ entries, ...rest });
        let approved = rest.unlistedSeconds - unlistedUnapprovedSeconds;
        let counted = rest.unlistedSeconds;
        for (const { key, workedSeconds } of entries) {
          const part = parts.get(key);
          expect(part).toBeDefined();
          if (!part) continue;
          expect(part.approvedSeconds).toBeGreaterThanOrEqual(0);
          expect(part.unapprovedSeconds).toBeGreaterThanOrEqual(0);
          expect(part.approvedSeconds + part.unapprovedSeconds).toBe(workedSeconds);
          approved += part.approvedSeconds;
          counted += workedSeconds;
        }
        expect(approved).toBe(Math.min(counted, rest.limitSeconds));
        expect(unapprovedFrom === null).toBe(
          [...parts.values()].every(({ unapprovedSeconds }) => unapprovedSeconds === 0),
        );
      }),
    );
  });

  it('nothing before the crossing is unapproved, and after it nothing is approved', () => {
    fc.assert(
      fc.property(figures, ({ entries, ...rest }) => {
        const { parts, unapprovedFrom } = attributeToLimit({ entries, ...rest });
        if (unapprovedFrom === null) return;
        for (const line of entries) {
          const wholeMs = line.intervals.reduce((sum, { durationMs }) => sum + durationMs, 0);
          const workedBefore = (at: number) =>
            line.workedSeconds *
            line.intervals.reduce(
              (sum, { startedAt, durationMs }) => sum + Math.max(0, Math.min(durationMs, at - startedAt)) / wholeMs,
              line.intervals.length === 0 && stockholmDayStart(line.date) < at ? 1 : 0,
            );
          const approved = parts.get(line.key)?.approvedSeconds ?? 0;
          expect(approved).toBeGreaterThanOrEqual(workedBefore(unapprovedFrom) - 1e-6);
          // A second that has begun is approved whole, and so can be one that begins in the millisecond of the crossing;
          // a day of which no more is known can end in the middle.
          const isCutDay = line.intervals.length === 0 && stockholmDayStart(line.date) === unapprovedFrom;
          if (!isCutDay) expect(approved).toBeLessThan(workedBefore(unapprovedFrom + 1) + 1 + 1e-6);
        }
      }),
      { examples: [[BEGINS_WITH_THE_CROSSING]] },
    );
  });

  it('does not depend on the order in which the lines are given', () => {
    const shuffled = figures.chain(({ entries, ...rest }) =>
      fc.record({
        given: fc.constant({ entries, ...rest }),
        shuffled: fc.shuffledSubarray(entries, { minLength: entries.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given, shuffled: entries }) => {
        const asGiven = attributeToLimit(given);
        const otherwise = attributeToLimit({ ...given, entries });
        expect(new Map(otherwise.parts)).toEqual(new Map(asGiven.parts));
        expect({ ...otherwise, parts: null }).toEqual({ ...asGiven, parts: null });
      }),
    );
  });

  it('a higher limit takes no approved second away from anybody', () => {
    fc.assert(
      fc.property(figures, fc.nat({ max: HOUR_S }), (given, more) => {
        const before = attributeToLimit(given);
        const after = attributeToLimit({ ...given, limitSeconds: given.limitSeconds + more });
        for (const [key, { approvedSeconds }] of before.parts) {
          expect(after.parts.get(key)?.approvedSeconds).toBeGreaterThanOrEqual(approvedSeconds);
        }
      }),
    );
  });

  it('four hours of one person end to the millisecond where a stopwatch says', () => {
    const begun = secondsBegunBefore(entry('a', '2026-11-23 08:00', 300));
    expect(begun(addMs(MORNING, LIMIT_S * SECOND))).toBe(LIMIT_S);
    expect(begun(addMs(MORNING, LIMIT_S * SECOND + 1))).toBe(LIMIT_S + 1);
    expect(begun(MORNING)).toBe(0);
  });
});
