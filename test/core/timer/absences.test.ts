import { findAnswered, mergeAbsences, planAnswer, planReopening, planSplit } from '@core/timer/absences';
import { computeTimerIntervals } from '@core/timer/timer-intervals';
import type { ClockReading, TimerEvent } from '@core/timer/timer-log';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, reading, SECOND, wallAt } from '../builders';
import {
  awayBegan,
  awayEnded,
  decided,
  gapFound,
  offsets,
  paused,
  pausedAfterGap,
  resumed,
  started,
  stopped,
  sumMs,
} from './logs';

const questions = (log: TimerEvent[], until: ClockReading | null = null) =>
  mergeAbsences(computeTimerIntervals(log, until).unknown);

function only<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined || items.length > 1) throw new Error(`There are ${items.length}.`);
  return item;
}

/** Idle, then asleep, then killed and found again, then locked: one walk to lunch. */
const lunch = [
  started(0),
  awayBegan(10 * MINUTE, 'idle', 15 * MINUTE),
  gapFound(20 * MINUTE, 25 * MINUTE),
  awayBegan(25 * MINUTE, 'sleep'),
  awayEnded(50 * MINUTE),
  awayBegan(50 * MINUTE + 800, 'lock'),
  awayEnded(55 * MINUTE),
  stopped(60 * MINUTE),
];

describe('one absence', () => {
  it('is one question, whatever happened to the computer meanwhile', () => {
    expect(questions(lunch)).toMatchObject([
      {
        from: wallAt(10 * MINUTE),
        until: wallAt(55 * MINUTE),
        durationMs: 45 * MINUTE - 800,
        cause: 'sleep',
        isOngoing: false,
        parts: [{ cause: 'idle' }, { cause: 'sleep' }, { cause: 'lock' }],
      },
    ]);
  });

  it('ends where work or a pause of more than a second begins', () => {
    const apart = (ms: number) => [
      started(0),
      gapFound(MINUTE, 2 * MINUTE),
      gapFound(2 * MINUTE + ms, 4 * MINUTE),
      stopped(4 * MINUTE),
    ];
    expect(questions(apart(SECOND))).toHaveLength(1);
    expect(questions(apart(SECOND + 1))).toHaveLength(2);
    const pausedBetween = [
      started(0),
      pausedAfterGap(MINUTE, 20 * MINUTE),
      resumed(30 * MINUTE),
      gapFound(30 * MINUTE, 40 * MINUTE),
    ];
    expect(questions(pausedBetween)).toHaveLength(2);
  });

  it('goes on while its last part does', () => {
    const log = [started(0), gapFound(MINUTE, 2 * MINUTE), awayBegan(2 * MINUTE, 'lock')];
    expect(questions(log, reading(HOUR))).toMatchObject([{ isOngoing: true, durationMs: 59 * MINUTE, cause: 'lock' }]);
  });

  it('is none where nothing is unknown', () => {
    expect(questions([started(0), paused(MINUTE)])).toEqual([]);
  });
});

describe('an answer about an absence', () => {
  const at = reading(2 * HOUR);

  it.each(['keep', 'discard', 'give'] as const)('is one about each of its parts: %s', (decision) => {
    const log = [...lunch, ...planAnswer(only(questions(lunch)), { at, decision })];
    const before = computeTimerIntervals(lunch, null);
    const after = computeTimerIntervals(log, null);
    expect(after.unknown).toEqual([]);
    expect(sumMs(after.decided)).toBe(sumMs(before.unknown));
    expect(sumMs(after.worked)).toBe(sumMs(before.worked) + (decision === 'keep' ? sumMs(before.unknown) : 0));
  });

  it('is taken back as a whole, whichever part names it', () => {
    const answered = [...lunch, ...planAnswer(only(questions(lunch)), { at, decision: 'keep' })];
    const { decided: parts } = computeTimerIntervals(answered, null);
    expect(parts).toHaveLength(3);
    for (const { startedAt } of parts) {
      const log = [...answered, ...planReopening(parts, startedAt, at)];
      expect(questions(log)).toEqual(questions(lunch));
    }
  });

  it('is taken back without what was decided apart from it', () => {
    const log = [
      started(0),
      gapFound(10 * MINUTE, 20 * MINUTE),
      gapFound(30 * MINUTE, 40 * MINUTE),
      stopped(50 * MINUTE),
      decided(10 * MINUTE, 'keep', at),
      decided(30 * MINUTE, 'keep', at),
    ];
    const { decided: answers } = computeTimerIntervals(log, null);
    expect(offsets(findAnswered(answers, wallAt(10 * MINUTE)))).toEqual([[10 * MINUTE, 10 * MINUTE]]);
    expect(findAnswered(answers, wallAt(11 * MINUTE))).toEqual([]);
    expect(planReopening(answers, wallAt(0), at)).toEqual([]);
  });

  it.each([
    ['at another time', decided(20 * MINUTE, 'keep', reading(3 * HOUR))],
    ['otherwise', decided(20 * MINUTE, 'discard', at)],
  ])('is another one when the next part was answered %s', (_how, other) => {
    const touching = [started(0), gapFound(10 * MINUTE, 20 * MINUTE), gapFound(20 * MINUTE, 30 * MINUTE)];
    const log = [...touching, decided(10 * MINUTE, 'keep', at), other];
    const { decided: answers } = computeTimerIntervals(log, null);
    expect(findAnswered(answers, wallAt(10 * MINUTE))).toHaveLength(1);
  });
});

describe('an absence that is split', () => {
  const at = reading(2 * HOUR);
  const splitAt = (ms: number) => planSplit(only(questions(lunch)), wallAt(ms), at);
  const afterSplitAt = (ms: number) => {
    const event = splitAt(ms);
    return event ? questions([...lunch, event]) : null;
  };

  it.each([
    ['within its first part', 12 * MINUTE],
    ['within its last part', 52 * MINUTE],
    ['where two parts meet', 25 * MINUTE],
  ])('%s becomes two questions that meet there', (_where, cutMs) => {
    const before = only(questions(lunch));
    const [first, second, ...more] = afterSplitAt(cutMs) ?? [];
    expect(more).toEqual([]);
    expect(first).toMatchObject({ from: before.from, until: wallAt(cutMs) });
    expect(second).toMatchObject({ from: wallAt(cutMs), until: before.until });
    expect((first?.durationMs ?? 0) + (second?.durationMs ?? 0)).toBe(before.durationMs);
  });

  it('in the moment between two parts begins the second question with the second part', () => {
    expect(afterSplitAt(50 * MINUTE + 300)).toMatchObject([
      { until: wallAt(50 * MINUTE) },
      { from: wallAt(50 * MINUTE + 800) },
    ]);
  });

  it.each([
    ['where it begins', 10 * MINUTE],
    ['before it', 5 * MINUTE],
    ['where it ends', 55 * MINUTE],
    ['after it', HOUR],
  ])('is not split %s', (_where, cutMs) => {
    expect(splitAt(cutMs)).toBeNull();
  });

  it('is answered in parts', () => {
    const cut = splitAt(30 * MINUTE);
    if (!cut) throw new Error('not split');
    const [, second] = questions([...lunch, cut]);
    if (!second) throw new Error('one question');
    const log = [...lunch, cut, ...planAnswer(second, { at, decision: 'keep' })];
    expect(questions(log)).toMatchObject([{ from: wallAt(10 * MINUTE), until: wallAt(30 * MINUTE) }]);
    expect(sumMs(computeTimerIntervals(log, null).worked)).toBe(15 * MINUTE + 800 + 25 * MINUTE - 800);
  });
});
