import { computeTimerIntervals } from '@core/timer/timer-intervals';
import { timerEventSchema } from '@core/timer/timer-log';
import { describe, expect, it } from 'vitest';
import { reading } from '../builders';
import { offsets } from './logs';

const at = (ms: number) => reading(ms);

/** As they were written before causes, absences and earlier starts were known. */
const oldLog = JSON.stringify([
  { kind: 'started', at: at(0) },
  { kind: 'gap-found', from: at(1000), at: at(9000) },
  { kind: 'paused', at: at(10_000) },
  { kind: 'resumed', at: at(20_000) },
  { kind: 'paused-after-gap', from: at(21_000), at: at(50_000) },
  { kind: 'unknown-decided', at: at(51_000), unknownFrom: at(1000).wall, decision: 'keep' },
  { kind: 'unknown-decided', at: at(52_000), unknownFrom: at(21_000).wall, decision: 'discard' },
  { kind: 'stopped', at: at(53_000) },
]);

describe('a log from before', () => {
  const events = timerEventSchema.array().parse(JSON.parse(oldLog));

  it('is read as it was written', () => {
    expect(JSON.stringify(events)).toBe(oldLog);
  });

  it('means what it meant', () => {
    const { worked, unknown, state } = computeTimerIntervals(events, null);
    expect(offsets(worked)).toEqual([
      [0, 1000],
      [1000, 8000],
      [9000, 1000],
      [20_000, 1000],
    ]);
    expect({ unknown, state }).toEqual({ unknown: [], state: 'stopped' });
  });

  it('lacked heartbeats where it names no cause', () => {
    expect(computeTimerIntervals(events.slice(0, 5), null).unknown).toMatchObject([
      { cause: 'no-heartbeat', isOngoing: false, isSplitOff: false },
      { cause: 'no-heartbeat', isOngoing: false, isSplitOff: false },
    ]);
  });
});

describe('an event', () => {
  it.each([
    ['earlier by nothing', { kind: 'started', at: at(0), earlierMs: 0 }],
    ['earlier by part of a millisecond', { kind: 'resumed', at: at(0), earlierMs: 0.5 }],
    ['that goes later instead of earlier', { kind: 'started', at: at(0), earlierMs: -1 }],
    ['cut before its beginning', { kind: 'unknown-split', at: at(0), unknownFrom: at(0).wall, afterMs: -1 }],
    ['away for no reason', { kind: 'away-began', at: at(0), from: at(0) }],
    ['with a cause nobody knows', { kind: 'gap-found', from: at(0), at: at(1), cause: 'coffee' }],
    ['decided otherwise', { kind: 'unknown-decided', at: at(0), unknownFrom: at(0).wall, decision: 'maybe' }],
  ])('%s is refused', (_what, event) => {
    expect(timerEventSchema.safeParse(event).success).toBe(false);
  });
});
