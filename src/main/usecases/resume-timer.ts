import type { TimerId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { readTimer } from '../db/queries/timers';
import { startTimer } from './start-timer';
import type { Workbench } from './workbench';

/** Goes on with a paused timer; what runs elsewhere is paused in the same step. */
export async function resumeTimer(
  workbench: Workbench,
  timerId: TimerId,
): Promise<Outcome<null, { kind: 'timer-not-running' | 'not-found' }>> {
  const timer = await readTimer(workbench.database, timerId);
  if (timer?.state !== 'paused') return fail({ kind: 'timer-not-running' });
  const started = await startTimer(workbench, timer.ticketId);
  return started.ok ? succeed(null) : started;
}
