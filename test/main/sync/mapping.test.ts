import { DEFAULT_MAPPING, type TicketMapping } from '@core/ticket/ticket-mapping';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listPortalAgreements } from '../../../src/main/db/queries/agreements';
import { listCustomers } from '../../../src/main/db/queries/customers';
import { readTicket } from '../../../src/main/db/queries/tickets';
import { changeMapping } from '../../../src/main/usecases/change-mapping';
import { changeTicket } from '../../../src/main/usecases/change-ticket';
import { readMapping } from '../../../src/main/usecases/read-mapping';
import { tryMapping } from '../../../src/main/usecases/try-mapping';
import { createTickets, expectFailure, expectValue } from '../../support/portal-bench';
import { queueOf } from '../../support/queue';
import { loopOf, startSyncBench, startWithTickets, ticketHere } from '../../support/sync-bench';
import { changeThere, stagesOf } from '../../support/ticket-acts';
import { readEverything } from '../../support/workbench-file';
import { addLine } from '../../support/workbench-rows';

async function startSynced() {
  const bench = await startWithTickets('Order');
  await loopOf(bench).run();
  const [ticket] = bench.tickets;
  const { workbench, portal, practice } = bench;
  const here = async () => (await readTicket(workbench.database, ticket.id)) ?? expect.fail();
  const use = (changes: Partial<TicketMapping>) => changeMapping(workbench, portal, { ...DEFAULT_MAPPING, ...changes });
  const queue = (view: 'working' | 'all', scope: 'mine' | 'team' = 'mine') => queueOf(workbench, { view, scope });
  /** A ticket on the portal that nobody has. */
  const createUnassigned = async (name: string) => {
    const [remoteId = 0] = await createTickets(practice, [name]);
    await changeThere(bench, { remoteId }, { user_ids: [[6, 0, []]] });
    return remoteId;
  };
  return { ...bench, ticket, here, use, queue, createUnassigned };
}

describe('what of the portal maps to what here', () => {
  it('works on a portal that nobody has said anything of', async () => {
    const bench = await startSynced();
    const { mapping, stages, groups } = await readMapping(bench.workbench.database, 'project-tasks');
    expect(mapping).toEqual(DEFAULT_MAPPING);
    expect(groups.map(({ name }) => name)).toContain('Kundsupport');
    expect(stages.map(({ name, own, state }) => [name, own, state])).toEqual([
      ['Ny', 'working', 'working'],
      ['Pågår', 'working', 'working'],
      ['Väntar på kund', 'waiting-for-customer', 'waiting-for-customer'],
      ['Löst', 'solved', 'solved'],
    ]);
  });

  it('lets a stage mean something else at once, and after each sync, and back', async () => {
    const bench = await startSynced();
    const stages = await stagesOf(bench);
    const before = await bench.use({ stageStates: { [String(stages['Ny'])]: 'waiting-for-customer' } });
    expect((await bench.here()).state).toBe('waiting-for-customer');
    await changeThere(bench, bench.ticket, { name: 'Order igen' });
    await loopOf(bench).run();
    expect(await bench.here()).toMatchObject({ title: 'Order igen', state: 'waiting-for-customer' });
    await bench.use(before);
    expect((await bench.here()).state).toBe('working');
  });

  it('holds for a stage that a ticket is moved to here', async () => {
    const bench = await startSynced();
    const stages = await stagesOf(bench);
    await bench.use({ stageStates: { [String(stages['Pågår'])]: 'waiting-for-customer' } });
    const change = { stage: { remoteId: stages['Pågår'] ?? expect.fail() } };
    expectValue(await changeTicket(bench.workbench, { ticketId: bench.ticket.id, change }));
    expect((await bench.here()).state).toBe('waiting-for-customer');
  });

  it('does not make a ticket that has ended work again', async () => {
    const bench = await startSynced();
    const stages = await stagesOf(bench);
    await changeThere(bench, bench.ticket, { state: '1_done' });
    await loopOf(bench).run();
    await bench.use({ stageStates: { [String(stages['Ny'])]: 'waiting-for-customer' } });
    expect((await bench.here()).state).toBe('solved');
  });

  it('follows only chosen projects: other tickets leave the queue with everything on them kept', async () => {
    const bench = await startSynced();
    await addLine(bench.workbench, bench.ticket.id, { workedSeconds: 600, description: 'Kvar' });
    await loopOf(bench).run();
    const elsewhere = (await readMapping(bench.workbench.database, 'project-tasks')).groups.find(
      ({ name }) => name !== 'Kundsupport',
    );
    const before = await bench.use({ groupRemoteIds: [elsewhere?.remoteId ?? expect.fail()] });
    await loopOf(bench).run();
    expect((await bench.here()).isAssignedToMe).toBe(0);
    expect((await bench.queue('all')).rows).toEqual([]);
    expect(readEverything(bench.workbench.file)['timesheet_line']).toHaveLength(1);
    await bench.use(before);
    await loopOf(bench).run();
    expect((await bench.here()).isAssignedToMe).toBe(1);
  });

  it('brings tickets that nobody has, to be found with the team’s and taken', async () => {
    const bench = await startSynced();
    const remoteId = await bench.createUnassigned('Ingens');
    await loopOf(bench).run();
    expect((await bench.queue('all', 'team')).rows.map(({ title }) => title)).toEqual(['Order']);
    await bench.use({ bringsUnassigned: true });
    await loopOf(bench).run();
    const all = await bench.queue('all', 'team');
    expect(all.rows.map(({ title, isMine }) => [title, isMine]).toSorted()).toEqual([
      ['Ingens', false],
      ['Order', true],
    ]);
    expect(all.count).toBe(2);
    expect((await bench.queue('all')).count).toBe(1);
    expect((await bench.queue('working')).rows.map(({ title }) => title)).toEqual(['Order']);
    const { id } = await ticketHere(bench.workbench, remoteId);
    const { mapping } = await readMapping(bench.workbench.database, 'project-tasks');
    expect(mapping.bringsUnassigned).toBe(true);
    const me = (await bench.here()).assigneeRemoteIds;
    const change = { assigneeRemoteIds: z.array(z.int()).parse(JSON.parse(me)) };
    expectValue(await changeTicket(bench.workbench, { ticketId: id, change }));
    expect((await bench.queue('working')).rows).toHaveLength(2);
  });

  it('lets other tags of customers mean an agreement, from the next sync on, and tells before whom it concerns', async () => {
    const bench = await startSyncBench({ hasPracticeTickets: true });
    const { workbench, portal } = bench;
    const { database } = workbench;
    await loopOf(bench).run();
    const [coffee] = (await listCustomers(database)).filter(({ name }) => name.startsWith('Bergslagens'));
    const agreements = async () => listPortalAgreements(database, coffee?.id ?? expect.fail());
    expect(await agreements()).toEqual(['patch', 'support-pack']);
    const { customerTags } = await readMapping(database, 'project-tasks');
    const pack = customerTags.find(({ name }) => name === 'Support pack 25 h') ?? expect.fail();
    expect(pack.ownAgreements).toEqual(['support-pack']);
    const agreementTagRemoteIds = { patch: [], 'maintenance-and-support': [pack.remoteId] };
    const mapping = { ...DEFAULT_MAPPING, agreementTagRemoteIds };
    const tried = expectValue(await tryMapping(portal, mapping));
    expect(tried.agreements).toContainEqual({ kind: 'maintenance-and-support', count: 2 });
    expect(tried.agreements.map(({ kind }) => kind)).not.toContain('patch');
    expect(tried.withoutAgreementCount).toBeGreaterThan(0);
    await changeMapping(workbench, portal, mapping);
    await loopOf(bench).run();
    expect(await agreements()).toEqual(['maintenance-and-support', 'support-pack']);
  });

  it('can be tried before: what would be brought, and what it would mean', async () => {
    const bench = await startSynced();
    await bench.createUnassigned('Ingens');
    const stages = await stagesOf(bench);
    const before = readEverything(bench.workbench.file);
    const tried = expectValue(
      await tryMapping(bench.portal, {
        ...DEFAULT_MAPPING,
        bringsUnassigned: true,
        stageStates: { [String(stages['Ny'])]: 'waiting-for-customer' },
      }),
    );
    expect(tried).toMatchObject({
      ticketCount: 2,
      hasMore: false,
      unassignedCount: 1,
      withoutProjectCount: 0,
      stages: [{ name: 'Ny', state: 'waiting-for-customer', count: 2 }],
    });
    expect(tried.examples.map(({ title, groupName }) => [title, groupName]).toSorted()).toEqual([
      ['Ingens', 'Kundsupport'],
      ['Order', 'Kundsupport'],
    ]);
    expect(readEverything(bench.workbench.file)).toEqual(before);
    bench.proxy.setOffline(true);
    expect(expectFailure(await tryMapping(bench.portal, DEFAULT_MAPPING)).kind).toBe('unreachable');
  });
});
