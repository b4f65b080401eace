import { computeTimerIntervals, endOf, type TimerIntervals, workedMs } from '@core/timer/timer-intervals';
import type { ClockReading, TimerEvent, UnknownDecision } from '@core/timer/timer-log';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, reading, SECOND, wallAt } from '../builders';

type Simple = 'started' | 'paused' | 'resumed' | 'stopped';

function event(kind: Simple, at: number | ClockReading): TimerEvent {
  return { kind, at: typeof at === 'number' ? reading(at) : at };
}

function gap(
  kind: 'gap-found' | 'paused-after-gap',
  from: number | ClockReading,
  at: number | ClockReading,
): TimerEvent {
  return {
    kind,
    from: typeof from === 'number' ? reading(from) : from,
    at: typeof at === 'number' ? reading(at) : at,
  };
}

function decided(unknownFrom: number, decision: UnknownDecision): TimerEvent {
  return { kind: 'unknown-decided', at: reading(0), unknownFrom: wallAt(unknownFrom), decision };
}

/** Offsets instead of instants: [start, duration], both in milliseconds. */
function offsets(intervals: TimerIntervals['worked']): number[][] {
  return intervals.map(({ startedAt, durationMs }) => [startedAt - wallAt(0), durationMs]);
}

describe('a timer', () => {
  it('that never started holds nothing', () => {
    expect(computeTimerIntervals([], reading(HOUR))).toEqual({
      worked: [],
      unknown: [],
      decided: [],
      state: 'stopped',
    });
  });

  it('works from start to stop', () => {
    const intervals = computeTimerIntervals([event('started', 0), event('stopped', 22 * MINUTE)], null);
    expect(offsets(intervals.worked)).toEqual([[0, 22 * MINUTE]]);
    expect(intervals.state).toBe('stopped');
  });

  it('does not work while paused', () => {
    const log = [event('started', 0), event('paused', 10 * MINUTE), event('resumed', HOUR)];
    expect(computeTimerIntervals(log.slice(0, 2), reading(HOUR)).state).toBe('paused');
    const intervals = computeTimerIntervals(log, reading(HOUR + 5 * MINUTE));
    expect(offsets(intervals.worked)).toEqual([
      [0, 10 * MINUTE],
      [HOUR, 5 * MINUTE],
    ]);
    expect(intervals.state).toBe('running');
    expect(workedMs(intervals)).toBe(15 * MINUTE);
  });

  it('counts finished stretches only when nobody says until when it ran', () => {
    const log = [event('started', 0), event('paused', MINUTE), event('resumed', 2 * MINUTE)];
    expect(workedMs(computeTimerIntervals(log, null))).toBe(MINUTE);
  });

  it('ends an interval where the next may begin', () => {
    const log = [event('started', 0), event('paused', MINUTE), event('resumed', MINUTE), event('stopped', 3 * MINUTE)];
    const [first, second] = computeTimerIntervals(log, null).worked;
    expect(first && endOf(first)).toBe(second?.startedAt);
  });
});

describe('a clock that somebody sets', () => {
  it.each([
    ['forwards', 5 * HOUR],
    ['backwards', -5 * HOUR],
  ])('%s changes no worked time', (_way, wallSetByMs) => {
    const log = [event('started', 0), event('stopped', reading(30 * MINUTE, { wallSetByMs }))];
    expect(offsets(computeTimerIntervals(log, null).worked)).toEqual([[0, 30 * MINUTE]]);
  });

  it('makes no two intervals overlap', () => {
    const wallSetByMs = -20 * MINUTE;
    const log = [
      event('started', 0),
      event('paused', reading(30 * MINUTE, { wallSetByMs })),
      event('resumed', reading(31 * MINUTE, { wallSetByMs })),
      event('stopped', reading(40 * MINUTE, { wallSetByMs })),
    ];
    expect(offsets(computeTimerIntervals(log, null).worked)).toEqual([
      [0, 30 * MINUTE],
      [30 * MINUTE, 9 * MINUTE],
    ]);
  });

  it('decides between two boots, where no other clock can, but never takes time away', () => {
    const later = reading(10 * SECOND, { boot: 'boot-2', wallSetByMs: HOUR });
    const earlier = reading(10 * SECOND, { boot: 'boot-2', wallSetByMs: -HOUR });
    expect(workedMs(computeTimerIntervals([event('started', 0), event('stopped', later)], null))).toBe(
      HOUR + 10 * SECOND,
    );
    expect(workedMs(computeTimerIntervals([event('started', 0), event('stopped', earlier)], null))).toBe(0);
  });

  it('and was set back before the computer started again takes no work of the new boot away', () => {
    const rebooted = (ms: number) => reading(ms, { boot: 'boot-2', wallSetByMs: -2 * HOUR });
    const log = [
      event('started', 0),
      event('paused', HOUR),
      event('resumed', rebooted(MINUTE)),
      event('stopped', rebooted(6 * MINUTE)),
    ];
    expect(workedMs(computeTimerIntervals(log, null))).toBe(HOUR + 5 * MINUTE);
  });

  it('decides on one boot too when the monotonic clock began anew', () => {
    const anew = { ...reading(10 * MINUTE), monotonicMs: 5 };
    const log = [event('started', reading(MINUTE)), event('stopped', anew)];
    expect(workedMs(computeTimerIntervals(log, null))).toBe(9 * MINUTE);
  });
});

describe('a gap without heartbeat', () => {
  const log = [event('started', 0), gap('gap-found', 10 * MINUTE, 25 * MINUTE)];

  it('is neither work nor lost while nobody has decided', () => {
    const intervals = computeTimerIntervals(log, reading(30 * MINUTE));
    expect(offsets(intervals.worked)).toEqual([
      [0, 10 * MINUTE],
      [25 * MINUTE, 5 * MINUTE],
    ]);
    expect(offsets(intervals.unknown)).toEqual([[10 * MINUTE, 15 * MINUTE]]);
    expect(intervals.state).toBe('running');
  });

  it('becomes work when it is kept', () => {
    const intervals = computeTimerIntervals([...log, decided(10 * MINUTE, 'keep')], reading(30 * MINUTE));
    expect(offsets(intervals.worked)).toEqual([
      [0, 10 * MINUTE],
      [10 * MINUTE, 15 * MINUTE],
      [25 * MINUTE, 5 * MINUTE],
    ]);
    expect(intervals.unknown).toEqual([]);
  });

  it('is gone when it is discarded', () => {
    const intervals = computeTimerIntervals([...log, decided(10 * MINUTE, 'discard')], reading(30 * MINUTE));
    expect(workedMs(intervals)).toBe(15 * MINUTE);
    expect(intervals.unknown).toEqual([]);
  });

  it('can be decided after the stop', () => {
    const stopped = [...log, event('stopped', 30 * MINUTE)];
    expect(offsets(computeTimerIntervals(stopped, null).unknown)).toEqual([[10 * MINUTE, 15 * MINUTE]]);
    expect(workedMs(computeTimerIntervals([...stopped, decided(10 * MINUTE, 'keep')], null))).toBe(30 * MINUTE);
  });

  it('pauses the timer as of the last heartbeat when the app came back too late', () => {
    const late = [event('started', 0), gap('paused-after-gap', 10 * MINUTE, 3 * HOUR)];
    const intervals = computeTimerIntervals(late, reading(4 * HOUR));
    expect(offsets(intervals.worked)).toEqual([[0, 10 * MINUTE]]);
    expect(offsets(intervals.unknown)).toEqual([[10 * MINUTE, 3 * HOUR - 10 * MINUTE]]);
    expect(intervals.state).toBe('paused');
  });

  it('lasts as long as the wall clock says when the monotonic one slept', () => {
    const awoken = reading(10 * MINUTE + SECOND, { wallSetByMs: 8 * HOUR });
    const intervals = computeTimerIntervals([event('started', 0), gap('gap-found', 10 * MINUTE, awoken)], awoken);
    expect(offsets(intervals.unknown)).toEqual([[10 * MINUTE, 8 * HOUR + SECOND]]);
    expect(workedMs(intervals)).toBe(10 * MINUTE);
  });

  it('lasts as long as the monotonic clock says when the wall clock was set back meanwhile', () => {
    const after = reading(25 * MINUTE, { wallSetByMs: -2 * HOUR });
    const log2 = [event('started', 0), gap('gap-found', 10 * MINUTE, after)];
    expect(offsets(computeTimerIntervals(log2, after).unknown)).toEqual([[10 * MINUTE, 15 * MINUTE]]);
  });

  it('over a restart is measured by the wall clock, and is none where that went backwards', () => {
    const rebooted = reading(0, { boot: 'boot-2', wallSetByMs: HOUR });
    const setBack = reading(0, { boot: 'boot-2', wallSetByMs: -HOUR });
    const unknownUntil = (at: ClockReading) =>
      offsets(computeTimerIntervals([event('started', 0), gap('paused-after-gap', 10 * MINUTE, at)], null).unknown);
    expect(unknownUntil(rebooted)).toEqual([[10 * MINUTE, 50 * MINUTE]]);
    expect(unknownUntil(setBack)).toEqual([]);
  });
});

describe('a log that cannot be', () => {
  const minutes = (log: TimerEvent[], until: ClockReading | null = null) =>
    workedMs(computeTimerIntervals(log, until)) / MINUTE;

  it.each<[string, TimerEvent[], number]>([
    ['a second start', [event('started', 0), event('started', 5 * MINUTE), event('stopped', 10 * MINUTE)], 10],
    ['a start while paused', [event('started', 0), event('paused', MINUTE), event('started', 2 * MINUTE)], 1],
    ['a resume while running', [event('started', 0), event('resumed', 5 * MINUTE), event('stopped', 10 * MINUTE)], 10],
    ['a second pause', [event('started', 0), event('paused', MINUTE), event('paused', 10 * MINUTE)], 1],
    ['work before any start', [event('resumed', 0), event('paused', MINUTE), event('stopped', 2 * MINUTE)], 0],
    ['anything after the stop', [event('started', 0), event('stopped', MINUTE), event('resumed', 2 * MINUTE)], 1],
    ['a second stop', [event('started', 0), event('stopped', MINUTE), event('stopped', 10 * MINUTE)], 1],
    ['a gap while paused', [event('started', 0), event('paused', MINUTE), gap('gap-found', MINUTE, HOUR)], 1],
    ['a stop before the start', [event('started', 5 * MINUTE), event('stopped', 0)], 0],
  ])('with %s adds no time', (_name, log, expected) => {
    expect(minutes(log, reading(HOUR))).toBe(expected);
  });

  it('does not count again what was counted when a resume is older than its pause', () => {
    const log = [event('started', 0), event('paused', 10 * MINUTE), event('resumed', 5 * MINUTE)];
    expect(minutes(log, reading(15 * MINUTE))).toBe(15);
  });

  it('does not count again what was counted when a gap begins before the stretch it lies in', () => {
    const log = [
      event('started', 0),
      event('paused', 10 * MINUTE),
      event('resumed', 20 * MINUTE),
      gap('gap-found', 5 * MINUTE, 30 * MINUTE),
      decided(20 * MINUTE, 'keep'),
    ];
    expect(minutes(log, reading(30 * MINUTE))).toBe(20);
  });

  it('does not go back to the end of a gap that ends before it begins', () => {
    const log = [event('started', 0), gap('gap-found', 10 * MINUTE, 5 * MINUTE)];
    expect(minutes(log, reading(15 * MINUTE))).toBe(15);
  });

  it('knows no unknown interval while paused, and no decision about one that is not there', () => {
    const log = [event('started', 0), decided(0, 'keep'), event('paused', MINUTE), gap('gap-found', MINUTE, HOUR)];
    const intervals = computeTimerIntervals(log, null);
    expect(intervals.unknown).toEqual([]);
    expect(intervals.state).toBe('paused');
    expect(workedMs(intervals)).toBe(MINUTE);
  });

  it('keeps to the first decision', () => {
    const log = [event('started', 0), gap('gap-found', MINUTE, 2 * MINUTE), event('stopped', 2 * MINUTE)];
    expect(minutes([...log, decided(MINUTE, 'discard'), decided(MINUTE, 'keep')])).toBe(1);
    expect(minutes([...log, decided(MINUTE, 'keep'), decided(MINUTE, 'discard')])).toBe(2);
  });
});

interface Step {
  readonly does: 'work' | 'pause' | 'gap' | 'late gap';
  readonly ms: number;
  readonly clockSetByMs: number;
}

const steps = fc.array(
  fc.record({
    does: fc.constantFrom<Step['does'][]>('work', 'pause', 'gap', 'late gap'),
    ms: fc.integer({ min: 1, max: 10_000_000 }),
    clockSetByMs: fc.oneof(fc.constant(0), fc.integer({ min: -100_000_000, max: 100_000_000 })),
  }),
  { maxLength: 12 },
);

/** Lives through the steps with a right clock in mind, and writes the log a timer would have. */
function live(lived: readonly Step[], { setsClock }: { setsClock: boolean }) {
  const log: TimerEvent[] = [event('started', 0)];
  let nowMs = 0;
  let wallSetByMs = 0;
  let isRunning = true;
  let workedTruth = 0;
  let unwatchedTruth = 0;
  const now = () => reading(nowMs, { wallSetByMs });
  for (const { does, ms, clockSetByMs } of lived) {
    if (does === 'pause') {
      if (isRunning) log.push(event('paused', now()));
      isRunning = false;
    } else if (!isRunning) {
      log.push(event('resumed', now()));
      isRunning = true;
    }
    const before = now();
    nowMs += ms;
    if (setsClock) wallSetByMs += clockSetByMs;
    if (does === 'work') workedTruth += ms;
    if (does === 'gap' || does === 'late gap') {
      unwatchedTruth += ms;
      log.push(gap(does === 'gap' ? 'gap-found' : 'paused-after-gap', before, now()));
      isRunning = does === 'gap';
    }
  }
  return { intervals: computeTimerIntervals(log, now()), log, end: now(), workedTruth, unwatchedTruth, nowMs };
}

function expectInOrderWithoutOverlap({ worked, unknown }: TimerIntervals) {
  for (const list of [worked, unknown, [...worked, ...unknown].toSorted((a, b) => a.startedAt - b.startedAt)]) {
    for (const [index, interval] of list.entries()) {
      expect(interval.durationMs).toBeGreaterThan(0);
      const next = list[index + 1];
      if (next) expect(next.startedAt).toBeGreaterThanOrEqual(endOf(interval));
    }
  }
}

describe('whatever a timer lives through', () => {
  it('worked time is what was truly worked, however the clock is set', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (lived, setsClock) => {
        const { intervals, workedTruth } = live(lived, { setsClock });
        expect(workedMs(intervals)).toBe(workedTruth);
        expectInOrderWithoutOverlap(intervals);
      }),
    );
  });

  it('unknown time is never less than what nobody watched, and with a right clock no more', () => {
    const sum = (intervals: TimerIntervals) => workedMs({ worked: intervals.unknown });
    fc.assert(
      fc.property(steps, (lived) => {
        const set = live(lived, { setsClock: true });
        expect(sum(set.intervals)).toBeGreaterThanOrEqual(set.unwatchedTruth);
        const right = live(lived, { setsClock: false });
        expect(sum(right.intervals)).toBe(right.unwatchedTruth);
        expect(workedMs(right.intervals) + sum(right.intervals)).toBeLessThanOrEqual(right.nowMs);
      }),
    );
  });

  it('keeping everything makes all of it work, discarding leaves what was watched', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (lived, setsClock) => {
        const { intervals, log, end, workedTruth } = live(lived, { setsClock });
        const decideAll = (decision: UnknownDecision) =>
          computeTimerIntervals(
            [
              ...log,
              ...intervals.unknown.map(
                ({ startedAt }): TimerEvent => ({ kind: 'unknown-decided', at: end, unknownFrom: startedAt, decision }),
              ),
            ],
            end,
          );
        const kept = decideAll('keep');
        expect(kept.unknown).toEqual([]);
        expect(workedMs(kept)).toBe(workedTruth + workedMs({ worked: intervals.unknown }));
        expectInOrderWithoutOverlap(kept);
        const discarded = decideAll('discard');
        expect(discarded.unknown).toEqual([]);
        expect(workedMs(discarded)).toBe(workedTruth);
      }),
    );
  });

  it('adding to a log moves nothing that lies before', () => {
    fc.assert(
      fc.property(steps, (lived) => {
        const { log } = live(lived, { setsClock: true });
        const whole = computeTimerIntervals(log, null);
        const part = computeTimerIntervals(log.slice(0, -1), null);
        expect(whole.worked.slice(0, part.worked.length)).toEqual(part.worked);
        expect(whole.unknown.slice(0, part.unknown.length)).toEqual(part.unknown);
      }),
    );
  });
});

describe('any heap of events at all', () => {
  const at = fc.integer({ min: 0, max: 1_000_000 });
  const anyEvent: fc.Arbitrary<TimerEvent> = fc.oneof(
    fc.record({
      kind: fc.constantFrom<Simple[]>('started', 'paused', 'resumed', 'stopped'),
      at: at.map((ms) => reading(ms)),
    }),
    fc.record({
      kind: fc.constantFrom<('gap-found' | 'paused-after-gap')[]>('gap-found', 'paused-after-gap'),
      from: at.map((ms) => reading(ms)),
      at: at.map((ms) => reading(ms)),
    }),
    fc
      .tuple(at, fc.constantFrom<UnknownDecision[]>('keep', 'discard'))
      .map(([from, decision]) => decided(from, decision)),
  );

  it('holds no more time than lies between its first and its last reading', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), (heap) => {
        const log = [event('started', 0), ...heap];
        const intervals = computeTimerIntervals(log, reading(1_000_000));
        expectInOrderWithoutOverlap(intervals);
        expect(workedMs(intervals) + workedMs({ worked: intervals.unknown })).toBeLessThanOrEqual(1_000_000);
      }),
      { numRuns: 500 },
    );
  });
});
