import type { TimerId } from '@core/ids';
import { isHeartbeatGap } from '@core/timer/recovery';
import type { ClockReading } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { appendTimerEvent, readHeartbeat } from '../db/queries/timers';

/**
 * Logs an unknown interval when the last heartbeat of a running timer is too old. Asked before anything else is logged
 * about it: after sleep or a frozen screen a person's click can come before the next beat. Answers whether it did.
 */
export async function noteGap(trx: WorkbenchDatabase, timerId: TimerId, now: ClockReading): Promise<boolean> {
  const last = await readHeartbeat(trx, timerId);
  if (last === undefined || !isHeartbeatGap(last, now)) return false;
  await appendTimerEvent(trx, timerId, { kind: 'gap-found', from: last, at: now }, 'running');
  return true;
}
