import { computeTimerIntervals, endOf, openAbsenceOf, workedMs } from '@core/timer/timer-intervals';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, reading, SECOND } from '../builders';
import {
  awayBegan,
  awayEnded,
  confirmed,
  decided,
  gapFound,
  offsets,
  paused,
  pausedAfterGap,
  reopened,
  resumed,
  split,
  started,
  stopped,
} from './logs';

describe('a timer whose person is away', () => {
  const log = [started(0), awayBegan(10 * MINUTE, 'lock', 15 * MINUTE)];

  it('has counted work up to when the absence began, and not a moment longer', () => {
    const intervals = computeTimerIntervals(log, reading(40 * MINUTE));
    expect(offsets(intervals.worked)).toEqual([[0, 10 * MINUTE]]);
    expect(intervals.unknown).toMatchObject([
      { startedAt: reading(10 * MINUTE).wall, durationMs: 30 * MINUTE, cause: 'lock', isOngoing: true },
    ]);
    expect(intervals.state).toBe('running');
  });

  it('is away also before that has lasted any time', () => {
    expect(openAbsenceOf([started(0), awayBegan(MINUTE)])).toEqual({ since: reading(MINUTE), cause: 'idle' });
    expect(openAbsenceOf([...log, awayEnded(HOUR)])).toBeNull();
    expect(openAbsenceOf([started(0)])).toBeNull();
  });

  it('says nothing of an absence that goes on when nobody says until when', () => {
    expect(computeTimerIntervals(log, null).unknown).toEqual([]);
  });

  it('works on once the person is back', () => {
    const intervals = computeTimerIntervals([...log, awayEnded(30 * MINUTE)], reading(40 * MINUTE));
    expect(offsets(intervals.worked)).toEqual([
      [0, 10 * MINUTE],
      [30 * MINUTE, 10 * MINUTE],
    ]);
    expect(intervals.unknown).toMatchObject([{ durationMs: 20 * MINUTE, isOngoing: false }]);
  });

  it.each([
    ['a pause', paused(30 * MINUTE), 'paused'],
    ['a stop', stopped(30 * MINUTE), 'stopped'],
    ['a gap that is found', gapFound(20 * MINUTE, 30 * MINUTE), 'running'],
    ['a gap that pauses it', pausedAfterGap(20 * MINUTE, 30 * MINUTE), 'paused'],
  ] as const)('is away until %s, as one unknown interval with the cause it began with', (_what, event, state) => {
    const intervals = computeTimerIntervals([...log, event], null);
    expect(offsets(intervals.worked)).toEqual([[0, 10 * MINUTE]]);
    expect(intervals.unknown).toMatchObject([{ durationMs: 20 * MINUTE, cause: 'lock', isOngoing: false }]);
    expect(intervals.state).toBe(state);
  });

  it('is unknown for as long as the wall clock says when the monotonic one slept', () => {
    const woken = reading(10 * MINUTE + SECOND, { wallSetByMs: 8 * HOUR });
    const slept = [started(0), awayBegan(10 * MINUTE, 'sleep'), awayEnded(woken), stopped(woken)];
    expect(offsets(computeTimerIntervals(slept, null).unknown)).toEqual([[10 * MINUTE, 8 * HOUR + SECOND]]);
  });

  it('is not away from before its stretch began', () => {
    const late = [started(0), paused(10 * MINUTE), resumed(20 * MINUTE), awayBegan(5 * MINUTE, 'idle', 25 * MINUTE)];
    const intervals = computeTimerIntervals([...late, awayEnded(30 * MINUTE)], null);
    expect(offsets(intervals.worked)).toEqual([[0, 10 * MINUTE]]);
    expect(offsets(intervals.unknown)).toEqual([[20 * MINUTE, 10 * MINUTE]]);
  });

  it.each([
    ['away twice', [awayBegan(12 * MINUTE, 'idle')]],
    ['a start and a resume', [started(20 * MINUTE), resumed(20 * MINUTE)]],
    ['a confirmation', [confirmed(20 * MINUTE)]],
  ])('stays away through %s', (_what, more) => {
    expect(offsets(computeTimerIntervals([...log, ...more], reading(40 * MINUTE)).unknown)).toEqual([
      [10 * MINUTE, 30 * MINUTE],
    ]);
  });

  it.each([
    ['while paused', [started(0), paused(MINUTE)]],
    ['after the stop', [started(0), stopped(MINUTE)]],
    ['before the start', []],
  ])('is not away %s', (_when, before) => {
    const intervals = computeTimerIntervals([...before, awayBegan(MINUTE), awayEnded(HOUR)], reading(HOUR));
    expect(intervals.unknown).toEqual([]);
  });
});

describe('an earlier beginning', () => {
  it('counts as work before the start', () => {
    const intervals = computeTimerIntervals([started(HOUR, 10 * MINUTE), stopped(HOUR + MINUTE)], null);
    expect(offsets(intervals.worked)).toEqual([
      [50 * MINUTE, 10 * MINUTE],
      [HOUR, MINUTE],
    ]);
  });

  it('counts as work before a resume', () => {
    const log = [started(0), paused(MINUTE), resumed(HOUR, 10 * MINUTE), stopped(HOUR)];
    expect(offsets(computeTimerIntervals(log, null).worked)).toEqual([
      [0, MINUTE],
      [50 * MINUTE, 10 * MINUTE],
    ]);
  });

  it('never reaches back over the end of the stretch before it', () => {
    const log = [started(0), paused(10 * MINUTE), resumed(15 * MINUTE, HOUR), stopped(15 * MINUTE)];
    const intervals = computeTimerIntervals(log, null);
    expect(offsets(intervals.worked)).toEqual([
      [0, 10 * MINUTE],
      [10 * MINUTE, 5 * MINUTE],
    ]);
  });

  it('may reach back over sleep that the monotonic clock did not see', () => {
    const woken = reading(11 * MINUTE, { wallSetByMs: HOUR });
    const log = [started(0), paused(10 * MINUTE), resumed(woken, 20 * MINUTE), stopped(woken)];
    expect(workedMs(computeTimerIntervals(log, null))).toBe(30 * MINUTE);
  });

  it('makes no overlap when the wall clock was set back during the pause', () => {
    const back = (ms: number) => reading(ms, { wallSetByMs: -HOUR });
    const log = [started(0), paused(30 * MINUTE), resumed(back(60 * MINUTE), 20 * MINUTE), stopped(back(61 * MINUTE))];
    const { worked } = computeTimerIntervals(log, null);
    expect(offsets(worked)).toEqual([
      [0, 30 * MINUTE],
      [30 * MINUTE, 20 * MINUTE],
      [50 * MINUTE, MINUTE],
    ]);
    expect(worked[0] && endOf(worked[0])).toBe(worked[1]?.startedAt);
  });
});

describe('an unknown interval', () => {
  const log = [started(0), gapFound(10 * MINUTE, 30 * MINUTE), stopped(40 * MINUTE)];
  const unknownIn = (...more: typeof log) => offsets(computeTimerIntervals([...log, ...more], null).unknown);
  const workedIn = (...more: typeof log) => workedMs(computeTimerIntervals([...log, ...more], null)) / MINUTE;

  it('that is given away is no work here', () => {
    const { worked, unknown, decided: answers } = computeTimerIntervals([...log, decided(10 * MINUTE, 'give')], null);
    expect(workedMs({ worked }) / MINUTE).toBe(20);
    expect(unknown).toEqual([]);
    expect(answers).toMatchObject([{ decision: 'give', durationMs: 20 * MINUTE, cause: 'no-heartbeat' }]);
  });

  it('can be split, and each part decided by itself', () => {
    const cut = split(10 * MINUTE, 5 * MINUTE);
    expect(unknownIn(cut)).toEqual([
      [10 * MINUTE, 5 * MINUTE],
      [15 * MINUTE, 15 * MINUTE],
    ]);
    expect(workedIn(cut, decided(15 * MINUTE, 'keep'))).toBe(35);
    expect(unknownIn(cut, decided(15 * MINUTE, 'keep'))).toEqual([[10 * MINUTE, 5 * MINUTE]]);
  });

  it.each([
    ['at its end', split(10 * MINUTE, 20 * MINUTE)],
    ['beyond its end', split(10 * MINUTE, HOUR)],
    ['where none begins', split(11 * MINUTE, MINUTE)],
  ])('is not split %s', (_where, cut) => {
    expect(unknownIn(cut)).toEqual([[10 * MINUTE, 20 * MINUTE]]);
  });

  it('is not split once it is decided', () => {
    expect(workedIn(decided(10 * MINUTE, 'keep'), split(10 * MINUTE, MINUTE), decided(11 * MINUTE, 'discard'))).toBe(
      40,
    );
  });

  it.each(['keep', 'discard', 'give'] as const)('is unknown again when %s is taken back', (decision) => {
    expect(unknownIn(decided(10 * MINUTE, decision), reopened(10 * MINUTE))).toEqual([[10 * MINUTE, 20 * MINUTE]]);
    expect(workedIn(decided(10 * MINUTE, decision), reopened(10 * MINUTE))).toBe(20);
  });

  it('can be decided otherwise once the first answer was taken back', () => {
    expect(workedIn(decided(10 * MINUTE, 'keep'), reopened(10 * MINUTE), decided(10 * MINUTE, 'discard'))).toBe(20);
  });

  it('cannot be made of work by taking back an answer nobody gave', () => {
    expect(workedIn(reopened(0), reopened(30 * MINUTE))).toBe(20);
  });
});
