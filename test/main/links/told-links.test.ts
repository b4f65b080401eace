import { expect, it } from 'vitest';
import { z } from 'zod';
import { readTicketByRemoteId } from '../../../src/main/db/queries/tickets';
import { readTicketView } from '../../../src/main/usecases/read-ticket';
import { takeLinkBack } from '../../../src/main/usecases/take-link-back';
import { createHandClock } from '../../support/hand-clock';
import { linksOf, merge, split, startWithTwo, takeBack, ticketOf } from '../../support/link-acts';
import { callPortal, expectFailure, portalOf } from '../../support/portal-bench';
import { openTestSession } from '../../support/session';
import { addLine } from '../../support/workbench-rows';

/** A colleague with the app, who has all of these tickets too. */
async function startColleague({ practice, workbench }: Awaited<ReturnType<typeof startWithTwo>>) {
  const portal = portalOf(practice, practice.colleagueApiKey);
  const session = await openTestSession({
    clock: createHandClock(workbench.clock.read().wall),
    portal,
    userName: 'Oskar Berg',
  });
  const read = await portal.identify();
  const userId = read.ok ? read.value.userId : expect.fail();
  const share = (ids: readonly number[]) =>
    callPortal(
      practice,
      practice.apiKey,
      'project.task',
      'write',
      { ids, vals: { user_ids: [[4, userId]] } },
      z.boolean(),
    );
  const sync = async () => {
    session.clock.pass(workbench.clock.read().wall - session.clock.read().wall);
    await session.sync.setOffline(false);
    await session.sync.run();
    expect(session.errors).toEqual([]);
  };
  const links = async (remoteId: number) => {
    const { database, clock, calendar } = session.workbench;
    const ticket = (await readTicketByRemoteId(database, remoteId)) ?? expect.fail();
    return (await readTicketView(database, ticket.id, clock.read(), calendar))?.links ?? expect.fail();
  };
  return { session, share, sync, links };
}

it('tells a colleague of a split and what it costs, and of a merge and its end', async () => {
  const bench = await startWithTwo();
  const { first, second, workbench } = bench;
  const line = await addLine(workbench, first.id, { workedSeconds: 600 });
  const { ticketId } = await split(bench, { ticketId: first.id, lineIds: [line] });
  const { linkId } = await merge(bench, second.id, first.id);
  await bench.sync();
  const remoteId = (await ticketOf(bench, ticketId)).remoteId ?? expect.fail();
  const oskar = await startColleague(bench);
  await oskar.share([first.remoteId, second.remoteId, remoteId]);
  await oskar.sync();
  const seen = await oskar.links(first.remoteId);
  expect(seen.split?.tickets.map(({ ticket, chargedMinutes }) => [ticket.title, chargedMinutes])).toEqual([
    ['Två fel i kassan', 0],
    ['Kvittot', 30],
  ]);
  expect(seen.duplicates.map(({ ticket, canBeTakenBack }) => [ticket.title, canBeTakenBack])).toEqual([
    ['Kassan startar inte', false],
  ]);
  // It is not theirs to take back.
  expect(expectFailure(await takeLinkBack(oskar.session.workbench, linkId)).kind).toBe('not-found');
  await takeBack(bench, linkId);
  await bench.sync();
  await oskar.sync();
  expect((await oskar.links(first.remoteId)).duplicates).toEqual([]);
});

it('keeps links to tickets that are gone from the portal, or somebody else’s by now', async () => {
  const bench = await startWithTwo();
  const { first, second, practice, workbench } = bench;
  const { ticketId } = await split(bench, { ticketId: first.id });
  await merge(bench, second.id, first.id);
  await bench.sync();
  const remoteId = (await ticketOf(bench, ticketId)).remoteId ?? expect.fail();
  const call = (method: string, named: Record<string, unknown>) =>
    callPortal(practice, practice.colleagueApiKey, 'project.task', method, named, z.unknown());
  await call('unlink', { ids: [remoteId] });
  await call('write', { ids: [first.remoteId], vals: { user_ids: [[6, 0, []]] } });
  workbench.clock.pass(25 * 60 * 60 * 1000);
  await bench.sync();
  expect((await ticketOf(bench, ticketId)).goneAt).not.toBeNull();
  const links = await linksOf(bench, first.id);
  expect(links.split?.tickets).toHaveLength(2);
  expect(links.duplicates).toHaveLength(1);
  expect((await linksOf(bench, second.id)).duplicateOf?.ticket.id).toBe(first.id);
});
