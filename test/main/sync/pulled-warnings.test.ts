import { describe, expect, it } from 'vitest';
import { readTicketByRemoteId } from '../../../src/main/db/queries/tickets';
import { CUSTOMERS } from '../../../src/main/portal/practice/data/customers';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { readMeter } from '../../../src/main/usecases/ticket-figures';
import { odooErrorFault } from '../../support/fault';
import { HOUR, SECOND } from '../../support/hand-clock';
import { createTickets, expectValue } from '../../support/portal-bench';
import { hideColleaguesLines, workAsColleague } from '../../support/portal-colleague';
import { openTestSession, type TestSession } from '../../support/session';
import { setCustomer, startSyncBench } from '../../support/sync-bench';
import { addLine } from '../../support/workbench-rows';

/** A session whose portal has one ticket, of a customer on demand, that is here already. */
async function openWithTicket({ seesColleaguesLines = true, colleagueMinutes = 0 } = {}) {
  const bench = await startSyncBench();
  const [remoteId = 0] = await createTickets(bench.practice, ['Order']);
  await setCustomer(bench, remoteId, CUSTOMERS.boats.name);
  if (colleagueMinutes > 0) await workAsColleague(bench, remoteId, colleagueMinutes);
  const portal = seesColleaguesLines ? bench.portal : hideColleaguesLines(bench);
  const session = await openTestSession({ clock: bench.workbench.clock, portal });
  await session.sync.setOffline(false);
  await session.sync.run();
  return { bench, session, remoteId };
}

/** Time goes by and the session syncs. */
async function syncLater({ sync, clock }: TestSession) {
  clock.pass(SECOND);
  await sync.run();
  expect(sync.connection()).toEqual({ kind: 'online' });
}

async function ticketIn({ workbench }: TestSession, remoteId: number) {
  const ticket = await readTicketByRemoteId(workbench.database, remoteId);
  if (!ticket) throw new Error('The ticket is not here.');
  return ticket;
}

async function meterOn(session: TestSession, remoteId: number) {
  return readMeter(session.workbench.database, await ticketIn(session, remoteId), session.clock.read());
}

const spokenBy = ({ warnings }: TestSession) => warnings.map(({ thresholdPermille }) => thresholdPermille);

describe.each([
  ['as lines', true],
  ['only as a sum', false],
])('colleagues’ hours that the portal shows %s', (_how, seesColleaguesLines) => {
  it('raise a warning when a pull brings them, with no timer running', async () => {
    const { bench, session, remoteId } = await openWithTicket({ seesColleaguesLines });
    await workAsColleague(bench, remoteId, 3 * 60);
    await syncLater(session);
    expect(spokenBy(session)).toEqual([750]);
    await syncLater(session);
    expect(spokenBy(session)).toEqual([750]);
    await workAsColleague(bench, remoteId, 60);
    await syncLater(session);
    expect(spokenBy(session)).toEqual([750, 1000]);
  });

  it('raise none on a ticket that arrives with them, and the next threshold does', async () => {
    const { bench, session, remoteId } = await openWithTicket({ seesColleaguesLines, colleagueMinutes: 185 });
    expect((await meterOn(session, remoteId)).colleaguesSeconds).toBe(185 * 60);
    expect(session.warnings).toEqual([]);
    await syncLater(session);
    expect(session.warnings).toEqual([]);
    await workAsColleague(bench, remoteId, 30);
    await syncLater(session);
    expect(spokenBy(session)).toEqual([875]);
  });

  it('are counted once beside my own, before and after mine are sent', async () => {
    const { session, remoteId } = await openWithTicket({ seesColleaguesLines, colleagueMinutes: 60 });
    const { id } = await ticketIn(session, remoteId);
    await addLine(session.workbench, id, { workedSeconds: 1_800 });
    const colleaguesSeconds = 3_600;
    expect(await meterOn(session, remoteId)).toMatchObject({ colleaguesSeconds, notYetSentSeconds: 1_800 });
    for (const _sync of ['with the push', 'with nothing waiting', 'once more']) {
      await syncLater(session);
      expect(await meterOn(session, remoteId)).toMatchObject({
        colleaguesSeconds,
        mineSyncedSeconds: 1_800,
        notYetSentSeconds: 0,
        countedSeconds: 5_400,
      });
    }
  });

  it('are not mistaken for a line of mine that the portal has refused', async () => {
    const { bench, session, remoteId } = await openWithTicket({ seesColleaguesLines, colleagueMinutes: 60 });
    const { id } = await ticketIn(session, remoteId);
    await addLine(session.workbench, id, { workedSeconds: 1_800 });
    bench.proxy.inject(odooErrorFault(422, 'odoo.exceptions.ValidationError', 'No.'), { path: '/load' });
    await syncLater(session);
    expect(await meterOn(session, remoteId)).toMatchObject({ colleaguesSeconds: 3_600, notYetSentSeconds: 1_800 });
  });

  it('do not speak twice when a beat comes in the middle of a pull', async () => {
    const { bench, session, remoteId } = await openWithTicket({ seesColleaguesLines });
    await workAsColleague(bench, remoteId, 3 * 60);
    await syncLater(session);
    const { id } = await ticketIn(session, remoteId);
    expectValue(await startTimer(session.workbench, id));
    const syncing = syncLater(session);
    for (let beats = 0; beats < 20; beats += 1) await session.clock.beat();
    await syncing;
    await session.clock.beat();
    expect(spokenBy(session)).toEqual([750]);
  });
});

describe('my own time', () => {
  it('raises no second warning when it comes back with a pull', async () => {
    const { session, remoteId } = await openWithTicket();
    const { id } = await ticketIn(session, remoteId);
    await addLine(session.workbench, id, { workedSeconds: 3 * 3_600 });
    await syncLater(session);
    expect(spokenBy(session)).toEqual([750]);
    session.clock.pass(HOUR);
    await syncLater(session);
    expect(spokenBy(session)).toEqual([750]);
  });
});
