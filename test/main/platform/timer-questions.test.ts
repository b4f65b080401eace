import { instantFromEpochMs } from '@core/time/instant';
import { describe, expect, it } from 'vitest';
import { textsIn } from '../../../src/main/platform/texts';
import { type AskingTimers, listTimerQuestions } from '../../../src/main/platform/timer-questions';
import { makeDesktopTimer } from '../../support/desktop-timers';

const NOON = instantFromEpochMs(Date.UTC(2026, 10, 25, 11, 0));
const AFTER_LUNCH = instantFromEpochMs(Date.UTC(2026, 10, 25, 11, 45));

const NOTHING: AskingTimers = { running: null, paused: [], unanswered: [], overrun: null };

function makeAsking(number: number, { isGoingOn = false } = {}) {
  const absence = { from: NOON, until: AFTER_LUNCH, durationSeconds: 45 * 60, isGoingOn };
  return { ...makeDesktopTimer(number), unknownIntervals: [absence] };
}

function ask(asking: Partial<AskingTimers>) {
  return listTimerQuestions({ ...NOTHING, ...asking }, textsIn('en'));
}

describe('what the timers ask', () => {
  it('is about each absence that has ended, of whichever timer, in Stockholm’s time', () => {
    const questions = ask({ running: makeAsking(1), paused: [makeAsking(2)], unanswered: [makeAsking(3)] });
    expect(questions.map(({ title }) => title)).toEqual([
      'S-1: 45 min of unknown time',
      'S-2: 45 min of unknown time',
      'S-3: 45 min of unknown time',
    ]);
    expect(questions[0]?.body).toContain('12:00–12:45');
    expect(new Set(questions.map(({ key }) => key)).size).toBe(3);
  });

  it('is nothing while the absence goes on', () => {
    expect(ask({ running: makeAsking(1, { isGoingOn: true }) })).toEqual([]);
  });

  it('is whether a timer that runs for long is right, and no button throws time away', () => {
    const { id: timerId } = makeDesktopTimer(1);
    const overrun = { timerId, ticketNumber: 'S-1', reason: 'after-hours', lastActivityAt: NOON } as const;
    const [question] = ask({ overrun });
    expect(question).toMatchObject({ title: 'S-1: are you still working?', timerId });
    expect(question?.body).toBe('The timer has run past the service hours. The last sign of you was at 12:00.');
    expect(question?.actions.map(({ id }) => id)).toEqual(['show', 'still-working']);
  });

  it('can never be answered by a click alone', () => {
    const { id: timerId } = makeDesktopTimer(1);
    const overrun = { timerId, ticketNumber: 'S-1', reason: 'too-long', lastActivityAt: NOON } as const;
    for (const { actions } of ask({ running: makeAsking(2), overrun })) expect(actions[0]?.id).toBe('show');
  });
});
