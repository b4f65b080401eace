import type { RequestName } from '@ipc/contract';
import { describe, expect, it } from 'vitest';
import { answerTo, ask, openWithTicket } from '../../support/ask';
import { odooErrorFault } from '../../support/fault';
import { MINUTE, SECOND } from '../../support/hand-clock';
import { linesOnPortal } from '../../support/sync-bench';
import { fileScreenshot } from '../../support/workbench-acts';
import { firstOf } from '../../support/workbench-rows';

const A_UUID = '01970000-0000-7000-8000-000000000000';

describe('a request without a portal in use', () => {
  it.each<[RequestName, unknown]>([
    ['queue:list', { view: 'working', search: '' }],
    ['ticket:read', { ticketId: A_UUID }],
    ['timer:read', {}],
    ['timer:start', { ticketId: A_UUID }],
    ['timesheet:describe', { lineId: A_UUID, description: 'x', kindOfWork: 'internal' }],
    ['timesheet:read', { from: '2026-11-23', to: '2026-11-29' }],
    ['timesheet:delete', { lineIds: [A_UUID] }],
    ['timesheet:undo', {}],
    ['timesheet:suggest', { ticketId: null }],
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
    expect(await answerTo(session, 'queue:counts', { scope: 'mine' })).toMatchObject({ working: 1, all: 1 });
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
    const lineId = firstOf((await answerTo(session, 'timer:stop', stopped)).lineIds);
    const lines = async () => (await answerTo(session, 'ticket:read', { ticketId: ticket.id })).lines;
    expect(await lines()).toMatchObject([{ id: lineId, workedSeconds: 80, sync: 'needs-description' }]);
    await answerTo(session, 'timesheet:describe', { ...stopped, lineId, description: 'Felsökning' });
    expect(await lines()).toMatchObject([{ sync: 'waiting' }]);
    await answerTo(session, 'sync:now', {});
    expect(await lines()).toMatchObject([{ sync: 'sent' }]);
  });

  it('is the timesheet, through everything a person does to its lines', async () => {
    const { session, ticket } = await openWithTicket();
    const day = '2026-11-23';
    const startedAt = session.clock.read().wall;
    const time = { kind: 'intervals', intervals: [{ startedAt, durationMs: 60 * MINUTE }] };
    const target = { kind: 'ticket', ticketId: ticket.id };
    const line = { target, date: day, time, description: 'Felsökning', kindOfWork: 'general-user-support' };
    const { lineId } = await answerTo(session, 'timesheet:add', line);
    expect(await ask(session, 'timesheet:add', line)).toMatchObject({ ok: false, code: 'line-overlaps' });
    const read = async () => {
      const { days, undo } = await answerTo(session, 'timesheet:read', { from: day, to: day });
      return { minutes: days.flatMap(({ lines }) => lines.map((one) => one.workedSeconds / 60)), undo: undo?.kind };
    };
    await answerTo(session, 'timesheet:edit', { lineId, time: { kind: 'duration', workedSeconds: 5400 } });
    expect(await read()).toEqual({ minutes: [90], undo: 'edit' });
    await answerTo(session, 'timesheet:split', { lineId, where: { kind: 'after', seconds: 600 } });
    expect(await read()).toEqual({ minutes: [10, 80], undo: 'split' });
    const where = { kind: 'at', at: startedAt };
    expect(await ask(session, 'timesheet:split', { lineId, where })).toMatchObject({ ok: false, code: 'time-invalid' });
    const { days } = await answerTo(session, 'timesheet:read', { from: day, to: day });
    await answerTo(session, 'timesheet:merge', { lineIds: days.flatMap(({ lines }) => lines.map(({ id }) => id)) });
    expect(await read()).toEqual({ minutes: [90], undo: 'merge' });
    await answerTo(session, 'timesheet:duplicate', { lineId, date: day });
    expect(await read()).toEqual({ minutes: [90, 90], undo: 'duplicate' });
    await answerTo(session, 'timesheet:delete', { lineIds: [lineId] });
    expect(await read()).toEqual({ minutes: [90], undo: 'delete' });
    await answerTo(session, 'timesheet:undo', {});
    expect(await read()).toEqual({ minutes: [90, 90], undo: 'duplicate' });
    await answerTo(session, 'timesheet:redo', {});
    expect(await read()).toEqual({ minutes: [90], undo: 'delete' });
    expect(await answerTo(session, 'timesheet:suggest', { ticketId: ticket.id })).toMatchObject({
      recent: ['Felsökning'],
    });
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
