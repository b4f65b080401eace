import { describe, expect, it } from 'vitest';
import { changeManyTickets, changeTicketsBack } from '../../../src/main/usecases/change-many-tickets';
import { loopOf, startWithTickets } from '../../support/sync-bench';
import { changeHere, changeThere, fieldsHere, ticketOperationsIn } from '../../support/ticket-acts';
import { addTicket } from '../../support/workbench-rows';

async function startSynced() {
  const bench = await startWithTickets('Order', 'Moms');
  await loopOf(bench).run();
  const ticketIds = bench.tickets.map(({ id }) => id);
  const fields = () => Promise.all(bench.tickets.map((ticket) => fieldsHere(bench, ticket)));
  return { ...bench, ticketIds, fields };
}

describe('several tickets changed in one go', () => {
  it('move to the stage of that name, are told to the portal, and go back together', async () => {
    const bench = await startSynced();
    const before = await bench.fields();
    const { changedBack, leftCount } = await changeManyTickets(bench.workbench, {
      ticketIds: bench.ticketIds,
      act: { kind: 'move-to-stage', stageName: 'Väntar på kund' },
    });
    expect([changedBack.length, leftCount]).toEqual([2, 0]);
    expect(ticketOperationsIn(bench)).toEqual(['update-ticket waiting', 'update-ticket waiting']);
    await changeTicketsBack(bench.workbench, changedBack);
    expect(await bench.fields()).toEqual(before);
    expect(ticketOperationsIn(bench)).toEqual([]);
  });

  it('take back only what they changed', async () => {
    const bench = await startSynced();
    const { changedBack } = await changeManyTickets(bench.workbench, {
      ticketIds: bench.ticketIds,
      act: { kind: 'add-tag', tagRemoteId: 2 },
    });
    expect((await bench.fields()).map(({ tagRemoteIds }) => tagRemoteIds)).toEqual([[2], [2]]);
    await changeThere(bench, bench.tickets[0], { priority: '1' });
    await loopOf(bench).run();
    await changeTicketsBack(bench.workbench, changedBack);
    expect((await bench.fields()).map(({ tagRemoteIds, priority }) => [tagRemoteIds, priority])).toEqual([
      [[], '1'],
      [[], '0'],
    ]);
  });

  it('are taken over, and what is so already is left out of what goes back', async () => {
    const bench = await startSynced();
    await changeHere(bench, bench.tickets[1], { assigneeRemoteIds: [] });
    const { changedBack } = await changeManyTickets(bench.workbench, {
      ticketIds: bench.ticketIds,
      act: { kind: 'take' },
    });
    expect(changedBack.map(({ ticketId }) => ticketId)).toEqual([bench.ticketIds[1]]);
  });

  it('leaves alone what cannot be changed yet or has no such stage, and says of how many', async () => {
    const bench = await startSynced();
    const notBrought = await addTicket(bench.workbench);
    const act = { kind: 'move-to-stage' as const, stageName: 'Löst' };
    const some = await changeManyTickets(bench.workbench, { ticketIds: [...bench.ticketIds, notBrought], act });
    expect([some.changedBack.length, some.leftCount]).toEqual([2, 1]);
    const none = await changeManyTickets(bench.workbench, {
      ticketIds: bench.ticketIds,
      act: { ...act, stageName: 'Finns inte' },
    });
    expect(none).toEqual({ changedBack: [], leftCount: 2 });
  });
});
