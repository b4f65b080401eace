import { isHeartbeatGap, planRecovery } from '@core/timer/recovery';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, reading, SECOND } from '../builders';

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
