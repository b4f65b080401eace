import { answerOverrun } from '../../usecases/answer-overrun';
import { decideUnknown } from '../../usecases/decide-unknown';
import { dismissNudge, noteActivity } from '../../usecases/note-activity';
import { pauseTimer } from '../../usecases/pause-timer';
import { readTimers } from '../../usecases/read-timers';
import { reopenUnknown } from '../../usecases/reopen-unknown';
import { resumeTimer } from '../../usecases/resume-timer';
import { startTimer } from '../../usecases/start-timer';
import { stopTimer } from '../../usecases/stop-timer';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** The timer and the lines it becomes. */
export function createTimerHandlers(
  parts: AppParts,
): Pick<
  Handlers,
  | 'timer:read'
  | 'timer:start'
  | 'timer:pause'
  | 'timer:resume'
  | 'timer:stop'
  | 'timer:decide-unknown'
  | 'timer:reopen-unknown'
  | 'timer:answer-overrun'
  | 'activity:note'
  | 'nudge:dismiss'
> {
  return {
    'timer:read': withSession(parts, async ({ workbench }) => done(await readTimers(workbench))),
    'timer:start': withSession(parts, async ({ workbench }, { ticketId, earlierMinutes }) => {
      const started = await startTimer(workbench, ticketId, { earlierMinutes });
      return started.ok ? done(started.value) : refuse(started.failure.kind);
    }),
    'timer:pause': withSession(parts, async ({ workbench }, { timerId }) => {
      const paused = await pauseTimer(workbench, timerId);
      return paused.ok ? done({}) : refuse(paused.failure.kind);
    }),
    'timer:resume': withSession(parts, async ({ workbench }, { timerId }) => {
      const resumed = await resumeTimer(workbench, timerId);
      return resumed.ok ? done({}) : refuse(resumed.failure.kind);
    }),
    'timer:stop': withSession(parts, async ({ workbench }, request) => {
      const stopped = await stopTimer(workbench, request);
      return stopped.ok ? done(stopped.value) : refuse(stopped.failure.kind);
    }),
    'timer:decide-unknown': withSession(parts, async ({ workbench }, request) => {
      const decided = await decideUnknown(workbench, request);
      return decided.ok ? done({}) : refuse(decided.failure.kind);
    }),
    'timer:reopen-unknown': withSession(parts, async ({ workbench }, request) => {
      const reopened = await reopenUnknown(workbench, request);
      return reopened.ok ? done({}) : refuse(reopened.failure.kind);
    }),
    'timer:answer-overrun': withSession(parts, async ({ workbench }, request) => {
      const answered = await answerOverrun(workbench, request);
      return answered.ok ? done(answered.value) : refuse(answered.failure.kind);
    }),
    'activity:note': withSession(parts, async ({ workbench }, { ticketId }) => {
      noteActivity(workbench, ticketId);
      return done({});
    }),
    'nudge:dismiss': withSession(parts, async ({ workbench }, { ticketId }) => {
      dismissNudge(workbench, ticketId);
      return done({});
    }),
  };
}
