import { addMs } from '@core/time/instant';
import { mergeAbsences, planAnswer, planReopening, planSplit } from '@core/timer/absences';
import { computeTimerIntervals, workedMs } from '@core/timer/timer-intervals';
import type { UnknownDecision } from '@core/timer/timer-log';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../builders';
import { sumMs } from './logs';
import { SimulatedDay, THRESHOLD_MS } from './simulated-day';

interface Part {
  readonly what: 'idle' | 'lock' | 'sleep' | 'freeze' | 'crash' | 'reboot';
  readonly ms: number;
  /** Whether the monotonic clock of this computer runs while it sleeps. */
  readonly countsSleep: boolean;
}

interface Chapter {
  readonly workMs: number;
  readonly clockSetByMs: number;
  readonly pauseMs: number;
  /** What happens while nobody is there. */
  readonly away: readonly Part[];
}

const partMs = fc.oneof(
  fc.integer({ min: 1, max: 20 * SECOND }),
  fc.integer({ min: 1, max: 9 * MINUTE }),
  fc.integer({ min: 9 * MINUTE, max: 25 * MINUTE }),
);
const chapters: fc.Arbitrary<readonly Chapter[]> = fc.array(
  fc.record({
    // Long enough that two absences are not taken for one.
    workMs: fc.integer({ min: 2 * SECOND, max: 20 * MINUTE }),
    clockSetByMs: fc.oneof(fc.constant(0), fc.integer({ min: -10 * HOUR, max: 10 * HOUR })),
    pauseMs: fc.oneof(fc.constant(0), fc.integer({ min: 2 * SECOND, max: 20 * MINUTE })),
    away: fc.array(
      fc.record({
        what: fc.constantFrom<Part['what'][]>('idle', 'lock', 'sleep', 'freeze', 'crash', 'reboot'),
        ms: partMs,
        countsSleep: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

/**
 * What ought to come of the time nobody was there, told from the end: [begins, ends] of each stretch that is unknown, and
 * when the timer was paused, if it was. By the rules alone, without log, clocks or heartbeats.
 */
function expectOfAbsence(parts: readonly Part[]): { unknown: [number, number][]; pausedAt: number | null } {
  const unknown: [number, number][] = [];
  let at = 0;
  /** Since when the time is unknown, once it is; else how far back it can become so. */
  let since = 0;
  let isUnknown = false;
  let isLocked = false;
  const noticeIdle = () => {
    isUnknown ||= at >= THRESHOLD_MS;
  };
  for (const { what, ms } of parts) {
    noticeIdle();
    const begins = at;
    at += ms;
    if (what === 'lock') isLocked = true;
    if (what === 'idle' || what === 'lock') noticeIdle();
    if (what === 'sleep') {
      isUnknown = true;
      if (isLocked || at >= THRESHOLD_MS) continue;
      // Awake, unlocked, and not yet idle for long: nobody can tell that nobody is there.
      unknown.push([since, at]);
      since = at;
      isUnknown = false;
    }
    if (what === 'freeze') {
      noticeIdle();
      if (isUnknown || ms <= 5 * SECOND) continue;
      unknown.push([begins, at]);
      since = at;
    }
    if (what === 'crash' || what === 'reboot') {
      isLocked = false;
      const isPaused = what === 'reboot' || ms >= 10 * MINUTE;
      if (isUnknown || ms > 5 * SECOND || isPaused) {
        unknown.push([isUnknown ? since : begins, at]);
        since = at;
        isUnknown = false;
      }
      if (isPaused) return { unknown, pausedAt: at };
    }
  }
  noticeIdle();
  if (isUnknown) unknown.push([since, at]);
  return { unknown, pausedAt: null };
}

function live(lived: readonly Chapter[]) {
  const day = new SimulatedDay();
  let workTruth = 0;
  const unknownTruth: [number, number][] = [];
  for (const { workMs, clockSetByMs, pauseMs, away } of lived) {
    day.work(workMs);
    day.setWallBy(clockSetByMs);
    day.work(workMs);
    workTruth += 2 * workMs;
    if (pauseMs > 0) {
      day.pauseFor(pauseMs);
      day.resume();
      day.work(workMs);
      workTruth += workMs;
    }
    const leftAt = day.nowMs;
    for (const { what, ms, countsSleep } of away) {
      if (what === 'idle') day.leaveIdle(ms);
      if (what === 'lock') day.leaveLocked(ms);
      if (what === 'sleep') day.sleep(ms, { countsSleep });
      if (what === 'freeze') day.freeze(ms);
      if (what === 'crash' || what === 'reboot') day.crash(ms, { reboots: what === 'reboot' });
    }
    const { unknown, pausedAt } = expectOfAbsence(away);
    const ranMs = pausedAt ?? day.nowMs - leftAt;
    const unknownMs = unknown.reduce((sum, [from, until]) => sum + until - from, 0);
    workTruth += ranMs - unknownMs;
    unknownTruth.push(...unknown.map(([from, until]): [number, number] => [leftAt + from, leftAt + until]));
    day.resume();
  }
  return { day, workTruth, unknownTruth, intervals: computeTimerIntervals(day.log, day.read()) };
}

/** How many absences these stretches are, when those that touch are one. */
function countApart(stretches: readonly [number, number][]): number {
  return stretches.filter(([from], index) => {
    const before = stretches[index - 1];
    return before === undefined || from - before[1] > SECOND;
  }).length;
}

describe('whatever happens to the computer while nobody is there', { timeout: 30_000 }, () => {
  it('every millisecond is work or unknown as the rules say, however the clocks were set', () => {
    fc.assert(
      fc.property(chapters, (lived) => {
        const { intervals, workTruth, unknownTruth } = live(lived);
        expect(workedMs(intervals)).toBe(workTruth);
        expect(sumMs(intervals.unknown)).toBe(unknownTruth.reduce((sum, [from, until]) => sum + until - from, 0));
      }),
      { numRuns: 200 },
    );
  });

  it('one absence is one question', () => {
    fc.assert(
      fc.property(chapters, (lived) => {
        const { intervals, unknownTruth } = live(lived);
        expect(mergeAbsences(intervals.unknown)).toHaveLength(countApart(unknownTruth));
      }),
      { numRuns: 200 },
    );
  });

  it('answers move time and make none, and taking one back asks the same question again', () => {
    const answers = fc.array(
      fc.record({
        about: fc.nat({ max: 9 }),
        decision: fc.constantFrom<UnknownDecision[]>('keep', 'discard', 'give'),
        cutAt: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        isTakenBack: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(chapters, answers, (lived, given) => {
        const { day, intervals: before } = live(lived);
        const log = [...day.log];
        const wholeMs = workedMs(before) + sumMs(before.unknown);
        for (const [index, { about, decision, cutAt, isTakenBack }] of given.entries()) {
          const at = { ...day.read(), wall: addMs(day.read().wall, index) };
          const questions = mergeAbsences(computeTimerIntervals(log, day.read()).unknown);
          const asked = questions[about % Math.max(1, questions.length)];
          if (!asked) break;
          const cut =
            cutAt === null ? null : planSplit(asked, addMs(asked.from, Math.round(asked.durationMs * cutAt)), at);
          if (cut) {
            log.push(cut);
            expect(mergeAbsences(computeTimerIntervals(log, day.read()).unknown)).toHaveLength(questions.length + 1);
            continue;
          }
          log.push(...planAnswer(asked, { at, decision }));
          const answered = computeTimerIntervals(log, day.read());
          expect(mergeAbsences(answered.unknown)).toHaveLength(questions.length - 1);
          if (!isTakenBack) continue;
          log.push(...planReopening(answered.decided, asked.from, at));
          expect(mergeAbsences(computeTimerIntervals(log, day.read()).unknown)).toEqual(questions);
        }
        const after = computeTimerIntervals(log, day.read());
        const elsewhere = after.decided.filter(({ decision }) => decision !== 'keep');
        expect(workedMs(after) + sumMs(after.unknown) + sumMs(elsewhere)).toBe(wholeMs);
      }),
      { numRuns: 100 },
    );
  });
});
