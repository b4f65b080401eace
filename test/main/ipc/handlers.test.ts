import { type RequestName, requests } from '@ipc/contract';
import { describe, expect, it } from 'vitest';
import { readTicketByRemoteId } from '../../../src/main/db/queries/tickets';
import { dispatch } from '../../../src/main/ipc/handle';
import { createHandlers } from '../../../src/main/ipc/handlers';
import type { AppParts } from '../../../src/main/ipc/parts';
import { odooErrorFault } from '../../support/fault-proxy';
import { MINUTE, SECOND } from '../../support/hand-clock';
import { createTickets } from '../../support/portal-bench';
import { openTestSession, type TestSession } from '../../support/session';
import { linesOnPortal, startSyncBench } from '../../support/sync-bench';
import { fileScreenshot } from '../../support/workbench-acts';

const A_UUID = '01970000-0000-7000-8000-000000000000';

/** The app with this session; whatever else is asked of it fails the test. */
function partsWith(session: TestSession | null): AppParts {
  const known: Partial<AppParts> = { session: () => session };
  return new Proxy(known as AppParts, {
    get: (parts, name) => {
      if (name === 'capture') return {};
      if (name in parts) return Reflect.get(parts, name);
      throw new Error(`${String(name)} was not to be asked for`);
    },
  });
}

/** Sends a request and answers its value, once that fits what the contract promises the window. */
async function ask<Name extends RequestName>(session: TestSession | null, name: Name, input: unknown) {
  const faults: unknown[] = [];
  const reply = await dispatch(createHandlers(partsWith(session)), name, input, (_name, error) => faults.push(error));
  expect(faults).toEqual([]);
  if (!reply.ok) return reply;
  return { ok: true as const, value: requests[name].output.parse(reply.value) };
}

async function answerTo<Name extends RequestName>(session: TestSession, name: Name, input: unknown) {
  const reply = await ask(session, name, input);
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.code}`);
  return reply.value as ReturnType<(typeof requests)[Name]['output']['parse']>;
}

/** A session whose portal has one ticket, which is here. */
async function openWithTicket() {
  const bench = await startSyncBench();
  const [remoteId = 0] = await createTickets(bench.practice, ['Order']);
  const session = await openTestSession({ clock: bench.workbench.clock, portal: bench.portal });
  await session.sync.setOffline(false);
  await session.sync.run();
  const ticket = await readTicketByRemoteId(session.workbench.database, remoteId);
  if (!ticket) throw new Error('The ticket is not here.');
  return { bench, session, ticket: { id: ticket.id, remoteId } };
}

describe('a request without a portal in use', () => {
  it.each<[RequestName, unknown]>([
    ['queue:list', { view: 'working', search: '' }],
    ['ticket:read', { ticketId: A_UUID }],
    ['timer:read', {}],
    ['timer:start', { ticketId: A_UUID }],
    ['timesheet:describe', { lineId: A_UUID, description: 'x', kindOfWork: 'internal' }],
    ['message:write', { ticketId: A_UUID, text: 'x', isInternalNote: false }],
    ['screenshot:read', { screenshotId: A_UUID }],
    ['sync:read', {}],
    ['sync:retry', { operationId: A_UUID }],
  ])('is refused as not connected: %s', async (name, input) => {
    expect(await ask(null, name, input)).toMatchObject({ ok: false, code: 'not-connected' });
  });
});

describe('what the window is told', () => {
  it('is the queue, with the running timer on its ticket', async () => {
    const { session, ticket } = await openWithTicket();
    await answerTo(session, 'timer:start', { ticketId: ticket.id });
    const queue = await answerTo(session, 'queue:list', { view: 'working', search: '' });
    expect(queue.rows).toMatchObject([{ id: ticket.id, title: 'Order', timer: 'running' }]);
    expect(queue.counts).toMatchObject({ working: 1, all: 1 });
  });

  it('is the timer from its start to its line', async () => {
    const { session, ticket } = await openWithTicket();
    const { timerId } = await answerTo(session, 'timer:start', { ticketId: ticket.id });
    for (let beats = 0; beats < 20; beats += 1) {
      session.clock.pass(4 * SECOND);
      await session.clock.beat();
    }
    expect((await answerTo(session, 'timer:read', {})).running).toMatchObject({ id: timerId, workedSeconds: 80 });
    await answerTo(session, 'timer:pause', { timerId });
    expect((await answerTo(session, 'timer:read', {})).paused).toMatchObject([{ id: timerId }]);
    await answerTo(session, 'timer:resume', { timerId });
    const stopped = { timerId, description: '', kindOfWork: 'general-user-support' };
    const { lineId } = await answerTo(session, 'timer:stop', stopped);
    const lines = async () => (await answerTo(session, 'ticket:read', { ticketId: ticket.id })).lines;
    expect(await lines()).toMatchObject([{ id: lineId, workedSeconds: 80, sync: 'needs-description' }]);
    await answerTo(session, 'timesheet:describe', { ...stopped, lineId, description: 'Felsökning' });
    expect(await lines()).toMatchObject([{ sync: 'waiting' }]);
    await answerTo(session, 'sync:now', {});
    expect(await lines()).toMatchObject([{ sync: 'sent' }]);
  });

  it('is the ticket with its messages and screen dumps, and how far they have come', async () => {
    const { session, ticket } = await openWithTicket();
    const text = { ticketId: ticket.id, text: 'Hej!', isInternalNote: true };
    await answerTo(session, 'message:write', text);
    const screenshotId = await fileScreenshot(session.workbench, ticket.id);
    const view = await answerTo(session, 'ticket:read', { ticketId: ticket.id });
    expect(view.messages.map(({ sync }) => sync)).toEqual(['waiting', 'waiting']);
    expect(view.screenshots).toMatchObject([{ id: screenshotId, state: 'saved', sync: 'waiting' }]);
    expect(await answerTo(session, 'screenshot:read', { screenshotId })).toMatchObject({ sync: 'waiting' });
    await answerTo(session, 'sync:now', {});
    const sent = await answerTo(session, 'ticket:read', { ticketId: ticket.id });
    expect(sent.messages.map(({ sync }) => sync)).toEqual(['sent', 'sent']);
    expect(sent.screenshots).toMatchObject([{ sync: 'sent' }]);
  });

  it('is what was parked with the server’s words, and a retry sends it', async () => {
    const { bench, session, ticket } = await openWithTicket();
    const { timerId } = await answerTo(session, 'timer:start', { ticketId: ticket.id });
    for (let beats = 0; beats < MINUTE / (4 * SECOND); beats += 1) {
      session.clock.pass(4 * SECOND);
      await session.clock.beat();
    }
    bench.proxy.inject(odooErrorFault(422, 'odoo.exceptions.ValidationError', 'Projektet är låst.'), { path: '/load' });
    await answerTo(session, 'timer:stop', { timerId, description: 'Felsökning', kindOfWork: 'internal' });
    await answerTo(session, 'sync:now', {});
    const parked = await answerTo(session, 'sync:read', {});
    expect(parked).toMatchObject({ parkedCount: 1, waitingCount: 0, connection: { kind: 'online' } });
    expect(parked.entries).toMatchObject([
      { kind: 'create-timesheet-line', state: 'parked', problem: 'Projektet är låst.', workedSeconds: 60 },
    ]);
    await answerTo(session, 'sync:retry', { operationId: parked.entries[0]?.id });
    expect(await answerTo(session, 'sync:read', {})).toMatchObject({ entries: [], parkedCount: 0 });
    expect(await linesOnPortal(bench, ticket)).toHaveLength(1);
  });
});
