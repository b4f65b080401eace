import type { TimerId } from '@core/ids';
import { planBeat } from '@core/timer/beat';
import type { ClockReading, TimerEvent } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { appendTimerEvent, readHeartbeat, readTimerEvents } from '../db/queries/timers';
import type { Attention } from './attention';

/**
 * Logs of a running timer what happened to it unsaid: that its person went away or is back, or that heartbeats were
 * missing. Done before anything else is logged about it, because after sleep or a frozen screen a person's click can
 * come before the next beat. Answers the log as it is then, and whether anything was new.
 */
export async function bringLogUpToDate(
  { attention: { presence } }: { readonly attention: Pick<Attention, 'presence'> },
  trx: WorkbenchDatabase,
  timerId: TimerId,
  now: ClockReading,
): Promise<{ events: readonly TimerEvent[]; hasNews: boolean }> {
  const events = await readTimerEvents(trx, timerId);
  const lastHeartbeat = (await readHeartbeat(trx, timerId)) ?? now;
  const news = planBeat({ events, presence, lastHeartbeat, now });
  for (const event of news) await appendTimerEvent(trx, timerId, event, 'running');
  return { events: [...events, ...news], hasNews: news.length > 0 };
}
