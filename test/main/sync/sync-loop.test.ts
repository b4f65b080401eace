import { succeed } from '@core/outcome';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Portal } from '../../../src/main/portal/portal';
import { odooErrorFault } from '../../support/fault';
import { MINUTE, SECOND } from '../../support/hand-clock';
import { callPortal, portalOf } from '../../support/portal-bench';
import { linesOnPortal, loopOf, type SyncBench, startSyncBench, startWithTickets } from '../../support/sync-bench';
import { fileScreenshot, makePng, write } from '../../support/workbench-acts';
import { readElsewhere, readEverything } from '../../support/workbench-file';
import { addLine } from '../../support/workbench-rows';

const statesIn = ({ workbench }: SyncBench) =>
  readElsewhere(workbench.file, 'SELECT state FROM outbox ORDER BY sequence').map(({ state }) => state);

describe('a sync', () => {
  it('sends, then brings, and says so', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets, practice } = bench;
    await addLine(workbench, tickets[0].id);
    const renamed = { ids: [tickets[0].remoteId], vals: { name: 'Order S00042' } };
    await callPortal(practice, practice.colleagueApiKey, 'project.task', 'write', renamed, z.boolean());
    const seen: string[] = [];
    const loop = loopOf(bench, { onState: () => seen.push(loop.connection().kind) });
    expect(loop.lastSuccessAt()).toBeNull();
    await loop.run();
    expect(loop.connection()).toEqual({ kind: 'online' });
    expect(new Set(seen)).toEqual(new Set(['syncing', 'online']));
    expect(loop.lastSuccessAt()).toBe(workbench.clock.read().wall);
    expect(await linesOnPortal(bench, tickets[0])).toHaveLength(1);
    const titles = readElsewhere(workbench.file, `SELECT title FROM ticket WHERE id = '${tickets[0].id}'`);
    expect(titles).toEqual([{ title: 'Order S00042' }]);
  });

  it('tells how much it has sent and brought', async () => {
    const bench = await startWithTickets('Order', 'Faktura');
    const [ticket] = bench.tickets;
    for (const minutes of [10, 20, 30]) await addLine(bench.workbench, ticket.id, { workedSeconds: minutes * 60 });
    const seen: unknown[] = [];
    // Each is told only after a while; here every look at the clock is one.
    const now = () => {
      bench.workbench.clock.pass(SECOND);
      return bench.workbench.clock.read();
    };
    const loop = loopOf(bench, {
      now,
      onState: () => {
        const connection = loop.connection();
        if (connection.kind === 'syncing' && connection.progress !== null) seen.push(connection.progress);
      },
    });
    await loop.run();
    expect(seen).toEqual(
      expect.arrayContaining([
        { kind: 'sending', done: 0, total: 3 },
        { kind: 'sending', done: 2, total: 3 },
        { kind: 'bringing', what: 'ticket', count: 2 },
        { kind: 'bringing', what: 'timesheet-line', count: 3 },
      ]),
    );
  });

  it('sends pictures last, when all time is there and what others did is here', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    await fileScreenshot(bench.workbench, ticket.id, makePng(1));
    await fileScreenshot(bench.workbench, ticket.id, makePng(2));
    await addLine(bench.workbench, ticket.id, { workedSeconds: 600 });
    const order: string[] = [];
    const portal: Portal = {
      ...bench.portal,
      createTimesheetLine: async (line) => {
        order.push('line');
        return bench.portal.createTimesheetLine(line);
      },
      createAttachment: async (attachment) => {
        order.push('picture');
        return bench.portal.createAttachment(attachment);
      },
      readTickets: async (request) => {
        order.push('tickets');
        return bench.portal.readTickets(request);
      },
    };
    await loopOf(bench, { portal }).run();
    expect(order.filter((what, index) => what !== order[index - 1])).toEqual([
      'tickets',
      'line',
      'tickets',
      'picture',
      'tickets',
    ]);
    expect(statesIn(bench).every((state) => state === 'done')).toBe(true);
  });

  it('that is stopped ends after what it is at, and the next one goes on from there', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    for (const minutes of [10, 20, 30]) await addLine(bench.workbench, ticket.id, { workedSeconds: minutes * 60 });
    let isStopped = false;
    const portal: Portal = {
      ...bench.portal,
      createTimesheetLine: async (line) => {
        if (!isStopped) loop.cancel();
        isStopped = true;
        return bench.portal.createTimesheetLine(line);
      },
    };
    const loop = loopOf(bench, { portal });
    await loop.run();
    expect(loop.connection()).toEqual({ kind: 'online' });
    expect(loop.lastSuccessAt()).toBeNull();
    expect(statesIn(bench)).toEqual(['done', 'waiting', 'waiting']);
    await loop.run();
    expect(loop.lastSuccessAt()).not.toBeNull();
    expect(statesIn(bench)).toEqual(['done', 'done', 'done']);
    expect(await linesOnPortal(bench, ticket)).toHaveLength(3);
  });

  it('that is stopped between two pages has brought the first, and the next one brings the rest', async () => {
    const bench = await startSyncBench({ hasPracticeTickets: true });
    const portal: Portal = {
      ...bench.portal,
      readTickets: async (request) => {
        loop.cancel();
        return bench.portal.readTickets({ ...request, pageSize: 5 });
      },
    };
    const loop = loopOf(bench, { portal });
    await loop.run();
    const count = () => readElsewhere(bench.workbench.file, 'SELECT count(*) AS count FROM ticket');
    expect(count()).toEqual([{ count: 5 }]);
    await loopOf(bench).run();
    expect(Number(count()[0]?.['count'])).toBeGreaterThan(20);
    expect(readElsewhere(bench.workbench.file, 'SELECT * FROM ticket_without_history')).toEqual([]);
  });

  it('changes nothing on either side when nothing waits', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets, portalFile } = bench;
    await addLine(workbench, tickets[0].id);
    await write(workbench, tickets[0].id);
    const loop = loopOf(bench);
    await loop.run();
    await loop.run();
    const before = [readEverything(workbench.file), readEverything(portalFile)];
    workbench.clock.pass(MINUTE);
    await loop.run();
    expect(loop.connection()).toEqual({ kind: 'online' });
    expect([readEverything(workbench.file), readEverything(portalFile)]).toEqual(before);
  });

  it('is not forgotten when it is asked for while another is under way, whatever that one is doing', async () => {
    // A portal with nothing on it, that answers without a network: the moments can then be counted.
    const nothing = async () => succeed({ rows: [], next: null });
    let asked = 0;
    const identify = async () => {
      asked += 1;
      return succeed({ serverVersion: '19.0', userId: 1, userName: '', employeeId: 1, internalProjectRemoteId: null });
    };
    const bench = await startSyncBench();
    const readLists = async () =>
      succeed({ stages: [], tags: [], groups: [], projects: [], colleagues: [], customerTags: [] });
    const portal = { ...bench.portal, identify, readLists, readTickets: nothing };
    for (let steps = 0; steps < 200; steps += 1) {
      const loop = loopOf(bench, { portal });
      const before = asked;
      const first = loop.run();
      for (let step = 0; step < steps; step += 1) await Promise.resolve();
      await loop.run();
      await first;
      expect(asked).toBe(before + 2);
    }
  });

  it('hands nothing to the network when the portal does not answer', async () => {
    const bench = await startWithTickets('Order');
    await write(bench.workbench, bench.tickets[0].id);
    bench.proxy.setOffline(true);
    const loop = loopOf(bench);
    await loop.run();
    expect(loop.connection()).toMatchObject({ kind: 'unreachable', since: bench.workbench.clock.read().wall });
    expect(loop.lastSuccessAt()).toBeNull();
    expect(statesIn(bench)).toEqual(['waiting']);
    bench.proxy.setOffline(false);
    await loop.run();
    expect(loop.connection()).toEqual({ kind: 'online' });
    expect(statesIn(bench)).toEqual(['done']);
  });

  it.each([
    ['key-refused', odooErrorFault(401, 'werkzeug.exceptions.Unauthorized', 'Invalid apikey')],
    ['not-a-portal', { kind: 'answer', status: 200, body: '<h1>Log in</h1>', contentType: 'text/html' }],
  ] as const)('says %s when that is how the portal answers, and keeps what waits', async (kind, fault) => {
    const bench = await startWithTickets('Order');
    await addLine(bench.workbench, bench.tickets[0].id);
    bench.proxy.inject(fault, { path: '/context_get' });
    // A portal that has not asked yet who it is.
    const loop = loopOf(bench, { portal: portalOf({ ...bench.practice, address: bench.proxy.address }) });
    await loop.run();
    expect(loop.connection()).toMatchObject({ kind });
    expect(statesIn(bench)).toEqual(['waiting']);
  });

  it('asks for a key when there is none', async () => {
    const bench = await startWithTickets('Order');
    const loop = loopOf(bench, { portal: null });
    await loop.run();
    expect(loop.connection()).toEqual({ kind: 'key-missing' });
  });

  it('tries at once what it had put off, when a person asks', async () => {
    const bench = await startWithTickets('Order');
    await addLine(bench.workbench, bench.tickets[0].id);
    bench.proxy.inject({ kind: 'lose-request' }, { path: '/load' });
    const loop = loopOf(bench);
    await loop.run();
    expect(statesIn(bench)).toEqual(['in-flight']);
    await loop.run();
    expect(statesIn(bench)).toEqual(['done']);
  });
});

describe('the offline switch', () => {
  /** A portal whose first line is created only when the test lets it. */
  function holdFirstLine(portal: Portal) {
    const reached = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    let isFirst = true;
    const held: Portal = {
      ...portal,
      createTimesheetLine: async (line) => {
        if (!isFirst) return portal.createTimesheetLine(line);
        isFirst = false;
        reached.resolve();
        await release.promise;
        return portal.createTimesheetLine(line);
      },
    };
    return { held, reached: reached.promise, release: release.resolve };
  }

  it('lets the operation under way end and sends no other, nor brings anything', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets, portal } = bench;
    for (const description of ['first', 'second']) await addLine(workbench, tickets[0].id, { description });
    const { held, reached, release } = holdFirstLine(portal);
    let pulls = 0;
    const loop = loopOf(bench, {
      portal: held,
      onPulled: async () => {
        pulls += 1;
      },
    });
    const running = loop.run();
    await reached;
    const pullsBefore = pulls;
    await loop.setOffline(true);
    release();
    await running;
    expect(loop.connection()).toMatchObject({ kind: 'switched-offline' });
    expect(statesIn(bench)).toEqual(['done', 'waiting']);
    expect(pulls).toBe(pullsBefore);

    await loop.setOffline(false);
    await loop.run();
    expect(loop.connection()).toEqual({ kind: 'online' });
    expect(statesIn(bench)).toEqual(['done', 'done']);
    expect(await linesOnPortal(bench, tickets[0])).toHaveLength(2);
  });

  it('keeps everything here while it is off, also when a person asks for a sync', async () => {
    const bench = await startWithTickets('Order');
    await addLine(bench.workbench, bench.tickets[0].id);
    const before = bench.proxy.received.length;
    const loop = loopOf(bench, { startsOffline: true });
    await loop.run();
    expect(loop.connection()).toMatchObject({ kind: 'switched-offline' });
    expect(bench.proxy.received.length).toBe(before);
    expect(statesIn(bench)).toEqual(['waiting']);
  });

  it('stays off when the portal fails in that moment', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets, portal, proxy } = bench;
    await addLine(workbench, tickets[0].id);
    const { held, reached, release } = holdFirstLine(portal);
    const loop = loopOf(bench, { portal: held });
    const running = loop.run();
    await reached;
    await loop.setOffline(true);
    proxy.setOffline(true);
    release();
    await running;
    expect(loop.connection()).toMatchObject({ kind: 'switched-offline' });
    expect(statesIn(bench)).toEqual(['in-flight']);
  });
});
