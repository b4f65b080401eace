import type { TicketId } from '@core/ids';
import { externalIdOf } from '@core/sync/exactly-once';
import { describe, expect, it, vi } from 'vitest';
import { readTicket } from '../../../src/main/db/queries/tickets';
import { registerTicket, type TicketToRegister, unregisterTicket } from '../../../src/main/usecases/register-ticket';
import { writeMessage } from '../../../src/main/usecases/write-message';
import { type Fault, odooErrorFault } from '../../support/fault';
import { MINUTE } from '../../support/hand-clock';
import { edit, operationsIn, settle } from '../../support/line-acts';
import { expectFailure, expectValue, portalOf } from '../../support/portal-bench';
import {
  linesOnPortal,
  loopOf,
  messagesOnPortal,
  pushFrom,
  startWithTickets,
  ticketHere,
} from '../../support/sync-bench';
import { changeHere, changeThere, fieldsHere, ticketOperationsIn, ticketThere } from '../../support/ticket-acts';
import { readElsewhere, readEverything } from '../../support/workbench-file';
import { addLine } from '../../support/workbench-rows';

const LOAD = { path: '/project.task/load' };
const LOST: Fault[] = [{ kind: 'lose-request' }, { kind: 'lose-answer' }, { kind: 'cut-answer' }];

async function startSynced() {
  const bench = await startWithTickets('Order');
  await loopOf(bench).run();
  const known = await readTicket(bench.workbench.database, bench.tickets[0].id);
  const groupRemoteId = known?.groupRemoteId ?? expect.fail();
  const register = async (changes: Partial<TicketToRegister> = {}) =>
    expectValue(
      await registerTicket(bench.workbench, {
        title: 'Kassan startar inte',
        description: 'Kunden ringde.\n\nFelet kom i morse.',
        customerId: null,
        groupRemoteId,
        tagRemoteIds: [],
        ...changes,
      }),
    );
  /** The tickets of this title on the portal. */
  const registeredThere = async (title = 'Kassan startar inte') => {
    const request = { changedSince: null, after: null, pageSize: 100 };
    const { rows } = expectValue(await portalOf(bench.practice).readTickets(request));
    return rows.filter((ticket) => ticket.title === title);
  };
  const here = async (id: TicketId) => (await readTicket(bench.workbench.database, id)) ?? expect.fail();
  return { ...bench, register, registeredThere, here, groupRemoteId };
}

describe('a ticket that is registered here', () => {
  it('is in my queue at once, under a number of this computer, and on the portal after a sync', async () => {
    const bench = await startSynced();
    const { ticketId, number } = await bench.register();
    expect(number).toBe('N-1');
    expect(await bench.here(ticketId)).toMatchObject({ isAssignedToMe: 1, state: 'working', remoteId: null });
    expect(ticketOperationsIn(bench)).toEqual(['create-ticket waiting']);
    await settle(bench);
    const [there, ...others] = await bench.registeredThere();
    expect(others).toEqual([]);
    expect(there).toMatchObject({ isAssignedToMe: true, stage: { name: 'Ny' }, resolution: 'open' });
    expect(there?.descriptionHtml).toContain('<p>Felet kom i morse.</p>');
    expect(await bench.here(ticketId)).toMatchObject({
      remoteId: there?.remoteId,
      number: `S-${there?.remoteId}`,
      stageName: 'Ny',
    });
    const before = readEverything(bench.workbench.file);
    await settle(bench);
    expect(readEverything(bench.workbench.file)).toEqual(before);
  });

  it('counts up as long as the portal has none of them', async () => {
    const bench = await startSynced();
    expect((await bench.register()).number).toBe('N-1');
    expect((await bench.register({ title: 'Ett annat' })).number).toBe('N-2');
  });

  it('takes its time, messages and changes along, each once', async () => {
    const bench = await startSynced();
    const { ticketId } = await bench.register();
    await addLine(bench.workbench, ticketId, { workedSeconds: 1800, description: 'Samtal' });
    expectValue(await writeMessage(bench.workbench, { ticketId, text: 'Vi tittar på det.', isInternalNote: false }));
    await changeHere(bench, { id: ticketId }, { title: 'Kassan i butiken' });
    // A line waits for the ticket; a message is put behind it.
    expect(operationsIn(bench)).toEqual(['create-ticket waiting', 'post-message waiting']);
    await settle(bench);
    const [there] = await bench.registeredThere('Kassan i butiken');
    const both = await ticketHere(bench.workbench, there?.remoteId ?? expect.fail());
    expect(both.id).toBe(ticketId);
    expect(await linesOnPortal(bench, both)).toMatchObject([{ description: 'Samtal', workedSeconds: 1800 }]);
    expect(await messagesOnPortal(bench, both)).toHaveLength(1);
    expect(operationsIn(bench)).toEqual(['create-ticket done', 'post-message done', 'create done']);
  });

  it('lets a line that is on the portal be moved to it, and keeps that line there until it can follow', async () => {
    const bench = await startSynced();
    const line = await addLine(bench.workbench, bench.tickets[0].id, { workedSeconds: 1800, description: 'Samtal' });
    await settle(bench);
    const { ticketId } = await bench.register();
    bench.proxy.inject({ kind: 'lose-request' }, LOAD);
    await edit(bench, line, { target: { kind: 'ticket', ticketId } });
    await pushFrom(bench);
    expect(await linesOnPortal(bench, bench.tickets[0])).toHaveLength(1);
    await settle(bench);
    expect(await linesOnPortal(bench, bench.tickets[0])).toEqual([]);
    const { remoteId } = await bench.here(ticketId);
    expect(await linesOnPortal(bench, { id: ticketId, remoteId: remoteId ?? expect.fail() })).toHaveLength(1);
  });

  it.each(LOST)('is created once when its request or answer is lost ($kind)', async (fault) => {
    const bench = await startSynced();
    const { ticketId } = await bench.register();
    await addLine(bench.workbench, ticketId, { workedSeconds: 1800, description: 'Samtal' });
    bench.proxy.inject(fault, LOAD);
    expect(await pushFrom(bench)).toMatchObject({ kind: 'unreachable' });
    // Changed while nobody knows whether it arrived.
    await changeHere(bench, { id: ticketId }, { priority: '1' });
    await loopOf(bench).run();
    await settle(bench);
    const there = await bench.registeredThere();
    expect(there).toMatchObject([{ priority: '1' }]);
    expect(readElsewhere(bench.workbench.file, 'SELECT count(*) AS count FROM ticket')).toEqual([{ count: 2 }]);
    expect(await linesOnPortal(bench, { id: ticketId, remoteId: there[0]?.remoteId ?? expect.fail() })).toHaveLength(1);
  });

  it('whose answer was lost is looked for before anything is brought, so that it is not here twice', async () => {
    const bench = await startSynced();
    await bench.register();
    bench.proxy.inject({ kind: 'lose-answer' }, LOAD);
    // The attempt is put off by the failure; the next sync does not wait for that.
    await pushFrom(bench, { random: () => 0.999 });
    const loop = loopOf(bench);
    loop.start(60, 0);
    await vi.waitFor(() => expect(loop.lastSuccessAt()).not.toBeNull());
    expect(readElsewhere(bench.workbench.file, 'SELECT count(*) AS count FROM ticket')).toEqual([{ count: 2 }]);
    expect(await bench.registeredThere()).toHaveLength(1);
  });

  it('whose answer was lost is not brought a second time by the look before lines are sent', async () => {
    const bench = await startSynced();
    await bench.register();
    bench.proxy.inject({ kind: 'lose-answer' }, LOAD);
    await pushFrom(bench);
    await addLine(bench.workbench, bench.tickets[0].id, { workedSeconds: 600, description: 'Annat' });
    const loop = loopOf(bench);
    await loop.run();
    expect(loop.connection()).toEqual({ kind: 'online' });
    expect(readElsewhere(bench.workbench.file, 'SELECT count(*) AS count FROM ticket')).toEqual([{ count: 2 }]);
    expect(await bench.registeredThere()).toHaveLength(1);
  });

  it('is not forgotten to have been sent when the key is refused right after its creation', async () => {
    const bench = await startSynced();
    const { ticketId } = await bench.register();
    await addLine(bench.workbench, bench.tickets[0].id, { workedSeconds: 600, description: 'Annat' });
    bench.proxy.inject(odooErrorFault(401, 'werkzeug.exceptions.Unauthorized', 'Invalid apikey'), {
      path: '/project.task/search_read',
    });
    await pushFrom(bench);
    expect(ticketOperationsIn(bench)).toEqual(['create-ticket in-flight']);
    const loop = loopOf(bench);
    await loop.run();
    expect(loop.connection()).toEqual({ kind: 'online' });
    expect((await bench.here(ticketId)).remoteId).not.toBeNull();
    expect(await bench.registeredThere()).toHaveLength(1);
  });

  it('that was created without an answer keeps what a colleague changed there since', async () => {
    const bench = await startSynced();
    const { ticketId } = await bench.register();
    bench.proxy.inject({ kind: 'lose-answer' }, LOAD);
    await pushFrom(bench);
    const [there] = await bench.registeredThere();
    await changeThere(bench, there ?? expect.fail(), { priority: '2' });
    await changeHere(bench, { id: ticketId }, { title: 'Kassan i butiken' });
    await settle(bench);
    expect(await ticketThere(bench, there ?? expect.fail())).toMatchObject({
      title: 'Kassan i butiken',
      priority: '2',
    });
    expect(await fieldsHere(bench, { id: ticketId })).toMatchObject({ title: 'Kassan i butiken', priority: '2' });
  });

  it('is known again when an earlier attempt at it arrives late, and says what it was changed to since', async () => {
    const bench = await startSynced();
    const { ticketId } = await bench.register({ title: 'Först' });
    bench.proxy.inject({ kind: 'lose-request' }, LOAD);
    await pushFrom(bench);
    await changeHere(bench, { id: ticketId }, { title: 'Sedan' });
    bench.workbench.clock.pass(10 * MINUTE);
    bench.proxy.inject({ kind: 'lose-request' }, LOAD);
    await pushFrom(bench);
    expectValue(
      await portalOf(bench.practice).createTicket({
        externalId: externalIdOf(ticketId),
        title: 'Först',
        descriptionHtml: (await bench.here(ticketId)).descriptionHtml,
        groupRemoteId: bench.groupRemoteId,
        customerRemoteId: null,
        stageRemoteId: null,
        priority: '0',
        tagRemoteIds: [],
        assigneeRemoteIds: (await fieldsHere(bench, { id: ticketId })).assigneeRemoteIds,
      }),
    );
    await settle(bench);
    expect(await bench.registeredThere('Först')).toEqual([]);
    expect(await bench.registeredThere('Sedan')).toHaveLength(1);
    expect(await fieldsHere(bench, { id: ticketId })).toMatchObject({ title: 'Sedan' });
  });

  it('that the portal refuses is parked with its words, and only what is on it waits', async () => {
    const bench = await startSynced();
    const { ticketId } = await bench.register();
    expectValue(await writeMessage(bench.workbench, { ticketId, text: 'Hej', isInternalNote: true }));
    await addLine(bench.workbench, bench.tickets[0].id, { workedSeconds: 600, description: 'Annat' });
    bench.proxy.inject(odooErrorFault(403, 'odoo.exceptions.AccessError', 'No new tasks for you.'), LOAD);
    expect(await pushFrom(bench)).toBeNull();
    expect(operationsIn(bench)).toEqual(['create-ticket parked', 'post-message waiting', 'create done']);
    // Taken up again by a person, it goes through with what waited for it.
    await bench.workbench.database
      .updateTable('outbox')
      .set({ state: 'in-flight' })
      .where('state', '=', 'parked')
      .execute();
    await settle(bench);
    expect(await bench.registeredThere()).toHaveLength(1);
    expect(operationsIn(bench)).toEqual(['create-ticket done', 'post-message done', 'create done']);
  });

  it('can be taken back as long as the portal cannot have it and nothing is on it', async () => {
    const bench = await startSynced();
    const { ticketId } = await bench.register();
    expect(await unregisterTicket(bench.workbench, ticketId)).toBe(true);
    expect(await readTicket(bench.workbench.database, ticketId)).toBeUndefined();
    expect(ticketOperationsIn(bench)).toEqual([]);

    const sent = await bench.register({ title: 'Skickat' });
    bench.proxy.inject({ kind: 'lose-request' }, LOAD);
    await pushFrom(bench);
    expect(await unregisterTicket(bench.workbench, sent.ticketId)).toBe(false);

    const worked = await bench.register();
    await addLine(bench.workbench, worked.ticketId, { workedSeconds: 60 });
    expect(await unregisterTicket(bench.workbench, worked.ticketId)).toBe(false);
  });

  it('needs a project that the portal has, and a sync before', async () => {
    const bench = await startWithTickets('Order');
    const request = { title: 'x', description: '', customerId: null, groupRemoteId: 1, tagRemoteIds: [] };
    expect(expectFailure(await registerTicket(bench.workbench, request)).kind).toBe('not-brought-yet');
    await loopOf(bench).run();
    const elsewhere = { ...request, groupRemoteId: 987_654 };
    expect(expectFailure(await registerTicket(bench.workbench, elsewhere)).kind).toBe('not-found');
  });
});
