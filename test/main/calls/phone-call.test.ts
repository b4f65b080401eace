import { customerIdSchema, type TicketId } from '@core/ids';
import { EMPTY_CALL_FORM } from '@core/ticket/call-form';
import { computeTimerIntervals, workedMs } from '@core/timer/timer-intervals';
import { expect, it } from 'vitest';
import { insertCustomer } from '../../../src/main/db/queries/customers';
import { readTicket } from '../../../src/main/db/queries/tickets';
import { listOpenTimers, readRunningTimer, readTimerEvents } from '../../../src/main/db/queries/timers';
import { pauseTimer } from '../../../src/main/usecases/pause-timer';
import {
  goOnWithCall,
  keepCallForm,
  leaveCall,
  moveCall,
  openCall,
  readCall,
} from '../../../src/main/usecases/phone-call';
import { readCallCustomer } from '../../../src/main/usecases/read-call-customer';
import { readDetails } from '../../../src/main/usecases/read-details';
import { recoverTimers } from '../../../src/main/usecases/recover-timers';
import { registerCall } from '../../../src/main/usecases/register-call';
import { unregisterTicket } from '../../../src/main/usecases/register-ticket';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { HOUR, MINUTE } from '../../support/hand-clock';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { loopOf, startWithTickets } from '../../support/sync-bench';
import { copyAsKilled, openWorkbench, type TestWorkbench, work } from '../../support/workbench';

const CALL = { ...EMPTY_CALL_FORM, title: 'Kassan startar inte', contactName: 'Anna Berg' };

async function start() {
  const bench = await startWithTickets('Order', 'Frakt');
  await loopOf(bench).run();
  const [{ id: first }, second] = bench.tickets;
  const known = await readTicket(bench.workbench.database, first);
  const customerId = customerIdSchema.parse(bench.workbench.newId());
  await insertCustomer(bench.workbench.database, customerId, 'Norrskenets Cykel AB');
  return {
    ...bench,
    first,
    second: second?.id ?? expect.fail(),
    customerId,
    groupRemoteId: known?.groupRemoteId ?? expect.fail(),
  };
}

/** Minutes of work by ticket, in all timers that are not stopped. */
async function minutesOn({ database, clock }: TestWorkbench, ticketId: TicketId): Promise<number> {
  let sum = 0;
  for (const { id, ticketId: of } of await listOpenTimers(database)) {
    if (of === ticketId) sum += workedMs(computeTimerIntervals(await readTimerEvents(database, id), clock.read()));
  }
  return sum / MINUTE;
}

it('counts a call from the moment its form opened, and what ran before up to that moment', async () => {
  const { workbench, first, groupRemoteId, customerId } = await start();
  expectValue(await startTimer(workbench, first));
  await work(workbench, 3 * MINUTE);
  await openCall(workbench, EMPTY_CALL_FORM);
  await work(workbench, 6 * MINUTE);
  expect(await readCall(workbench)).toMatchObject({ seconds: 360, isRunning: true, pausedTicket: { id: first } });
  const { ticketId } = expectValue(await registerCall(workbench, { ...CALL, customerId, groupRemoteId }));
  await work(workbench, 4 * MINUTE);
  expect(await minutesOn(workbench, first)).toBe(3);
  expect(await minutesOn(workbench, ticketId)).toBe(10);
  expect((await readRunningTimer(workbench.database))?.ticketId).toBe(ticketId);
  expect(await readCall(workbench)).toBeUndefined();
});

it('keeps words and time through a kill, up to the last sign of life', async () => {
  const { workbench, groupRemoteId } = await start();
  await openCall(workbench, EMPTY_CALL_FORM);
  await work(workbench, 5 * MINUTE);
  await keepCallForm(workbench, CALL);
  const again = openWorkbench({ folder: copyAsKilled(workbench), clock: workbench.clock });
  again.clock.pass(2 * HOUR);
  await recoverTimers(again);
  expect(await readCall(again)).toMatchObject({ form: CALL, seconds: 300, isRunning: false });
  again.clock.pass(MINUTE);
  expect(await goOnWithCall(again)).toBe(true);
  await work(again, 2 * MINUTE);
  const { ticketId } = expectValue(await registerCall(again, { ...CALL, groupRemoteId }));
  expect(await minutesOn(again, ticketId)).toBe(7);
});

it('records nothing of a call that is left, and takes up what ran before', async () => {
  const { workbench, first } = await start();
  expectValue(await startTimer(workbench, first));
  await work(workbench, 3 * MINUTE);
  await openCall(workbench, EMPTY_CALL_FORM);
  await work(workbench, 6 * MINUTE);
  expect(await leaveCall(workbench, { form: CALL, time: 'nowhere' })).toEqual({ lostSeconds: 360 });
  await work(workbench, 4 * MINUTE);
  expect(await minutesOn(workbench, first)).toBe(7);
  expect(await readCall(workbench)).toBeUndefined();

  // Opened again it has its words and its time, and runs on.
  expect(await goOnWithCall(workbench)).toBe(true);
  await work(workbench, MINUTE);
  expect(await readCall(workbench)).toMatchObject({ form: CALL, seconds: 420, isRunning: true });
  expect(await minutesOn(workbench, first)).toBe(7);
});

it('gives the time of a call that is left to what ran before, if somebody says so or had only looked', async () => {
  const { workbench, first } = await start();
  expectValue(await startTimer(workbench, first));
  await openCall(workbench, EMPTY_CALL_FORM);
  await work(workbench, 6 * MINUTE);
  expect(await leaveCall(workbench, { form: CALL, time: 'paused-ticket' })).toEqual({ lostSeconds: 0 });
  expect(await minutesOn(workbench, first)).toBe(6);
  await openCall(workbench, EMPTY_CALL_FORM);
  await work(workbench, MINUTE / 2);
  expect(await leaveCall(workbench, { form: EMPTY_CALL_FORM, time: 'nowhere' })).toEqual({ lostSeconds: 0 });
  await work(workbench, MINUTE / 2);
  expect(await minutesOn(workbench, first)).toBe(7);
});

it('carries the time over to a ticket that is there already, also to the one that ran before', async () => {
  const { workbench, first, second } = await start();
  expectValue(await startTimer(workbench, first));
  await work(workbench, 3 * MINUTE);
  await openCall(workbench, EMPTY_CALL_FORM);
  await work(workbench, 6 * MINUTE);
  expect(expectValue(await moveCall(workbench, { form: CALL, ticketId: second }))).toEqual({ seconds: 360 });
  await work(workbench, MINUTE);
  await openCall(workbench, EMPTY_CALL_FORM);
  await work(workbench, 2 * MINUTE);
  expectValue(await moveCall(workbench, { form: CALL, ticketId: second }));
  expect([await minutesOn(workbench, first), await minutesOn(workbench, second)]).toEqual([3, 9]);
  expect(await listOpenTimers(workbench.database)).toHaveLength(2);
});

it('stands still while another timer is started, and loses nothing when it is given to that one afterwards', async () => {
  const { workbench, first } = await start();
  await openCall(workbench, EMPTY_CALL_FORM);
  await work(workbench, 2 * MINUTE);
  const { timerId } = expectValue(await startTimer(workbench, first, { earlierMinutes: 10 }));
  await work(workbench, 3 * MINUTE);
  expect(await readCall(workbench)).toMatchObject({ seconds: 120, isRunning: false });
  expectValue(await pauseTimer(workbench, timerId));
  await goOnWithCall(workbench);
  await work(workbench, MINUTE);
  expectValue(await moveCall(workbench, { form: CALL, ticketId: first }));
  expect(await minutesOn(workbench, first)).toBe(6);
});

it('without the timer records nothing, and what ran before goes on', async () => {
  const { workbench, first, groupRemoteId } = await start();
  expectValue(await startTimer(workbench, first));
  await openCall(workbench, EMPTY_CALL_FORM);
  await work(workbench, 5 * MINUTE);
  const { ticketId } = expectValue(await registerCall(workbench, { ...CALL, groupRemoteId, startsTimer: false }));
  await work(workbench, MINUTE);
  expect([await minutesOn(workbench, first), await minutesOn(workbench, ticketId)]).toEqual([1, 0]);
});

it('fills what a good ticket holds, and its description', async () => {
  const { workbench, groupRemoteId, customerId } = await start();
  await openCall(workbench, EMPTY_CALL_FORM);
  const form = {
    ...CALL,
    customerId,
    groupRemoteId,
    contactTelephone: '070-123 45 67',
    preferredContact: 'telephone' as const,
    description: 'Står still sedan i morse.',
    where: 'S00042, Kassa Lund',
    done: 'Startade <kassan>',
    happened: 'Vit skärm',
    expected: 'Inloggningen',
  };
  const { ticketId } = expectValue(await registerCall(workbench, form));
  const details = await readDetails(workbench, ticketId, 'Fyra');
  expect(details?.intake).toMatchObject({ missing: ['screen-dump'], contactMethod: 'telephone' });
  expect(details?.steps).toEqual({ done: form.done, happened: form.happened, expected: form.expected });
  expect(details?.typedReferences).toEqual(['Kassa Lund', 'S00042']);
  const ticket = await readTicket(workbench.database, ticketId);
  expect(ticket?.descriptionHtml).toContain('Startade &lt;kassan&gt;');
  expect(ticket?.descriptionHtml).toContain('Kassa Lund');
  expect(ticket).toMatchObject({ contactName: 'Anna Berg', contactPhone: '070-123 45 67' });
  const card = await readCallCustomer(workbench, customerId);
  expect(card.contacts).toContainEqual({ name: 'Anna Berg', email: '', telephone: '070-123 45 67' });
  expect(card.openTicketCount).toBeGreaterThan(0);
});

it('writes down that the customer called to go first, and what was decided', async () => {
  const { workbench, groupRemoteId } = await start();
  const decided = async (escalation: 'requested' | 'accepted' | 'declined') => {
    await openCall(workbench, EMPTY_CALL_FORM);
    const form = { ...CALL, groupRemoteId, escalation, escalationReason: 'Butiken är stängd' };
    const { ticketId } = expectValue(await registerCall(workbench, form));
    return (await readTicket(workbench.database, ticketId))?.escalationKind;
  };
  expect([await decided('requested'), await decided('accepted'), await decided('declined')]).toEqual([
    'requested',
    'accepted',
    'none',
  ]);
});

it('changes nothing where the ticket cannot be registered', async () => {
  const { workbench } = await start();
  await openCall(workbench, CALL);
  await work(workbench, MINUTE);
  expect(expectFailure(await registerCall(workbench, { ...CALL, groupRemoteId: 424_242 }))).toEqual({
    kind: 'not-found',
  });
  expect(await readCall(workbench)).toMatchObject({ form: CALL, seconds: 60, isRunning: true });
  expect(await listOpenTimers(workbench.database)).toEqual([]);
});

it('can be taken back with what was noted, as long as no time is on it', async () => {
  const { workbench, groupRemoteId } = await start();
  await openCall(workbench, EMPTY_CALL_FORM);
  const form = { ...CALL, groupRemoteId, where: 'S00042', done: 'Allt', startsTimer: false };
  const { ticketId } = expectValue(await registerCall(workbench, form));
  expect(await unregisterTicket(workbench, ticketId)).toBe(true);
  expect(await readTicket(workbench.database, ticketId)).toBeUndefined();
});
