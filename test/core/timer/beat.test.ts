import { planBeat } from '@core/timer/beat';
import type { ClockReading, TimerEvent } from '@core/timer/timer-log';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, reading, SECOND } from '../builders';
import { awayBegan, awayEnded, gapFound, started } from './logs';

function plan({
  log = [started(0)],
  absentFrom = null,
  backSince = null,
  beatenAt = MINUTE,
  now = MINUTE + SECOND,
}: {
  log?: TimerEvent[];
  absentFrom?: number | null;
  backSince?: ClockReading | null;
  beatenAt?: number;
  now?: number;
}): TimerEvent[] {
  const absence = absentFrom === null ? null : { from: reading(absentFrom), cause: 'idle' as const };
  return planBeat({
    events: log,
    presence: { absence, backSince },
    lastHeartbeat: reading(beatenAt),
    now: reading(now),
  });
}

describe('a beat', () => {
  it('has nothing to say of a timer that somebody works with', () => {
    expect(plan({})).toEqual([]);
  });

  it('finds a gap after more than five seconds', () => {
    expect(plan({ now: MINUTE + 5 * SECOND })).toEqual([]);
    expect(plan({ now: MINUTE + 5 * SECOND + 1 })).toEqual([gapFound(MINUTE, MINUTE + 5 * SECOND + 1)]);
  });

  it('says once that the person went away, as of when', () => {
    const began = awayBegan(10 * SECOND, 'idle', MINUTE + SECOND);
    expect(plan({ absentFrom: 10 * SECOND })).toEqual([began]);
    expect(plan({ log: [started(0), began], absentFrom: 10 * SECOND })).toEqual([]);
  });

  it('finds no gap while the person is away: the absence goes on', () => {
    expect(plan({ log: [started(0), awayBegan(MINUTE)], absentFrom: MINUTE, now: HOUR })).toEqual([]);
  });

  it('finds no gap where the absence reaches back over it, and finds one that ends before it', () => {
    const awayAt = (from: number) => awayBegan(from, 'idle', HOUR);
    expect(plan({ absentFrom: 30 * SECOND, now: HOUR })).toEqual([awayAt(30 * SECOND)]);
    expect(plan({ absentFrom: 50 * MINUTE, now: HOUR })).toEqual([gapFound(MINUTE, 50 * MINUTE), awayAt(50 * MINUTE)]);
  });

  it('says that the person is back, as of when, and finds no gap in the absence', () => {
    const away = [started(0), awayBegan(MINUTE)];
    expect(plan({ log: away, backSince: reading(HOUR - SECOND), now: HOUR })).toEqual([awayEnded(HOUR - SECOND)]);
    expect(plan({ log: away, now: HOUR })).toEqual([awayEnded(HOUR)]);
  });

  it('finds a gap that came after the return', () => {
    const away = [started(0), awayBegan(MINUTE)];
    expect(plan({ log: away, backSince: reading(50 * MINUTE), now: HOUR })).toEqual([
      awayEnded(50 * MINUTE),
      gapFound(50 * MINUTE, HOUR),
    ]);
  });
});
