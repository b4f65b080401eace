import { decideUnknownInterval } from '../../usecases/decide-unknown-interval';
import { describeLine } from '../../usecases/describe-line';
import { pauseTimer } from '../../usecases/pause-timer';
import { readTimers } from '../../usecases/read-timers';
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
  | 'timesheet:describe'
> {
  return {
    'timer:read': withSession(parts, async ({ workbench }) =>
      done(await readTimers(workbench.database, workbench.clock.read())),
    ),
    'timer:start': withSession(parts, async ({ workbench }, { ticketId }) => {
      const started = await startTimer(workbench, ticketId);
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
      const decided = await decideUnknownInterval(workbench, request);
      return decided.ok ? done({}) : refuse(decided.failure.kind);
    }),
    'timesheet:describe': withSession(parts, async ({ workbench }, request) => {
      const described = await describeLine(workbench, request);
      return described.ok ? done({}) : refuse(described.failure.kind);
    }),
  };
}
