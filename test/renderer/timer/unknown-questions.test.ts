import { ticketIdSchema, timerIdSchema } from '@core/ids';
import { instantFromEpochMs } from '@core/time/instant';
import type { TimersView, TimerView } from '@ipc/timer-views';
import { describe, expect, it } from 'vitest';
import { planQuestions } from '../../../src/renderer/src/features/timer/unknown-questions';

const METER = {
  limitSeconds: 0,
  mineSyncedSeconds: 0,
  colleaguesSeconds: 0,
  notYetSentSeconds: 0,
  runningSeconds: 0,
  countedSeconds: 0,
  leftSeconds: 0,
  undecidedSeconds: 0,
  unapprovedSeconds: 0,
  thresholdsPermille: [],
  reachedPermille: 0,
};

function makeTimer(digit: number, from: readonly number[], isGoingOn = false): TimerView {
  return {
    id: timerIdSchema.parse(`0198f000-0001-7000-8000-00000000000${digit}`),
    state: 'paused',
    ticketId: ticketIdSchema.parse('0198f000-0002-7000-8000-000000000001'),
    ticketNumber: `S-${digit}`,
    ticketTitle: '',
    customerName: null,
    kindOfWork: 'bug-analysis',
    workedSeconds: 0,
    unknownIntervals: from.map((at) => ({
      from: instantFromEpochMs(at),
      until: instantFromEpochMs(at + 600_000),
      durationSeconds: 600,
      cause: 'lock',
      isGoingOn,
    })),
    away: null,
    meter: METER,
  };
}

function makeTimers(parts: Partial<TimersView>): TimersView {
  return { running: null, paused: [], unanswered: [], overrun: null, nudge: null, recordedUntil: null, ...parts };
}

describe('questions about unknown time', () => {
  it('are asked of every timer, oldest first', () => {
    const plan = planQuestions(makeTimers({ paused: [makeTimer(1, [2000])], unanswered: [makeTimer(2, [1000])] }));
    expect(plan.shown.map(({ ticketNumber }) => ticketNumber)).toEqual(['S-2', 'S-1']);
    expect(plan.moreCount).toBe(0);
  });

  it('are not asked while the absence goes on: it is only told', () => {
    const plan = planQuestions(makeTimers({ running: makeTimer(1, [1000], true), paused: [makeTimer(2, [500])] }));
    expect(plan.goingOn.map(({ ticketNumber }) => ticketNumber)).toEqual(['S-1']);
    expect(plan.shown.map(({ ticketNumber }) => ticketNumber)).toEqual(['S-2']);
  });

  it('of more than two only the latest is asked here, and the rest are counted', () => {
    const plan = planQuestions(makeTimers({ paused: [makeTimer(1, [1000, 3000]), makeTimer(2, [2000])] }));
    expect(plan.shown.map(({ from }) => from)).toEqual([3000]);
    expect(plan.moreCount).toBe(2);
  });
});
