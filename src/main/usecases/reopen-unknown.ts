import type { TicketId, TimerId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { Instant } from '@core/time/instant';
import { findAnswered, planReopening } from '@core/timer/absences';
import { computeTimerIntervals, type DecidedInterval } from '@core/timer/timer-intervals';
import { appendTimerEvent, readTimer, readTimerEvents, type TimerRow } from '../db/queries/timers';
import { announceLines } from './announce-lines';
import { settleLines } from './settle-lines';
import { takeTimerTimeBack } from './timer-line-time';
import type { Workbench } from './workbench';

/** The ticket in whose lines the answered time is; null where it is in none. */
function ticketOfLines(timer: TimerRow, { decision, givenToTicketId }: DecidedInterval): TicketId | null {
  switch (decision) {
    case 'keep':
      return timer.state === 'stopped' ? timer.ticketId : null;
    case 'give':
      return givenToTicketId;
    case 'discard':
      return null;
  }
}

/**
 * Takes an answer about unknown time back: it is asked about again, and what was written into lines is taken out of
 * them. Refused when a line was changed since (`changed-since`) or may be on the portal already (`in-use`).
 */
export async function reopenUnknown(
  workbench: Workbench,
  { timerId, from }: { timerId: TimerId; from: Instant },
): Promise<Outcome<null, { kind: 'not-found' | 'changed-since' | 'in-use' }>> {
  const reopened = await workbench.database.transaction().execute(async (trx) => {
    const timer = await readTimer(trx, timerId);
    if (!timer) return fail({ kind: 'not-found' as const });
    const at = workbench.clock.read();
    const { decided } = computeTimerIntervals(await readTimerEvents(trx, timerId), null);
    const answered = findAnswered(decided, from);
    const [first] = answered;
    if (!first) return fail({ kind: 'not-found' as const });
    const ticketId = ticketOfLines(timer, first);
    const tickets = new Set([timer.ticketId]);
    if (ticketId !== null) {
      const taking = { taken: answered, at: at.wall };
      const taken = await takeTimerTimeBack(workbench, trx, timer, { id: ticketId }, taking);
      if (!taken.ok) return taken;
      for (const id of await settleLines(workbench, trx, taken.value, at.wall, [ticketId])) tickets.add(id);
    }
    for (const event of planReopening(decided, from, at)) await appendTimerEvent(trx, timerId, event, timer.state);
    return succeed([...tickets]);
  });
  if (!reopened.ok) return reopened;
  workbench.announce.timersChanged();
  await announceLines(workbench, reopened.value);
  return succeed(null);
}
