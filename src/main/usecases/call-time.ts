import { type TicketId, timerIdSchema } from '@core/ids';
import { planBeat } from '@core/timer/beat';
import { followsTimer, isCallRunning, planCallOnTimer, planCallPause, planCallRun } from '@core/timer/call-log';
import type { ClockReading } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { type PhoneCall, readPhoneCall, writePhoneCall } from '../db/queries/phone-call';
import { readTicket } from '../db/queries/tickets';
import {
  appendTimerEvent,
  insertTimer,
  readOpenTimerOfTicket,
  readRunningTimer,
  readTimer,
  readTimerEvents,
  writeHeartbeat,
} from '../db/queries/timers';
import { readLastKindOfWork } from '../db/queries/timesheet-lines';
import { bringLogUpToDate } from './bring-log-up-to-date';
import type { Workbench } from './workbench';

type Watching = Pick<Workbench, 'attention'>;

/** The call with what has happened to its time by a reading: an absence, or a gap in which the app gave no sign of life. */
export function callUpToDate({ attention: { presence } }: Watching, call: PhoneCall, now: ClockReading): PhoneCall {
  if (!isCallRunning(call.events)) return call;
  const news = planBeat({ events: call.events, presence, lastHeartbeat: call.heartbeat, now });
  return { ...call, events: [...call.events, ...news], heartbeat: now };
}

/** Notes that the time of a call still runs. */
export async function beatCall(workbench: Watching & Pick<Workbench, 'clock'>, trx: WorkbenchDatabase): Promise<void> {
  const call = await readPhoneCall(trx);
  if (call?.state !== 'open' || !isCallRunning(call.events)) return;
  await writePhoneCall(trx, callUpToDate(workbench, call, workbench.clock.read()));
}

/** Lets the time of a call run from a reading on; what ran is paused at the same reading. */
export async function runCall(
  workbench: Watching,
  trx: WorkbenchDatabase,
  call: PhoneCall,
  at: ClockReading,
): Promise<void> {
  const running = await readRunningTimer(trx);
  if (running) {
    await bringLogUpToDate(workbench, trx, running.id, at);
    await appendTimerEvent(trx, running.id, { kind: 'paused', at }, 'paused');
  }
  const events = [...call.events, ...planCallRun(call.events, at)];
  const pausedTimerId = running?.id ?? call.pausedTimerId;
  await writePhoneCall(trx, { ...call, state: 'open', events, heartbeat: at, pausedTimerId });
}

/** The time of a call stands still from a reading on: only one thing runs at a time. */
export async function pauseCall(workbench: Watching, trx: WorkbenchDatabase, at: ClockReading): Promise<void> {
  const call = await readPhoneCall(trx);
  if (call?.state !== 'open' || !isCallRunning(call.events)) return;
  const known = callUpToDate(workbench, call, at);
  await writePhoneCall(trx, { ...known, events: [...known.events, ...planCallPause(known.events, at)] });
}

/** On start: the time of a call ends with the last sign of life. Nobody knows whether the customer was still there. */
export async function recoverCall(trx: WorkbenchDatabase): Promise<void> {
  const call = await readPhoneCall(trx);
  if (call?.state !== 'open') return;
  await writePhoneCall(trx, { ...call, events: [...call.events, ...planCallPause(call.events, call.heartbeat)] });
}

/**
 * Gives the time of a call to a ticket, whose timer goes on with it: event by event, so that no moment is counted twice or
 * lost. What runs elsewhere is paused.
 */
export async function giveCallTo(
  workbench: Pick<Workbench, 'attention' | 'newId'>,
  trx: WorkbenchDatabase,
  { call, ticketId, at }: { readonly call: PhoneCall; readonly ticketId: TicketId; readonly at: ClockReading },
): Promise<void> {
  const elsewhere = await readRunningTimer(trx);
  if (elsewhere) {
    await bringLogUpToDate(workbench, trx, elsewhere.id, at);
    await appendTimerEvent(trx, elsewhere.id, { kind: 'paused', at }, 'paused');
  }
  const known = callUpToDate(workbench, call, at);
  const events = [...known.events, ...planCallRun(known.events, at)];
  const open = await readOpenTimerOfTicket(trx, ticketId);
  const before = open ? await readTimerEvents(trx, open.id) : [];
  const goesOn = open !== undefined && followsTimer(events, before);
  const timerId = goesOn ? open.id : timerIdSchema.parse(workbench.newId());
  if (!goesOn) {
    const kindOfWork = (await readLastKindOfWork(trx, ticketId)) ?? 'general-user-support';
    await insertTimer(trx, { id: timerId, ticketId, kindOfWork, state: 'paused' });
  }
  for (const event of planCallOnTimer(events, goesOn ? before : [])) {
    await appendTimerEvent(trx, timerId, event, 'paused');
  }
  await trx.updateTable('timer').set({ state: 'running' }).where('id', '=', timerId).execute();
  await writeHeartbeat(trx, timerId, at);
}

/** The ticket whose timer was paused for a call and is paused still. */
export async function readPausedTicket(trx: WorkbenchDatabase, { pausedTimerId }: PhoneCall) {
  const timer = pausedTimerId === null ? undefined : await readTimer(trx, pausedTimerId);
  return timer?.state === 'paused' ? readTicket(trx, timer.ticketId) : undefined;
}

/** What was paused for a call goes on without its time, unless something else was begun meanwhile. */
export async function goOnWithPaused(
  workbench: Pick<Workbench, 'attention' | 'newId'>,
  trx: WorkbenchDatabase,
  call: PhoneCall,
  at: ClockReading,
): Promise<void> {
  const ticket = isCallRunning(call.events) ? await readPausedTicket(trx, call) : undefined;
  if (ticket) await giveCallTo(workbench, trx, { call: { ...call, events: [] }, ticketId: ticket.id, at });
}
