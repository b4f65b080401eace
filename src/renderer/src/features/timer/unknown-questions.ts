import type { TimersView } from '@ipc/timer-views';
import type { UnknownQuestion } from '../../ui/unknown-question';

/** More than that are a list, and the timesheet has one. */
const MOST_BANNERS = 2;

/** What the banners say about unknown time. */
export interface QuestionPlan {
  /** Absences that have not ended. Nobody is asked about them yet. */
  readonly goingOn: readonly UnknownQuestion[];
  /** Questions that are asked here, oldest first. */
  readonly shown: readonly UnknownQuestion[];
  /** Questions that are asked in the timesheet only. */
  readonly moreCount: number;
}

/** Every question of these timers, oldest first. */
export function questionsOf({ running, paused, unanswered }: TimersView): UnknownQuestion[] {
  return [...(running === null ? [] : [running]), ...paused, ...unanswered]
    .flatMap((timer) =>
      timer.unknownIntervals.map((interval) => ({
        ...interval,
        timerId: timer.id,
        ticketId: timer.ticketId,
        ticketNumber: timer.ticketNumber,
      })),
    )
    .toSorted((one, other) => one.from - other.from);
}

/** Which questions the banners ask. Of more than two only the latest, which is remembered best; the rest are counted. */
export function planQuestions(timers: TimersView): QuestionPlan {
  const questions = questionsOf(timers);
  const ended = questions.filter(({ isGoingOn }) => !isGoingOn);
  const shown = ended.length > MOST_BANNERS ? ended.slice(-1) : ended;
  return {
    goingOn: questions.filter(({ isGoingOn }) => isGoingOn),
    shown,
    moreCount: ended.length - shown.length,
  };
}
