import { instantFromEpochMs } from '@core/time/instant';
import { endOf, type Interval } from '@core/time/interval';
import { followsTimer, isCallRunning, planCallOnTimer, planCallPause, planCallRun } from '@core/timer/call-log';
import { computeTimerIntervals, workedMs } from '@core/timer/timer-intervals';
import type { ClockReading, TimerEvent } from '@core/timer/timer-log';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const reading = (second: number): ClockReading => ({
  wall: instantFromEpochMs(1_795_000_000_000 + second * 1000),
  monotonicMs: second * 1000,
  bootId: 'one',
});

/** A day of one person: each step lasts so many seconds and then something else is done. */
const day = fc.record({
  before: fc.integer({ min: 0, max: 600 }),
  steps: fc.array(
    fc.record({ seconds: fc.integer({ min: 1, max: 900 }), turn: fc.constantFrom('call', 'timer', 'nothing') }),
    { minLength: 1, maxLength: 12 },
  ),
  isGivenToTheSame: fc.boolean(),
});

function live({ before, steps }: { before: number; steps: readonly { seconds: number; turn: string }[] }) {
  let second = before;
  let timer: TimerEvent[] = [{ kind: 'started', at: reading(0) }];
  let call: TimerEvent[] = [];
  let spentSeconds = before;
  let running: string = 'timer';
  const turnTo = (next: string) => {
    const at = reading(second);
    if (running === 'timer') timer = [...timer, { kind: 'paused', at }];
    if (running === 'call') call = [...call, ...planCallPause(call, at)];
    if (next === 'timer') timer = [...timer, { kind: 'resumed', at }];
    if (next === 'call') call = [...call, ...planCallRun(call, at)];
    running = next;
  };
  turnTo('call');
  for (const { seconds, turn } of steps) {
    second += seconds;
    if (running !== 'nothing') spentSeconds += seconds;
    if (turn !== running) turnTo(turn);
  }
  if (running !== 'nothing') turnTo('nothing');
  return { timer, call, spentSeconds };
}

const worked = (events: readonly TimerEvent[]) => computeTimerIntervals(events, null).worked;

function overlaps(intervals: readonly Interval[]): boolean {
  const sorted = intervals.toSorted((a, b) => a.startedAt - b.startedAt);
  return sorted.some((interval, index) => index > 0 && interval.startedAt < endOf(sorted[index - 1] ?? interval));
}

it('counts each moment of a day with a call once, wherever the time of the call goes', () => {
  fc.assert(
    fc.property(day, ({ isGivenToTheSame, ...rest }) => {
      const { timer, call, spentSeconds } = live(rest);
      const logs =
        isGivenToTheSame && followsTimer(call, timer)
          ? [[...timer, ...planCallOnTimer(call, timer)]]
          : [timer, planCallOnTimer(call, [])];
      const intervals = logs.flatMap(worked);
      expect(overlaps(intervals)).toBe(false);
      expect(workedMs({ worked: intervals })).toBe(spentSeconds * 1000);
    }),
  );
});

it('begins the call at the very moment at which what ran before was paused', () => {
  const { timer, call } = live({ before: 300, steps: [{ seconds: 240, turn: 'nothing' }] });
  const [before] = worked(timer);
  const [during] = worked(planCallOnTimer(call, []));
  expect(before && endOf(before)).toBe(during?.startedAt);
  expect(during?.durationMs).toBe(240_000);
});

it('does not put a call at the end of a timer that has run since the call began', () => {
  const call: TimerEvent[] = [{ kind: 'started', at: reading(100) }];
  expect(
    followsTimer(call, [
      { kind: 'started', at: reading(0) },
      { kind: 'paused', at: reading(100) },
    ]),
  ).toBe(true);
  expect(
    followsTimer(call, [
      { kind: 'started', at: reading(0) },
      { kind: 'paused', at: reading(130) },
    ]),
  ).toBe(false);
  expect(isCallRunning([...call, ...planCallPause(call, reading(160))])).toBe(false);
});
