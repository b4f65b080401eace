import { succeed } from '@core/outcome';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { IdPage, PortalResult } from '../../../src/main/portal/portal';
import { isSweepDue, sweep } from '../../../src/main/sync/sweep';
import { readLineConflicts } from '../../../src/main/usecases/read-line-conflicts';
import { sendLineAgain } from '../../../src/main/usecases/send-line-again';
import { undoChange } from '../../../src/main/usecases/undo-change';
import { HOUR, MINUTE } from '../../support/hand-clock';
import { deleteOnPortal, edit, lineHere, operationsIn, sentLine, shortlyOnPortal } from '../../support/line-acts';
import { callPortal, expectFailure, expectValue } from '../../support/portal-bench';
import { workAsColleague } from '../../support/portal-colleague';
import {
  type BothTicket,
  loopOf,
  pullInto,
  pushFrom,
  type SyncBench,
  startWithTickets,
} from '../../support/sync-bench';
import { readElsewhere } from '../../support/workbench-file';
import { addLine } from '../../support/workbench-rows';

function sweepOf({ workbench, portal, employeeId }: SyncBench) {
  const { database, newId, calendar } = workbench;
  const now = () => workbench.clock.read().wall;
  return sweep({ database, portal, employeeId, now, newId, requiresDescription: () => true, calendar });
}

const nothingListed = async (): Promise<PortalResult<IdPage>> => succeed({ ids: [], isLast: true });

const onTicket = (bench: SyncBench, { remoteId }: BothTicket, method: string, named: Record<string, unknown>) =>
  callPortal(
    bench.practice,
    bench.practice.apiKey,
    'project.task',
    method,
    { ids: [remoteId], ...named },
    z.literal(true),
  );

const ticketHere = ({ workbench }: SyncBench, { id }: BothTicket) =>
  readElsewhere(
    workbench.file,
    `SELECT is_assigned_to_me, gone_at IS NOT NULL AS is_gone, unlisted_seconds FROM ticket WHERE id = '${id}'`,
  );

describe('once a day the ids are compared', () => {
  it('at the first sync, and then not before a day has gone by', async () => {
    const bench = await startWithTickets('Order');
    const { database, clock } = bench.workbench;
    const isDue = () => isSweepDue(database, clock.read().wall);
    expect(await isDue()).toBe(true);
    const loop = loopOf(bench);
    await loop.run();
    expect(await isDue()).toBe(false);
    clock.pass(24 * HOUR - MINUTE);
    expect(await isDue()).toBe(false);
    clock.pass(MINUTE);
    expect(await isDue()).toBe(true);
    await loop.run();
    expect(await isDue()).toBe(false);
  });

  it('also where the clock was set back since', async () => {
    const bench = await startWithTickets('Order');
    await loopOf(bench).run();
    const { database, clock } = bench.workbench;
    clock.setWallBy(-HOUR);
    expect(await isSweepDue(database, clock.read().wall)).toBe(true);
  });

  it('and are compared again where the comparison was cut short', async () => {
    const bench = await startWithTickets('Order');
    bench.proxy.inject({ kind: 'lose-answer' }, { path: '/project.task/search' });
    const loop = loopOf(bench);
    await loop.run();
    expect(loop.connection().kind).toBe('unreachable');
    const { database, clock } = bench.workbench;
    expect(await isSweepDue(database, clock.read().wall)).toBe(true);
  });
});

describe('a ticket', () => {
  it('that was given to somebody else leaves the queue and stays here', async () => {
    const bench = await startWithTickets('Order', 'Other');
    const [ticket, other] = bench.tickets;
    await onTicket(bench, ticket, 'write', { vals: { user_ids: [[6, 0, []]] } });
    expect(expectValue(await sweepOf(bench))).toEqual([ticket.id]);
    expect(ticketHere(bench, ticket)).toEqual([{ is_assigned_to_me: 0, is_gone: 0, unlisted_seconds: 0 }]);
    expect(ticketHere(bench, other)).toEqual([{ is_assigned_to_me: 1, is_gone: 0, unlisted_seconds: 0 }]);
  });

  it('that is gone leaves the queue too, and keeps the work that waits on it', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const lineId = await addLine(bench.workbench, ticket.id);
    await onTicket(bench, ticket, 'unlink', {});
    await sweepOf(bench);
    expect(ticketHere(bench, ticket)).toMatchObject([{ is_assigned_to_me: 0, is_gone: 1 }]);
    await pushFrom(bench);
    expect(operationsIn(bench)).toEqual(['create parked']);
    expect((await lineHere(bench, lineId)).deletedAt).toBeNull();
  });

  it('that can be read again is mine again', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const nobodys = {
      ...bench.portal,
      listTicketIds: nothingListed,
    };
    await sweepOf({ ...bench, portal: { ...nobodys, readTicketsById: async () => succeed([]) } });
    expect(ticketHere(bench, ticket)).toMatchObject([{ is_gone: 1 }]);
    bench.workbench.clock.pass(MINUTE);
    await onTicket(bench, ticket, 'write', { vals: { name: 'Order igen' } });
    await pullInto(bench);
    expect(ticketHere(bench, ticket)).toMatchObject([{ is_assigned_to_me: 1, is_gone: 0 }]);
  });
});

describe('a line that was deleted on the portal', () => {
  it("is taken away here where it is a colleague's, and no longer counted", async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const remoteId = await workAsColleague(bench, ticket.remoteId);
    bench.workbench.clock.pass(MINUTE);
    await pullInto(bench);
    const key = bench.practice.colleagueApiKey;
    await callPortal(bench.practice, key, 'account.analytic.line', 'unlink', { ids: [remoteId] }, z.literal(true));
    expect(expectValue(await sweepOf(bench))).toEqual([ticket.id]);
    expect(readElsewhere(bench.workbench.file, 'SELECT id FROM timesheet_line')).toEqual([]);
    expect(ticketHere(bench, ticket)).toMatchObject([{ unlisted_seconds: 0 }]);
  });

  it('stays here where it is mine, and is not sent again by itself', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await deleteOnPortal(bench, line.remoteId);
    expect(expectValue(await sweepOf(bench))).toEqual([ticket.id]);
    expect(await lineHere(bench, line.id)).toMatchObject({ deletedAt: null, portalValues: null });
    await edit(bench, line.id, { time: { kind: 'duration', workedSeconds: 600 } });
    await pushFrom(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual([]);
  });

  it('is sent once more as a new line when I say so, and that can be taken back', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket, { workedSeconds: 1_800, description: 'Felsökning' });
    expect(expectFailure(await sendLineAgain(bench.workbench, line.id))).toEqual({ kind: 'not-found' });
    await deleteOnPortal(bench, line.remoteId);
    await sweepOf(bench);
    expectValue(await sendLineAgain(bench.workbench, line.id));
    await pushFrom(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 30 Felsökning']);
    expectValue(await undoChange(bench.workbench));
    await pushFrom(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual([]);
    expect(await lineHere(bench, line.id)).toMatchObject({ deletedAt: null, portalValues: null });
  });

  it('and was changed here meanwhile is kept, and asked about', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await edit(bench, line.id, { time: { kind: 'duration', workedSeconds: 600 } });
    await deleteOnPortal(bench, line.remoteId);
    await sweepOf(bench);
    // It is left to its own operation, with what the portal was last known to hold.
    expect((await lineHere(bench, line.id)).portalValues).not.toBeNull();
    await pushFrom(bench);
    expect(operationsIn(bench)).toEqual(['create done']);
    expect(await readLineConflicts(bench.workbench.database)).toMatchObject([{ kind: 'gone' }]);
    expect(await lineHere(bench, line.id)).toMatchObject({ deletedAt: null, workedSeconds: 600 });
  });

  it('is no deleted line where it was moved to a ticket that is not here', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    const elsewhere = { ...bench.portal, listTimesheetLineIds: nothingListed };
    expect(expectValue(await sweepOf({ ...bench, portal: elsewhere }))).toEqual([]);
    expect((await lineHere(bench, line.id)).portalValues).not.toBeNull();
  });
});
