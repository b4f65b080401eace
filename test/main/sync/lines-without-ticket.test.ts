import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Portal } from '../../../src/main/portal/portal';
import { addLine } from '../../../src/main/usecases/add-line';
import { readTimesheet } from '../../../src/main/usecases/read-timesheet';
import { redoChange, undoChange } from '../../../src/main/usecases/undo-change';
import { edit, lineHere, operationsIn, sentLine, settle, shortlyOnPortal } from '../../support/line-acts';
import { callPortal, expectValue } from '../../support/portal-bench';
import { loopOf, type SyncBench, startWithTickets } from '../../support/sync-bench';
import { readElsewhere } from '../../support/workbench-file';

const DAY = '2026-11-23';
const MEETING = { kind: 'activity', activity: 'meeting' } as const;

/** The portal as it would be without a project for time without a ticket. */
function withoutInternalProject(portal: Portal): Portal {
  return {
    ...portal,
    identify: async () => {
      const identity = await portal.identify();
      return identity.ok ? { ok: true, value: { ...identity.value, internalProjectRemoteId: null } } : identity;
    },
  };
}

async function sync(bench: SyncBench, portal = bench.portal) {
  bench.workbench.clock.pass(60_000);
  await loopOf(bench, { portal }).run();
}

async function meet({ workbench }: SyncBench) {
  const added = await addLine(workbench, {
    target: MEETING,
    date: DAY,
    time: { kind: 'duration', workedSeconds: 900 },
    description: 'Morgonmöte',
    kindOfWork: 'general-user-support',
    cutOverlaps: false,
  });
  return expectValue(added).lineId;
}

const linesSchema = z.array(
  z.object({ name: z.string(), unit_amount: z.number(), project_id: z.tuple([z.int(), z.string()]) }),
);

/** My lines on the portal that are on no ticket. */
function withoutTicketOnPortal({ practice }: SyncBench) {
  const named = { domain: [['task_id', '=', false]], fields: ['name', 'unit_amount', 'project_id'] };
  return callPortal(practice, practice.apiKey, 'account.analytic.line', 'search_read', named, linesSchema);
}

async function syncStateOf({ workbench }: SyncBench) {
  const { days } = await readTimesheet(workbench, { from: DAY, to: DAY });
  return days.flatMap(({ lines }) => lines.map((line) => line.sync));
}

describe('time without a ticket', () => {
  it('is never charged', async () => {
    const bench = await startWithTickets('Order');
    const lineId = await meet(bench);
    expect(await lineHere(bench, lineId)).toMatchObject({
      ticketId: null,
      activity: 'meeting',
      kindOfWork: 'internal',
      verdict: 'not-charged',
    });
  });

  it('goes to the portal’s project for it, and is changed there', async () => {
    const bench = await startWithTickets('Order');
    await sync(bench);
    const lineId = await meet(bench);
    expect(await syncStateOf(bench)).toEqual(['waiting']);
    await sync(bench);
    expect(await withoutTicketOnPortal(bench)).toEqual([
      { name: 'Morgonmöte', unit_amount: 0.25, project_id: [2, 'Tid utan ärende'] },
    ]);
    expect(await syncStateOf(bench)).toEqual(['sent']);
    await edit(bench, lineId, { description: 'Veckomöte' });
    await sync(bench);
    expect(await withoutTicketOnPortal(bench)).toMatchObject([{ name: 'Veckomöte', unit_amount: 0.25 }]);
  });

  it('stays here and says so where the portal has none, and is sent when it gets one', async () => {
    const bench = await startWithTickets('Order');
    await meet(bench);
    await sync(bench, withoutInternalProject(bench.portal));
    expect(await syncStateOf(bench)).toEqual(['kept-here']);
    expect(operationsIn(bench)).toEqual([]);
    await sync(bench);
    expect(await withoutTicketOnPortal(bench)).toMatchObject([{ name: 'Morgonmöte' }]);
    expect(await syncStateOf(bench)).toEqual(['sent']);
  });

  it('that waits is taken back when the portal loses its project', async () => {
    const bench = await startWithTickets('Order');
    await sync(bench);
    await meet(bench);
    expect(operationsIn(bench)).toEqual(['create waiting']);
    await sync(bench, withoutInternalProject(bench.portal));
    expect(await syncStateOf(bench)).toEqual(['kept-here']);
  });
});

describe('a line that moves from a ticket to an activity', () => {
  it('moves to the project there too', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    await sync(bench);
    const line = await sentLine(bench, ticket);
    await edit(bench, line.id, { target: MEETING });
    await sync(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual([]);
    expect(await withoutTicketOnPortal(bench)).toMatchObject([
      { name: 'Felsökning', project_id: [2, 'Tid utan ärende'] },
    ]);
    expect(await lineHere(bench, line.id)).toMatchObject({ remoteId: line.remoteId, activity: 'meeting' });
    await edit(bench, line.id, { target: { kind: 'ticket', ticketId: ticket.id } });
    await sync(bench);
    expect(await withoutTicketOnPortal(bench)).toEqual([]);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 30 Felsökning']);
  });

  it('is deleted there and kept here where the portal has no such project, and comes back by an undo', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await edit(bench, line.id, { target: MEETING });
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual([]);
    const here = () =>
      readElsewhere(
        bench.workbench.file,
        'SELECT activity, worked_seconds, remote_id FROM timesheet_line WHERE deleted_at IS NULL',
      );
    expect(here()).toEqual([{ activity: 'meeting', worked_seconds: 1800, remote_id: null }]);
    expectValue(await undoChange(bench.workbench));
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 30 Felsökning']);
    expect(here()).toEqual([{ activity: null, worked_seconds: 1800, remote_id: expect.any(Number) }]);
  });

  it('by an undo is deleted there and kept here too, and a redo brings it back there', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const lineId = await meet(bench);
    await edit(bench, lineId, { target: { kind: 'ticket', ticketId: ticket.id } });
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 15 Morgonmöte']);
    const here = () =>
      readElsewhere(bench.workbench.file, 'SELECT activity FROM timesheet_line WHERE deleted_at IS NULL');
    for (const [change, onPortal, activity] of [
      [undoChange, [], 'meeting'],
      [redoChange, ['2026-11-23 15 Morgonmöte'], null],
      [undoChange, [], 'meeting'],
    ] as const) {
      expectValue(await change(bench.workbench));
      await settle(bench);
      expect(await shortlyOnPortal(bench, ticket)).toEqual(onPortal);
      expect(here()).toEqual([{ activity }]);
    }
  });
});
