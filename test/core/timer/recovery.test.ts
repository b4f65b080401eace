import { isHeartbeatGap, planRecovery } from '@core/timer/recovery';
import { computeTimerIntervals } from '@core/timer/timer-intervals';
import type { AbsenceCause } from '@core/timer/timer-log';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, reading, SECOND } from '../builders';
import { awayBegan, gapFound, offsets, pausedAfterGap, started } from './logs';

describe('after a restart of the app a timer', () => {
  const plan = (now: ReturnType<typeof reading>) => planRecovery({ lastDurable: reading(HOUR), now }).kind;

  it.each([
    ['up to 5 seconds ago', 5 * SECOND, 'run-on'],
    ['a little longer ago', 5 * SECOND + 1, 'run-on-with-gap'],
    ['just under 10 minutes ago', 10 * MINUTE - 1, 'run-on-with-gap'],
    ['10 minutes ago', 10 * MINUTE, 'pause-with-gap'],
  ])('last heard of %s: %s ms → %s', (_name, agoMs, expected) => {
    expect(plan(reading(HOUR + agoMs))).toBe(expected);
  });

  it('pauses after a restart of the computer, however short', () => {
    expect(plan(reading(HOUR + SECOND, { boot: 'boot-2' }))).toBe('pause-with-gap');
    expect(plan({ ...reading(HOUR + SECOND), monotonicMs: 1 })).toBe('pause-with-gap');
  });

  it('pauses after a sleep that the monotonic clock did not see', () => {
    expect(plan(reading(HOUR + SECOND, { wallSetByMs: 8 * HOUR }))).toBe('pause-with-gap');
  });

  it('goes by the monotonic clock when the wall clock was set back', () => {
    expect(plan(reading(HOUR + MINUTE, { wallSetByMs: -8 * HOUR }))).toBe('run-on-with-gap');
  });
});

describe('after a restart of the app a timer whose person was away', () => {
  const plan = (now: ReturnType<typeof reading>, cause: AbsenceCause = 'lock') =>
    planRecovery({ lastDurable: reading(HOUR), now, absence: { since: reading(30 * MINUTE), cause } });

  it.each([
    ['a second ago', SECOND, 'run-on-with-gap'],
    ['just under 10 minutes ago', 10 * MINUTE - 1, 'run-on-with-gap'],
    ['10 minutes ago', 10 * MINUTE, 'pause-with-gap'],
  ])('last heard of %s: %s ms → %s, with the cause of the absence', (_name, agoMs, expected) => {
    expect(plan(reading(HOUR + agoMs))).toEqual({ kind: expected, cause: 'lock' });
  });

  it('pauses after a shut-down, however short and on whatever boot', () => {
    expect(plan(reading(HOUR + SECOND), 'shutdown')).toEqual({ kind: 'pause-with-gap', cause: 'shutdown' });
    expect(plan(reading(HOUR + SECOND, { boot: 'boot-2' }), 'sleep').kind).toBe('pause-with-gap');
  });

  it.each([
    ['runs on', gapFound(HOUR, 65 * MINUTE, 'lock')],
    ['is paused', pausedAfterGap(HOUR, 65 * MINUTE, 'lock')],
  ])('was away until now, as one unknown interval, and %s', (_what, found) => {
    const log = [started(0), awayBegan(30 * MINUTE, 'lock'), found];
    const { worked, unknown } = computeTimerIntervals(log, null);
    expect(offsets(worked)).toEqual([[0, 30 * MINUTE]]);
    expect(unknown).toMatchObject([{ durationMs: 35 * MINUTE, cause: 'lock', isOngoing: false }]);
  });
});

describe('between two heartbeats', () => {
  it('more than five seconds are a gap', () => {
    expect(isHeartbeatGap(reading(0), reading(5 * SECOND))).toBe(false);
    expect(isHeartbeatGap(reading(0), reading(5 * SECOND + 1))).toBe(true);
  });

  it('a wall clock that was set is none', () => {
    expect(isHeartbeatGap(reading(0), reading(500, { wallSetByMs: HOUR }))).toBe(false);
    expect(isHeartbeatGap(reading(0), reading(500, { wallSetByMs: -HOUR }))).toBe(false);
  });

  it('another boot is one', () => {
    expect(isHeartbeatGap(reading(0), reading(500, { boot: 'boot-2' }))).toBe(true);
  });
});
