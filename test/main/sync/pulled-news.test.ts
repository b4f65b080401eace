import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readUserRemoteId } from '../../../src/main/db/queries/portal-facts';
import { readTicketByRemoteId } from '../../../src/main/db/queries/tickets';
import { changeTicket } from '../../../src/main/usecases/change-ticket';
import { openTicket } from '../../../src/main/usecases/open-ticket';
import { registerTicket } from '../../../src/main/usecases/register-ticket';
import { odooErrorFault } from '../../support/fault';
import { HOUR, instantInStockholm, MINUTE, SECOND } from '../../support/hand-clock';
import { callPortal, createTickets, expectValue, type PortalBench, portalOf } from '../../support/portal-bench';
import { queueOf } from '../../support/queue';
import { openTestSession, type TestSession } from '../../support/session';
import { type SyncBench, startSyncBench } from '../../support/sync-bench';
import { readElsewhere } from '../../support/workbench-file';

/** A session whose portal has one ticket of mine, after the first sync. */
async function openAfterFirstSync(titles: readonly string[] = ['Order']) {
  const bench = await startSyncBench();
  const remoteIds = await createTickets(bench.practice, titles);
  const session = await openTestSession({ clock: bench.workbench.clock, portal: bench.portal });
  await syncLater(session);
  return { bench, session, remoteIds };
}

/** Time goes by, the session syncs, and the next beat is heard. */
async function syncLater({ sync, clock }: TestSession) {
  clock.pass(SECOND);
  await sync.setOffline(false);
  await sync.run();
  await clock.beat();
}

function post({ practice }: SyncBench, apiKey: string, remoteId: number, { isNote = false } = {}) {
  const named = {
    ids: [remoteId],
    body: 'Hej',
    message_type: 'comment',
    subtype_xmlid: isNote ? 'mail.mt_note' : 'mail.mt_comment',
  };
  return callPortal(practice, apiKey, 'project.task', 'message_post', named, z.unknown());
}

const replyOn = (bench: SyncBench, remoteId: number) => post(bench, bench.practice.colleagueApiKey, remoteId);

function write(practice: PortalBench, remoteId: number, vals: Record<string, unknown>) {
  return callPortal(practice, practice.apiKey, 'project.task', 'write', { ids: [remoteId], vals }, z.boolean());
}

/** Gives a ticket this tag, and only this one. */
async function tag({ practice }: SyncBench, remoteId: number, name: string) {
  const named = { domain: [['name', '=', name]], limit: 1 };
  const found = await callPortal(practice, practice.apiKey, 'project.tags', 'search', named, z.array(z.int()));
  await write(practice, remoteId, { tag_ids: [[6, 0, found]] });
}

async function assign(bench: SyncBench, remoteId: number, apiKey: string | null) {
  const userIds = apiKey === null ? [] : [expectValue(await portalOf(bench.practice, apiKey).identify()).userId];
  await write(bench.practice, remoteId, { user_ids: [[6, 0, userIds]] });
}

async function ticketIn({ workbench }: TestSession, remoteId: number) {
  const ticket = await readTicketByRemoteId(workbench.database, remoteId);
  if (!ticket) throw new Error('The ticket is not here.');
  return ticket;
}

async function unreadIn({ workbench }: TestSession) {
  const { rows } = await queueOf(workbench);
  return rows.map(({ title, unread }) => [title, unread]);
}

const countsOf = ({ news }: TestSession) =>
  news.map(({ counts }) => counts.map(({ kind, count }) => `${count} ${kind}`).join(', '));

/** Ends the session and opens another on the same file, offline. */
async function restart(session: TestSession, bench: SyncBench): Promise<TestSession> {
  await session.close();
  return openTestSession({ folder: session.folder, clock: session.clock, portal: bench.portal });
}

describe('what a sync brought', () => {
  it('is told together, and once', async () => {
    const { bench, session, remoteIds } = await openAfterFirstSync();
    const [order = 0] = remoteIds;
    await createTickets(bench.practice, ['Moms', 'Kassa', 'Frakt']);
    await replyOn(bench, order);
    await replyOn(bench, order);
    await syncLater(session);
    expect(countsOf(session)).toEqual(['3 new-ticket, 2 reply']);
    expect(session.news[0]?.tickets.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Order', 'Moms', 'Kassa', 'Frakt']),
    );
    await syncLater(session);
    session.clock.pass(MINUTE);
    await session.clock.beat();
    expect(session.news).toHaveLength(1);
    expect(session.errors).toEqual([]);
  });

  it('is not told again after a restart', async () => {
    const { bench, session } = await openAfterFirstSync();
    await createTickets(bench.practice, ['Moms']);
    await syncLater(session);
    expect(countsOf(session)).toEqual(['1 new-ticket']);
    const again = await restart(session, bench);
    await syncLater(again);
    expect(again.news).toEqual([]);
  });

  it('is on disk as told before it is heard', async () => {
    const { bench, session } = await openAfterFirstSync();
    await createTickets(bench.practice, ['Moms']);
    const seen: unknown[] = [];
    session.workbench.announce.news = () => {
      seen.push(readElsewhere(session.file, 'SELECT count(*) AS told FROM news WHERE told_at IS NOT NULL'));
    };
    await syncLater(session);
    expect(seen).toEqual([[{ told: 1 }]]);
  });

  it('is told by the next start when the app ended before it could be', async () => {
    const { bench, session } = await openAfterFirstSync();
    await createTickets(bench.practice, ['Moms']);
    await session.sync.run();
    const again = await restart(session, bench);
    await syncLater(again);
    expect(countsOf(again)).toEqual(['1 new-ticket']);
  });

  it('leads to the ticket where it is one', async () => {
    const { bench, session, remoteIds } = await openAfterFirstSync();
    const [order = 0] = remoteIds;
    await replyOn(bench, order);
    await syncLater(session);
    const { id, number } = await ticketIn(session, order);
    expect(session.news[0]?.tickets).toEqual([{ id, number, title: 'Order' }]);
  });

  it('is told when the sync that brought it was cut afterwards', async () => {
    const { bench, session } = await openAfterFirstSync();
    await createTickets(bench.practice, ['Moms']);
    bench.proxy.inject(odooErrorFault(503, 'werkzeug.exceptions.ServiceUnavailable', 'Busy'), {
      path: 'mail.message/search_read',
      times: 1,
    });
    await syncLater(session);
    expect(session.sync.connection()).toMatchObject({ kind: 'unreachable' });
    session.clock.pass(MINUTE);
    await session.clock.beat();
    expect(countsOf(session)).toEqual(['1 new-ticket']);
    await syncLater(session);
    expect(session.news).toHaveLength(1);
  });
});

describe('the first sync', () => {
  it('tells nothing and marks nothing, also where it was cut and goes on later', async () => {
    const bench = await startSyncBench();
    const [order = 0] = await createTickets(bench.practice, ['Order', 'Moms']);
    await replyOn(bench, order);
    bench.proxy.inject(odooErrorFault(503, 'werkzeug.exceptions.ServiceUnavailable', 'Busy'), {
      path: 'mail.message/search_read',
      times: 1,
    });
    const session = await openTestSession({ clock: bench.workbench.clock, portal: bench.portal });
    await syncLater(session);
    await syncLater(session);
    expect(session.sync.connection()).toEqual({ kind: 'online' });
    session.clock.pass(MINUTE);
    await session.clock.beat();
    expect(session.news).toEqual([]);
    expect(await unreadIn(session)).toEqual([
      ['Order', 'none'],
      ['Moms', 'none'],
    ]);
  });

  it('of a portal without a ticket is one, too', async () => {
    const bench = await startSyncBench();
    const session = await openTestSession({ clock: bench.workbench.clock, portal: bench.portal });
    await syncLater(session);
    const [first = 0] = await createTickets(bench.practice, ['Order']);
    await replyOn(bench, first);
    await syncLater(session);
    expect(countsOf(session)).toEqual(['1 new-ticket']);
  });
});

describe('of messages', () => {
  it('mine, also those written elsewhere, and internal notes are no replies', async () => {
    const { bench, session, remoteIds } = await openAfterFirstSync();
    const [order = 0] = remoteIds;
    await post(bench, bench.practice.apiKey, order);
    await post(bench, bench.practice.colleagueApiKey, order, { isNote: true });
    await syncLater(session);
    expect(session.news).toEqual([]);
    expect(await unreadIn(session)).toEqual([['Order', 'none']]);
  });

  it('those on a ticket that has gone to somebody else are none', async () => {
    const { bench, session, remoteIds } = await openAfterFirstSync();
    const [order = 0] = remoteIds;
    const { id } = await ticketIn(session, order);
    await session.workbench.database.updateTable('ticket').set({ isAssignedToMe: 0 }).where('id', '=', id).execute();
    await assign(bench, order, null);
    await replyOn(bench, order);
    await syncLater(session);
    expect(session.news).toEqual([]);
  });
});

describe('of tickets', () => {
  it('one that was somebody else’s and comes to me is new', async () => {
    const { bench, session, remoteIds } = await openAfterFirstSync();
    const [order = 0] = remoteIds;
    const { id } = await ticketIn(session, order);
    await session.workbench.database.updateTable('ticket').set({ isAssignedToMe: 0 }).where('id', '=', id).execute();
    session.clock.pass(HOUR);
    await write(bench.practice, order, { priority: '1' });
    await syncLater(session);
    expect(countsOf(session)).toEqual(['1 new-ticket']);
  });

  it('one that was registered here is none when it comes back from the portal, nor is one that was taken here', async () => {
    const { bench, session, remoteIds } = await openAfterFirstSync();
    const [order = 0] = remoteIds;
    const { id, groupRemoteId } = await ticketIn(session, order);
    const { workbench } = session;
    const request = { title: 'Per telefon', description: '', customerId: null, groupRemoteId, tagRemoteIds: [] };
    expectValue(await registerTicket(workbench, request));
    expectValue(await changeTicket(workbench, { ticketId: id, change: { assigneeRemoteIds: [] } }));
    await syncLater(session);
    const userRemoteId = (await readUserRemoteId(workbench.database)) ?? 0;
    expectValue(await changeTicket(workbench, { ticketId: id, change: { assigneeRemoteIds: [userRemoteId] } }));
    await syncLater(session);
    await syncLater(session);
    expect(await unreadIn(session)).toEqual([
      ['Order', 'none'],
      ['Per telefon', 'none'],
    ]);
    expect(session.news).toEqual([]);
    expect(
      await callPortal(
        bench.practice,
        bench.practice.apiKey,
        'project.task',
        'search_count',
        {
          domain: [['name', '=', 'Per telefon']],
        },
        z.int(),
      ),
    ).toBe(1);
  });

  it('one that becomes escalated or time-critical is told of', async () => {
    const { bench, session, remoteIds } = await openAfterFirstSync(['Order', 'Kassa']);
    const [order = 0, till = 0] = remoteIds;
    session.clock.pass(MINUTE);
    await tag(bench, order, 'Priority escalated');
    await tag(bench, till, 'Point of sale');
    await syncLater(session);
    expect(countsOf(session)).toEqual(['1 escalation, 1 time-critical']);
  });
});

describe('outside service hours', () => {
  it('what comes waits, over a restart, and is told as one when they begin', async () => {
    const { bench, session } = await openAfterFirstSync();
    const evening = instantInStockholm('2026-11-23 19:00') - session.clock.read().wall;
    session.clock.pass(evening);
    await createTickets(bench.practice, ['Moms']);
    await syncLater(session);
    session.clock.pass(HOUR);
    await createTickets(bench.practice, ['Kassa']);
    await syncLater(session);
    expect(session.news).toEqual([]);
    const again = await restart(session, bench);
    again.clock.pass(instantInStockholm('2026-11-24 06:59:30') - again.clock.read().wall);
    await again.clock.beat();
    expect(again.news).toEqual([]);
    again.clock.pass(MINUTE);
    await again.clock.beat();
    expect(countsOf(again)).toEqual(['2 new-ticket, 1 target-overdue']);
    expect(again.news[0]?.tickets.map(({ title }) => title)).toEqual(['Moms', 'Kassa', 'Order']);
  });
});

describe('the mark in the queue', () => {
  it('stands from the sync on until the ticket is opened, also over a restart', async () => {
    const { bench, session, remoteIds } = await openAfterFirstSync();
    const [order = 0] = remoteIds;
    const [taxes = 0] = await createTickets(bench.practice, ['Moms']);
    await replyOn(bench, order);
    await syncLater(session);
    expect(await unreadIn(session)).toEqual([
      ['Order', 'reply'],
      ['Moms', 'new-ticket'],
    ]);
    const again = await restart(session, bench);
    await openTicket(again.workbench, (await ticketIn(again, taxes)).id);
    expect(await unreadIn(again)).toEqual([
      ['Order', 'reply'],
      ['Moms', 'none'],
    ]);
    await replyOn(bench, taxes);
    await syncLater(again);
    expect(await unreadIn(again)).toEqual([
      ['Order', 'reply'],
      ['Moms', 'reply'],
    ]);
  });

  it('is there although nobody wants to be told', async () => {
    const { bench, session } = await openAfterFirstSync();
    Object.assign(session.workbench, {
      settings: () => ({ ...session.workbench.settings, notifyNewTickets: false }),
    });
    await createTickets(bench.practice, ['Moms']);
    await syncLater(session);
    expect(await unreadIn(session)).toContainEqual(['Moms', 'new-ticket']);
  });
});

describe('a target', () => {
  it('is told of once when it is close and once when it is missed, also offline and over a restart', async () => {
    const { bench, session } = await openAfterFirstSync();
    await session.sync.setOffline(true);
    const passUntil = async (on: TestSession, time: string) => {
      on.clock.pass(instantInStockholm(time) - on.clock.read().wall);
      await on.clock.beat();
    };
    await passUntil(session, '2026-11-23 12:29:00');
    expect(session.news).toEqual([]);
    await passUntil(session, '2026-11-23 12:31:00');
    await passUntil(session, '2026-11-23 12:40:00');
    expect(session.news).toMatchObject([
      { counts: [{ kind: 'target-soon', count: 1 }], target: { dueAt: instantInStockholm('2026-11-23 13:00') } },
    ]);
    const again = await restart(session, bench);
    await passUntil(again, '2026-11-23 12:50:00');
    expect(again.news).toEqual([]);
    await passUntil(again, '2026-11-23 13:02:00');
    await passUntil(again, '2026-11-23 13:30:00');
    expect(countsOf(again)).toEqual(['1 target-overdue']);
  });
});
