import type { TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { CallForm } from '@core/ticket/call-form';
import type { Instant } from '@core/time/instant';
import { callMs, isCallRunning, planCallPause, SHORTEST_CALL_MS } from '@core/timer/call-log';
import { readPhoneCall, writePhoneCall } from '../db/queries/phone-call';
import { readTicket } from '../db/queries/tickets';
import { callUpToDate, giveCallTo, goOnWithPaused, readPausedTicket, runCall } from './call-time';
import type { Workbench } from './workbench';

/** A call as it stands. */
export interface CallStanding {
  readonly form: CallForm;
  /** When its time began to run. */
  readonly startedAt: Instant | null;
  readonly seconds: number;
  readonly isRunning: boolean;
  /** What was paused for it; null: nothing ran. */
  readonly pausedTicket: { readonly id: TicketId; readonly number: string } | null;
}

/** Where the time of a call goes that is not registered: nowhere, or to the ticket whose timer was paused for it. */
export type CallTime = 'nowhere' | 'paused-ticket';

/** The call that is being taken down, or undefined. */
export async function readCall({
  database,
  clock,
}: Pick<Workbench, 'database' | 'clock'>): Promise<CallStanding | undefined> {
  const call = await readPhoneCall(database);
  if (call?.state !== 'open') return undefined;
  const ticket = await readPausedTicket(database, call);
  return {
    form: call.form,
    startedAt: call.events[0]?.at.wall ?? null,
    seconds: Math.floor(callMs(call.events, clock.read()) / 1000),
    isRunning: isCallRunning(call.events),
    pausedTicket: ticket ? { id: ticket.id, number: ticket.number } : null,
  };
}

/**
 * A call begins: its time runs from now, and what ran before is paused at the same moment. One that is being taken down
 * already goes on as it is; a new one begins with `form`.
 */
export async function openCall(workbench: Workbench, form: CallForm): Promise<void> {
  await workbench.database.transaction().execute(async (trx) => {
    const call = await readPhoneCall(trx);
    if (call?.state === 'open') return;
    const at = workbench.clock.read();
    await runCall(workbench, trx, { state: 'open', form, events: [], heartbeat: at, pausedTimerId: null }, at);
  });
  announceTime(workbench);
}

/** Keeps what has been written so far. */
export async function keepCallForm({ database }: Workbench, form: CallForm): Promise<void> {
  await database.transaction().execute(async (trx) => {
    const call = await readPhoneCall(trx);
    if (call?.state === 'open') await writePhoneCall(trx, { ...call, form });
  });
}

/** Lets the time run again: of a call that stood still, or whose form was closed. Answers false where there is none. */
export async function goOnWithCall(workbench: Workbench): Promise<boolean> {
  const isThere = await workbench.database.transaction().execute(async (trx) => {
    const call = await readPhoneCall(trx);
    if (!call) return false;
    await runCall(workbench, trx, call, workbench.clock.read());
    return true;
  });
  announceTime(workbench);
  return isThere;
}

/**
 * The form is closed without registering. Its time is recorded nowhere, unless somebody says that it belongs to what was
 * paused for it; what was paused goes on. After less than a minute all is as if nobody had opened the form. What was
 * written is kept until the next call. Answers the seconds that were not recorded.
 */
export async function leaveCall(
  workbench: Workbench,
  { form, time }: { readonly form: CallForm; readonly time: CallTime },
): Promise<{ readonly lostSeconds: number }> {
  const lostMs = await workbench.database.transaction().execute(async (trx) => {
    const kept = await readPhoneCall(trx);
    if (kept?.state !== 'open') return 0;
    const at = workbench.clock.read();
    const call = callUpToDate(workbench, { ...kept, form }, at);
    const spentMs = callMs(call.events, at);
    const ticket = await readPausedTicket(trx, call);
    const isGlimpse = isCallRunning(call.events) && spentMs < SHORTEST_CALL_MS;
    const left = { ...call, state: 'left' as const, pausedTimerId: null };
    if (ticket !== undefined && (time === 'paused-ticket' || isGlimpse)) {
      await giveCallTo(workbench, trx, { call, ticketId: ticket.id, at });
      await writePhoneCall(trx, { ...left, events: [] });
      return 0;
    }
    await writePhoneCall(trx, { ...left, events: [...call.events, ...planCallPause(call.events, at)] });
    await goOnWithPaused(workbench, trx, call, at);
    return spentMs;
  });
  announceTime(workbench);
  return { lostSeconds: Math.floor(lostMs / 1000) };
}

/**
 * The call is about a ticket that is here: its time goes there, whose timer goes on with it. What was written is kept as
 * that of a form that was closed.
 */
export async function moveCall(
  workbench: Workbench,
  { form, ticketId }: { readonly form: CallForm; readonly ticketId: TicketId },
): Promise<Outcome<{ readonly seconds: number }, { kind: 'not-found' }>> {
  const seconds = await workbench.database.transaction().execute(async (trx) => {
    if ((await readTicket(trx, ticketId)) === undefined) return null;
    const call = await readPhoneCall(trx);
    if (call?.state !== 'open') return 0;
    const at = workbench.clock.read();
    await giveCallTo(workbench, trx, { call, ticketId, at });
    await writePhoneCall(trx, { ...call, state: 'left', form, events: [], pausedTimerId: null });
    return Math.floor(callMs(call.events, at) / 1000);
  });
  if (seconds === null) return fail({ kind: 'not-found' });
  announceTime(workbench);
  return succeed({ seconds });
}

function announceTime({ announce }: Workbench): void {
  announce.timersChanged();
  announce.queueChanged();
}
