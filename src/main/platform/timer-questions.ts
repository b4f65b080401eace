import type { TimerId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { NoticeAction } from './notification-plan';
import { shortDuration, type Texts, timeOfDay } from './texts';

const SECONDS_PER_MINUTE = 60;

interface AskingTimer {
  readonly id: TimerId;
  readonly ticketNumber: string;
  readonly unknownIntervals: readonly {
    readonly from: Instant;
    readonly until: Instant;
    readonly durationSeconds: number;
    readonly isGoingOn: boolean;
  }[];
}

/** What the timers ask about, as far as the desktop has to know it. */
export interface AskingTimers {
  readonly running: AskingTimer | null;
  readonly paused: readonly AskingTimer[];
  readonly unanswered: readonly AskingTimer[];
  readonly overrun: {
    readonly timerId: TimerId;
    readonly ticketNumber: string;
    readonly reason: 'after-hours' | 'too-long';
    readonly lastActivityAt: Instant;
  } | null;
}

/** A question that a person who is in another program should know of. */
export interface TimerQuestion {
  /** Names the question: one that was told of is not told of again. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  /** The first only shows the question. Nothing that counts time or throws it away hangs on a stray click. */
  readonly actions: readonly NoticeAction[];
  readonly timerId: TimerId;
}

/** To the minute, as the window says it, and a few seconds as one: a question about nothing would be none. */
function roundedDuration(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / SECONDS_PER_MINUTE));
  return shortDuration(minutes * SECONDS_PER_MINUTE);
}

/** Everything the timers ask about now. An absence that goes on is no question yet. */
export function listTimerQuestions(
  { running, paused, unanswered, overrun }: AskingTimers,
  texts: Texts,
): TimerQuestion[] {
  const show = { id: 'show', label: texts.answer };
  const questions = [...(running ? [running] : []), ...paused, ...unanswered].flatMap((timer) =>
    timer.unknownIntervals
      .filter(({ isGoingOn }) => !isGoingOn)
      .map(({ from, until, durationSeconds }) => ({
        key: `unknown ${timer.id} ${from}`,
        title: texts.unknownTitle(timer.ticketNumber, roundedDuration(durationSeconds)),
        body: texts.unknownBody(timeOfDay(from), timeOfDay(until)),
        actions: [show],
        timerId: timer.id,
      })),
  );
  if (overrun === null) return questions;
  const { timerId, ticketNumber, reason, lastActivityAt } = overrun;
  return [
    ...questions,
    {
      key: `overrun ${timerId}`,
      title: texts.overrunTitle(ticketNumber),
      body: texts.overrunBody(reason, timeOfDay(lastActivityAt)),
      actions: [show, { id: 'still-working', label: texts.stillWorking }],
      timerId,
    },
  ];
}
