import type { TicketId } from '@core/ids';
import { dismissNudge as dismiss, findNudge, type Nudge, noteActivity as note } from '@core/timer/nudge';
import { readRunningTimer } from '../db/queries/timers';
import { listRecordedTime } from './recorded-time';
import type { Workbench } from './workbench';

/** Somebody opened a ticket, typed in it or captured a screen for it. */
export function noteActivity({ attention, clock }: Workbench, ticketId: TicketId): void {
  const at = clock.read();
  attention.lastActivityAt = at;
  attention.timerlessWork = note(attention.timerlessWork, ticketId, at);
}

/** The person does not want a timer on that ticket now. */
export function dismissNudge({ attention, announce, clock }: Workbench, ticketId: TicketId): void {
  attention.timerlessWork = dismiss(attention.timerlessWork, ticketId, clock.read());
  announce.timersChanged();
}

/** The offer to start a timer on the ticket that is being worked on without one; null while one runs. */
export async function readNudge({
  attention: { timerlessWork },
  clock,
  database,
}: Pick<Workbench, 'attention' | 'clock' | 'database'>): Promise<Nudge | null> {
  const now = clock.read();
  // Mostly there is nothing to offer, and then nothing has to be read.
  if (findNudge(timerlessWork, { now, recorded: [] }) === null) return null;
  if (await readRunningTimer(database)) return null;
  return findNudge(timerlessWork, { now, recorded: await listRecordedTime(database, now) });
}
