import {
  computeMeter,
  countsAgainstLimit,
  DEFAULT_LIMIT_SECONDS,
  isWarningOver,
  type MeterLine,
  planWarning,
  type RaisedWarning,
  thresholdSeconds,
  WARNING_THRESHOLDS,
} from '@core/billing/four-hour-rule';
import { verdictSchema } from '@core/billing/kind-of-work';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

function line(workedSeconds: number, rest: Partial<MeterLine> = {}): MeterLine {
  return { workedSeconds, verdict: 'chargeable', origin: 'mine', isSent: true, ...rest };
}

function meter(lines: MeterLine[], running: Parameters<typeof computeMeter>[0]['running'] = null) {
  return computeMeter({ lines, running, limitSeconds: DEFAULT_LIMIT_SECONDS, thresholds: WARNING_THRESHOLDS });
}

describe('the limit', () => {
  it('is four hours: "approve up to 4 hours of chargeable consulting work for each issue"', () => {
    expect(DEFAULT_LIMIT_SECONDS).toBe(4 * HOUR);
  });

  it('is warned of at 3 h, 3 h 30, 3 h 45 and 4 h, to the second', () => {
    expect(WARNING_THRESHOLDS.map((threshold) => thresholdSeconds(threshold, 4 * HOUR))).toEqual([
      3 * HOUR,
      3 * HOUR + 30 * MINUTE,
      3 * HOUR + 45 * MINUTE,
      4 * HOUR,
    ]);
  });

  it('is counted against by what is charged, under whatever agreement', () => {
    expect(verdictSchema.options.filter(countsAgainstLimit)).toEqual(['chargeable', 'always-separate']);
  });
});

describe('the meter', () => {
  it('adds up everybody’s lines, sent or not, and the running timer', () => {
    const lines = [
      line(HOUR),
      line(10 * MINUTE, { isSent: false }),
      line(20 * MINUTE, { origin: 'colleague' }),
      line(5 * MINUTE, { verdict: 'always-separate' }),
    ];
    expect(meter(lines, { workedSeconds: 30 * MINUTE, verdict: 'chargeable' })).toEqual({
      limitSeconds: 4 * HOUR,
      mineSyncedSeconds: HOUR + 5 * MINUTE,
      notYetSentSeconds: 10 * MINUTE,
      colleaguesSeconds: 20 * MINUTE,
      runningSeconds: 30 * MINUTE,
      countedSeconds: 2 * HOUR + 5 * MINUTE,
      leftSeconds: HOUR + 55 * MINUTE,
      undecidedSeconds: 0,
      reachedPermille: 0,
    });
  });

  it('leaves out what is included or not charged, and shows undecided time beside', () => {
    const lines = [
      line(HOUR, { verdict: 'included' }),
      line(HOUR, { verdict: 'not-charged' }),
      line(2 * MINUTE, { verdict: 'undecided', origin: 'colleague' }),
    ];
    expect(meter(lines, { workedSeconds: MINUTE, verdict: 'undecided' })).toMatchObject({
      countedSeconds: 0,
      undecidedSeconds: 3 * MINUTE,
      leftSeconds: 4 * HOUR,
    });
  });

  it.each([
    [3 * HOUR - 1, 0],
    [3 * HOUR, 750],
    [3.5 * HOUR, 875],
    [3.75 * HOUR - 1, 875],
    [3.75 * HOUR, 938],
    [4 * HOUR - 1, 938],
    [4 * HOUR, 1000],
    [9 * HOUR, 1000],
  ])('at %d s has reached %d ‰', (seconds, permille) => {
    expect(meter([line(seconds)]).reachedPermille).toBe(permille);
  });

  it('has nothing left past the limit, and never less than nothing', () => {
    expect(meter([line(5 * HOUR)]).leftSeconds).toBe(0);
  });
});

function plan(countedSeconds: number, limitSeconds: number, raised: readonly RaisedWarning[] = []) {
  return planWarning({ countedSeconds, limitSeconds, raised, thresholds: WARNING_THRESHOLDS });
}

/** Lets the counted time take these values one after another, and tells what was said, in permille. */
function hear(counted: readonly number[], limitSeconds = 4 * HOUR, begin: readonly RaisedWarning[] = []): number[] {
  let raised = begin;
  return counted.flatMap((countedSeconds) => {
    const next = plan(countedSeconds, limitSeconds, raised);
    raised = next.raised;
    return next.raise === null ? [] : [next.raise.permille];
  });
}

describe('a warning', () => {
  it('speaks once when its threshold is reached', () => {
    expect(hear([3 * HOUR - 1, 3 * HOUR, 3 * HOUR + 1, 3.5 * HOUR, 3.75 * HOUR, 4 * HOUR, 5 * HOUR])).toEqual([
      750, 875, 938, 1000,
    ]);
  });

  it('lets only the highest speak when several are crossed at once', () => {
    expect(hear([0, 3.8 * HOUR, 3.9 * HOUR])).toEqual([938]);
  });

  it('is armed again when the total falls below it, by a line that was taken away', () => {
    expect(hear([3.6 * HOUR, 3.4 * HOUR, 3.6 * HOUR])).toEqual([875, 875]);
  });

  it('does not let a lower one speak that was passed over', () => {
    expect(hear([3.8 * HOUR, 3.6 * HOUR, 3.1 * HOUR])).toEqual([938]);
  });

  it('is armed again by another limit', () => {
    const { raised } = plan(4 * HOUR, 4 * HOUR);
    expect(hear([4 * HOUR], 10 * HOUR, raised)).toEqual([]);
    expect(hear([4 * HOUR], 5 * HOUR, raised)).toEqual([750]);
  });

  it('is over when less of the limit is used than it said, also because the limit is another one', () => {
    const standing = plan(4 * HOUR, 4 * HOUR).raised;
    expect(isWarningOver(standing, plan(4 * HOUR, 4 * HOUR, standing).raised)).toBe(false);
    expect(isWarningOver(standing, plan(3.9 * HOUR, 4 * HOUR, standing).raised)).toBe(true);
    expect(isWarningOver(standing, plan(4 * HOUR, 20 * HOUR, standing).raised)).toBe(true);
    expect(isWarningOver([], standing)).toBe(false);
  });

  it('is remembered for the limit it spoke of, with all the lower ones', () => {
    const { raised } = plan(3.5 * HOUR, 4 * HOUR);
    expect(raised).toEqual([
      { limitSeconds: 4 * HOUR, thresholdPermille: 750 },
      { limitSeconds: 4 * HOUR, thresholdPermille: 875 },
    ]);
  });

  it('speaks exactly once per upward crossing, whichever way the total goes', () => {
    const totals = fc.array(fc.nat({ max: 5 * HOUR }), { maxLength: 30 });
    fc.assert(
      fc.property(totals, fc.integer({ min: 1, max: 5 * HOUR }), (counted, limitSeconds) => {
        const marks = WARNING_THRESHOLDS.map((threshold) => [
          threshold.permille,
          thresholdSeconds(threshold, limitSeconds),
        ]);
        let before = -1;
        const expected = counted.flatMap((total) => {
          const crossed = marks
            .filter(([, mark = 0]) => before < mark && mark <= total)
            .map(([permille = 0]) => permille);
          before = total;
          return crossed.slice(-1);
        });
        expect(hear(counted, limitSeconds)).toEqual(expected);
      }),
    );
  });
});
