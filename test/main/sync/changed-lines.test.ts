import { timesheetLineIdSchema } from '@core/ids';
import { externalIdOf } from '@core/sync/exactly-once';
import { describe, expect, it } from 'vitest';
import { deleteLines } from '../../../src/main/usecases/delete-lines';
import { editLine } from '../../../src/main/usecases/edit-line';
import { mergeLines } from '../../../src/main/usecases/merge-lines';
import { readLineConflicts } from '../../../src/main/usecases/read-line-conflicts';
import { splitLine } from '../../../src/main/usecases/split-line';
import { redoChange, undoChange } from '../../../src/main/usecases/undo-change';
import { type Fault, odooErrorFault } from '../../support/fault';
import { MONDAY_NINE } from '../../support/hand-clock';
import {
  changeOnPortal,
  deleteOnPortal,
  edit,
  lineHere,
  operationsIn,
  sentLine,
  settle,
  shortlyOnPortal,
  validateOnPortal,
} from '../../support/line-acts';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { linesOnPortal, pullInto, pushFrom, startWithTickets } from '../../support/sync-bench';
import { readElsewhere, readEverything } from '../../support/workbench-file';
import { addLine } from '../../support/workbench-rows';

const WRITE = { path: '/account.analytic.line/write' };
const UNLINK = { path: '/account.analytic.line/unlink' };
const LOAD = { path: '/account.analytic.line/load' };
const LOST: Fault[] = [{ kind: 'lose-request' }, { kind: 'lose-answer' }, { kind: 'cut-answer' }];

const minutes = (count: number) => ({ time: { kind: 'duration' as const, workedSeconds: count * 60 } });

describe('a line that was changed after it was sent', () => {
  it('circumstances: edit-sent: becomes an update: the same line, and nothing is written that did not change', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await edit(bench, line.id, { description: 'Felsökning av faktura', ...minutes(45) });
    expect(operationsIn(bench)).toEqual(['create done', 'update waiting']);
    expect(await pushFrom(bench)).toBeNull();
    expect(await linesOnPortal(bench, ticket)).toMatchObject([
      { remoteId: line.remoteId, description: 'Felsökning av faktura', workedSeconds: 2700, date: '2026-11-23' },
    ]);
    expect(operationsIn(bench)).toEqual(['create done', 'update done']);
    expect((await lineHere(bench, line.id)).portalValues).toMatchObject({ workedSeconds: 2700 });
  });

  it('is one update, however often it is changed before that is sent', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    for (const count of [10, 20, 50]) await edit(bench, line.id, minutes(count));
    expect(operationsIn(bench)).toEqual(['create done', 'update waiting']);
    await pushFrom(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 50 Felsökning']);
    expect(bench.proxy.received.filter(({ path }) => path.endsWith(WRITE.path))).toHaveLength(1);
  });

  it('is not sent when it was changed back before', async () => {
    const bench = await startWithTickets('Order');
    const line = await sentLine(bench, bench.tickets[0]);
    await edit(bench, line.id, minutes(10));
    await edit(bench, line.id, minutes(30));
    expect(operationsIn(bench)).toEqual(['create done']);
  });

  it('moves to another ticket with its hours', async () => {
    const bench = await startWithTickets('Order', 'Invoice');
    const [from, to] = bench.tickets;
    const line = await sentLine(bench, from);
    await edit(bench, line.id, { target: { kind: 'ticket', ticketId: to.id } });
    await settle(bench);
    expect(await shortlyOnPortal(bench, from)).toEqual([]);
    expect(await linesOnPortal(bench, to)).toMatchObject([{ remoteId: line.remoteId, workedSeconds: 1800 }]);
    expect(await lineHere(bench, line.id)).toMatchObject({ ticketId: to.id, remoteId: line.remoteId });
  });

  it('moves to another date with its times', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const intervals = [{ startedAt: MONDAY_NINE, durationMs: 1_800_000 }];
    const line = await sentLine(bench, ticket, { intervals });
    await edit(bench, line.id, { date: '2026-11-24' });
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-24 30 Felsökning']);
    expect((await lineHere(bench, line.id)).intervals).toEqual([
      { startedAt: MONDAY_NINE + 86_400_000, durationMs: 1_800_000 },
    ]);
  });

  it('can become shorter than a minute, which is never created', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await edit(bench, line.id, { time: { kind: 'duration', workedSeconds: 30 } });
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 0.5 Felsökning']);
  });

  it.each(LOST)('arrives once when its request or answer is lost ($kind)', async (fault) => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await edit(bench, line.id, minutes(45));
    bench.proxy.inject(fault, WRITE);
    expect(await pushFrom(bench)).toMatchObject({ kind: 'unreachable' });
    expect(operationsIn(bench)).toEqual(['create done', 'update in-flight']);
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 45 Felsökning']);
    expect(operationsIn(bench)).toEqual(['create done', 'update done']);
  });

  it.each(LOST)('and changed back while the answer was lost ($kind) ends as it was said last', async (fault) => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await edit(bench, line.id, minutes(45));
    bench.proxy.inject(fault, WRITE);
    await pushFrom(bench);
    await pullInto(bench);
    await edit(bench, line.id, minutes(30));
    // Now the portal holds what was sent, and the line what the portal held before: nobody else has changed it there.
    await pullInto(bench);
    expect((await lineHere(bench, line.id)).workedSeconds).toBe(1800);
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 30 Felsökning']);
    expect((await lineHere(bench, line.id)).workedSeconds).toBe(1800);
  });

  it('and changed back before a pull shows what arrived ends as it was said last', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await edit(bench, line.id, minutes(45));
    bench.proxy.inject({ kind: 'lose-answer' }, WRITE);
    await pushFrom(bench);
    await edit(bench, line.id, minutes(30));
    await pullInto(bench);
    expect((await lineHere(bench, line.id)).workedSeconds).toBe(1800);
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 30 Felsökning']);
  });
});

describe('a line whose creation got no answer', () => {
  it.each(LOST)('and that was changed meanwhile is one line, as it was said last ($kind)', async (fault) => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const lineId = await addLine(bench.workbench, ticket.id);
    bench.proxy.inject(fault, LOAD);
    await pushFrom(bench);
    await edit(bench, lineId, { description: 'Annat', ...minutes(45) });
    expect(operationsIn(bench)).toEqual(['create in-flight']);
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 45 Annat']);
  });

  it('after two attempts with different words is as it was said last, whichever came through', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const lineId = await addLine(bench.workbench, ticket.id);
    bench.proxy.inject({ kind: 'lose-request' }, LOAD);
    await pushFrom(bench);
    await edit(bench, lineId, minutes(45));
    bench.workbench.clock.pass(600_000);
    bench.proxy.inject({ kind: 'lose-answer' }, LOAD);
    await pushFrom(bench);
    await edit(bench, lineId, minutes(30));
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 30 Felsökning']);
  });

  it.each(LOST)('and that was deleted meanwhile leaves nothing on the portal ($kind)', async (fault) => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const lineId = await addLine(bench.workbench, ticket.id);
    bench.proxy.inject(fault, LOAD);
    await pushFrom(bench);
    expectValue(await deleteLines(bench.workbench, [lineId]));
    await settle(bench);
    expect(await linesOnPortal(bench, ticket)).toEqual([]);
    expect(readElsewhere(bench.workbench.file, 'SELECT id FROM timesheet_line WHERE deleted_at IS NULL')).toEqual([]);
  });

  it('is as it was said last when its first attempt arrives after the second was lost', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const lineId = await addLine(bench.workbench, ticket.id);
    bench.proxy.inject({ kind: 'lose-request' }, { ...LOAD, times: 2 });
    await pushFrom(bench);
    await edit(bench, lineId, minutes(45));
    bench.workbench.clock.pass(600_000);
    await pushFrom(bench);
    expectValue(
      await bench.portal.createTimesheetLine({
        externalId: externalIdOf(lineId),
        ticketRemoteId: ticket.remoteId,
        projectRemoteId: 1,
        employeeId: bench.employeeId,
        date: '2026-11-23',
        description: 'Felsökning',
        workedSeconds: 1800,
      }),
    );
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 45 Felsökning']);
  });

  it('and that is parked then is looked for when it is deleted', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const lineId = await addLine(bench.workbench, ticket.id);
    bench.proxy.inject({ kind: 'lose-answer' }, LOAD);
    await pushFrom(bench);
    bench.workbench.clock.pass(600_000);
    const refused = odooErrorFault(403, 'odoo.exceptions.AccessError', 'Not allowed.');
    bench.proxy.inject(refused, { path: '/check_object_reference' });
    await pushFrom(bench);
    expect(operationsIn(bench)).toEqual(['create parked']);
    expectValue(await deleteLines(bench.workbench, [lineId]));
    expect(operationsIn(bench)).toEqual(['delete waiting']);
    await settle(bench);
    expect(await linesOnPortal(bench, ticket)).toEqual([]);
    expect(operationsIn(bench)).toEqual(['delete done']);
  });

  it('keeps what somebody changed on the portal before it was found there', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const lineId = await addLine(bench.workbench, ticket.id);
    bench.proxy.inject({ kind: 'lose-answer' }, LOAD);
    await pushFrom(bench);
    const [there] = await linesOnPortal(bench, ticket);
    await changeOnPortal(bench, there?.remoteId ?? 0, { name: 'Rättat på portalen' });
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 30 Rättat på portalen']);
    expect((await lineHere(bench, lineId)).description).toBe('Rättat på portalen');
  });
});

describe('a line that both sides changed', () => {
  it('takes from each what the other left alone', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await changeOnPortal(bench, line.remoteId, { name: 'Rättat på portalen' });
    await edit(bench, line.id, minutes(45));
    await pushFrom(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 45 Rättat på portalen']);
    expect(await lineHere(bench, line.id)).toMatchObject({ description: 'Rättat på portalen', workedSeconds: 2700 });
  });

  it('is as here in what both changed', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await changeOnPortal(bench, line.remoteId, { unit_amount: 1 });
    await edit(bench, line.id, minutes(45));
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 45 Felsökning']);
  });

  it('keeps its waiting change when a pull comes first', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await edit(bench, line.id, minutes(45));
    await changeOnPortal(bench, line.remoteId, { unit_amount: 1, name: 'Rättat på portalen' });
    await pullInto(bench);
    expect(await lineHere(bench, line.id)).toMatchObject({ description: 'Rättat på portalen', workedSeconds: 2700 });
    expect(operationsIn(bench)).toEqual(['create done', 'update waiting']);
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 45 Rättat på portalen']);
  });

  it('in the same way have nothing left to send', async () => {
    const bench = await startWithTickets('Order');
    const line = await sentLine(bench, bench.tickets[0]);
    await edit(bench, line.id, minutes(45));
    await changeOnPortal(bench, line.remoteId, { unit_amount: 0.75 });
    await pullInto(bench);
    expect(operationsIn(bench)).toEqual(['create done']);
  });

  it('takes a change on the portal over, with what follows from it', async () => {
    const bench = await startWithTickets('Order', 'Invoice');
    const [, other] = bench.tickets;
    const intervals = [{ startedAt: MONDAY_NINE, durationMs: 1_800_000 }];
    const line = await sentLine(bench, bench.tickets[0], { intervals });
    await changeOnPortal(bench, line.remoteId, { unit_amount: 0.25, task_id: other.remoteId });
    const summary = await pullInto(bench);
    expect(summary.changedTickets).toEqual(expect.arrayContaining([bench.tickets[0].id, other.id]));
    expect(await lineHere(bench, line.id)).toMatchObject({
      ticketId: other.id,
      workedSeconds: 900,
      intervals: [{ startedAt: MONDAY_NINE, durationMs: 900_000 }],
    });
    expect(operationsIn(bench)).toEqual(['create done']);
  });

  it('settles: when nothing waits, a further sync changes nothing on either side', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await changeOnPortal(bench, line.remoteId, { name: 'Rättat på portalen' });
    await edit(bench, line.id, minutes(45));
    await settle(bench);
    const [here, there] = [readEverything(bench.workbench.file), readEverything(bench.portalFile)];
    await settle(bench);
    expect(readEverything(bench.portalFile)).toEqual(there);
    expect(readEverything(bench.workbench.file)).toEqual(here);
  });
});

describe('a line that is gone on the portal', () => {
  it('keeps what was changed here, asks about it, and is not made anew', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await deleteOnPortal(bench, line.remoteId);
    await edit(bench, line.id, minutes(45));
    await settle(bench);
    expect(operationsIn(bench)).toEqual(['create done']);
    expect(await readLineConflicts(bench.workbench.database)).toMatchObject([{ kind: 'gone' }]);
    expect(await lineHere(bench, line.id)).toMatchObject({ workedSeconds: 2700, deletedAt: null });
    expect(await linesOnPortal(bench, ticket)).toEqual([]);
  });

  it('is content to be deleted here too', async () => {
    const bench = await startWithTickets('Order');
    const line = await sentLine(bench, bench.tickets[0]);
    await deleteOnPortal(bench, line.remoteId);
    await edit(bench, line.id, minutes(45));
    await settle(bench);
    expectValue(await deleteLines(bench.workbench, [line.id]));
    await settle(bench);
    expect(operationsIn(bench)).toEqual(['create done']);
    expect(await readLineConflicts(bench.workbench.database)).toEqual([]);
  });
});

describe('a line that the portal has locked', () => {
  it('cannot be changed here once that is known, but in what the portal does not see', async () => {
    const bench = await startWithTickets('Order');
    const line = await sentLine(bench, bench.tickets[0]);
    validateOnPortal(bench, line.remoteId, true);
    const { workbench } = bench;
    await pullInto(bench);
    expect((await lineHere(bench, line.id)).portalValues?.isLocked).toBe(true);
    const locked = { kind: 'line-locked' };
    const request = { lineId: line.id, cutOverlaps: false };
    expect(expectFailure(await editLine(workbench, { ...request, description: 'Annat' }))).toEqual(locked);
    expect(expectFailure(await editLine(workbench, { ...request, ...minutes(45) }))).toEqual(locked);
    expect(expectFailure(await editLine(workbench, { ...request, date: '2026-11-24' }))).toEqual(locked);
    expect(expectFailure(await deleteLines(workbench, [line.id]))).toEqual(locked);
    expect(expectFailure(await splitLine(workbench, line.id, { kind: 'after-seconds', seconds: 60 }))).toEqual(locked);
    expectValue(await editLine(workbench, { ...request, kindOfWork: 'bug-analysis' }));
    expect((await lineHere(bench, line.id)).kindOfWork).toBe('bug-analysis');
    expect(operationsIn(bench)).toEqual(['create done']);
  });

  it('that was deleted here before anybody knew comes back, and is asked about', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    validateOnPortal(bench, line.remoteId, true);
    expectValue(await deleteLines(bench.workbench, [line.id]));
    await settle(bench);
    expect(operationsIn(bench)).toEqual(['create done', 'delete done']);
    expect(await readLineConflicts(bench.workbench.database)).toMatchObject([
      { kind: 'locked', mine: null, missingSeconds: null, choices: ['leave'] },
    ]);
    expect(await lineHere(bench, line.id)).toMatchObject({ deletedAt: null, remoteId: line.remoteId });
    expect(await linesOnPortal(bench, ticket)).toHaveLength(1);
  });
});

describe('a line that was deleted', () => {
  it('before it was sent is never sent', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const lineId = await addLine(bench.workbench, ticket.id);
    expectValue(await deleteLines(bench.workbench, [lineId]));
    expect(operationsIn(bench)).toEqual([]);
    await settle(bench);
    expect(await linesOnPortal(bench, ticket)).toEqual([]);
  });

  it('after it was sent is deleted there, and no pull brings it back', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    expectValue(await deleteLines(bench.workbench, [line.id]));
    await changeOnPortal(bench, line.remoteId, { name: 'Rättat på portalen' });
    await pullInto(bench);
    expect(await lineHere(bench, line.id)).toMatchObject({ deletedAt: expect.any(Number) });
    await settle(bench);
    expect(await linesOnPortal(bench, ticket)).toEqual([]);
    expect(operationsIn(bench)).toEqual(['create done', 'delete done']);
    expect(readElsewhere(bench.workbench.file, 'SELECT id FROM timesheet_line WHERE deleted_at IS NULL')).toEqual([]);
  });

  it.each(LOST)('is deleted there once when its request or answer is lost ($kind)', async (fault) => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    expectValue(await deleteLines(bench.workbench, [line.id]));
    bench.proxy.inject(fault, UNLINK);
    await pushFrom(bench);
    expect(operationsIn(bench)).toEqual(['create done', 'delete in-flight']);
    await settle(bench);
    expect(await linesOnPortal(bench, ticket)).toEqual([]);
    expect(operationsIn(bench)).toEqual(['create done', 'delete done']);
  });

  it('and changed before, is deleted only', async () => {
    const bench = await startWithTickets('Order');
    const line = await sentLine(bench, bench.tickets[0]);
    await edit(bench, line.id, minutes(45));
    expectValue(await deleteLines(bench.workbench, [line.id]));
    expect(operationsIn(bench)).toEqual(['create done', 'delete waiting']);
    await settle(bench);
    expect(bench.proxy.received.filter(({ path }) => path.endsWith(WRITE.path))).toEqual([]);
  });

  it('while its update is on its way, is deleted after that', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await edit(bench, line.id, minutes(45));
    bench.proxy.inject({ kind: 'lose-answer' }, WRITE);
    await pushFrom(bench);
    expectValue(await deleteLines(bench.workbench, [line.id]));
    expect(operationsIn(bench)).toEqual(['create done', 'update in-flight']);
    await settle(bench);
    expect(operationsIn(bench)).toEqual(['create done', 'update done', 'delete done']);
    expect(await linesOnPortal(bench, ticket)).toEqual([]);
  });

  it('while its update is on its way, is deleted also when that is refused', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await edit(bench, line.id, minutes(45));
    bench.proxy.inject({ kind: 'lose-request' }, WRITE);
    await pushFrom(bench);
    expectValue(await deleteLines(bench.workbench, [line.id]));
    await deleteOnPortal(bench, line.remoteId);
    await settle(bench);
    expect(operationsIn(bench)).toEqual(['create done']);
  });
});

it('of which nobody knows what the portal holds, a line is never created a second time', async () => {
  const bench = await startWithTickets('Order');
  const lineId = await addLine(bench.workbench, bench.tickets[0].id, { remoteId: 4711 });
  await edit(bench, lineId, minutes(45));
  expect(operationsIn(bench)).toEqual([]);
});

describe('an undo', () => {
  it('of a deletion that was not sent keeps the line as the portal has it', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    expectValue(await deleteLines(bench.workbench, [line.id]));
    expectValue(await undoChange(bench.workbench));
    expect(operationsIn(bench)).toEqual(['create done']);
    await settle(bench);
    expect(await linesOnPortal(bench, ticket)).toMatchObject([{ remoteId: line.remoteId }]);
  });

  it.each(['done', 'in-flight'])('of a deletion that is %s makes a new line with a new id', async (state) => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    expectValue(await deleteLines(bench.workbench, [line.id]));
    if (state === 'in-flight') bench.proxy.inject({ kind: 'lose-answer' }, UNLINK);
    await pushFrom(bench);
    expect(operationsIn(bench)).toEqual(['create done', `delete ${state}`]);
    expectValue(await undoChange(bench.workbench));
    await settle(bench);
    const [there, ...others] = await linesOnPortal(bench, ticket);
    expect(others).toEqual([]);
    expect(there).toMatchObject({ description: 'Felsökning', workedSeconds: 1800 });
    expect(there?.remoteId).not.toBe(line.remoteId);
    expect(
      readElsewhere(bench.workbench.file, 'SELECT id, remote_id FROM timesheet_line WHERE deleted_at IS NULL'),
    ).toEqual([{ id: expect.not.stringMatching(line.id), remote_id: there?.remoteId }]);
  });

  it('circumstances: edit-sent: of a deletion that was sent can be undone itself, and what was done before it too', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets } = bench;
    const line = await sentLine(bench, tickets[0]);
    await edit(bench, line.id, minutes(45));
    await settle(bench);
    expectValue(await deleteLines(workbench, [line.id]));
    await settle(bench);
    const shown = () => shortlyOnPortal(bench, tickets[0]);
    for (const [change, expected] of [
      [undoChange, ['2026-11-23 45 Felsökning']],
      [redoChange, []],
      [undoChange, ['2026-11-23 45 Felsökning']],
      [undoChange, ['2026-11-23 30 Felsökning']],
      [redoChange, ['2026-11-23 45 Felsökning']],
      [redoChange, []],
    ] as const) {
      expectValue(await change(workbench));
      await settle(bench);
      expect(await shown()).toEqual(expected);
    }
  });

  it('of a change that was sent is a change back', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await edit(bench, line.id, minutes(45));
    await settle(bench);
    expectValue(await undoChange(bench.workbench));
    await settle(bench);
    expect(await linesOnPortal(bench, ticket)).toMatchObject([{ remoteId: line.remoteId, workedSeconds: 1800 }]);
  });

  it('is refused where the portal has changed the line since', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await edit(bench, line.id, minutes(45));
    await settle(bench);
    await changeOnPortal(bench, line.remoteId, { unit_amount: 1 });
    await settle(bench);
    expect(expectFailure(await undoChange(bench.workbench))).toEqual({ kind: 'changed-since' });
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 60 Felsökning']);
  });
});

describe('a split and a merge', () => {
  it('of a line that was sent keep the sum on the portal', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    expectValue(await splitLine(bench.workbench, line.id, { kind: 'after-seconds', seconds: 600 }));
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 10 Felsökning', '2026-11-23 20 Felsökning']);
    const rows = readElsewhere(bench.workbench.file, 'SELECT id FROM timesheet_line ORDER BY id');
    const ids = rows.map(({ id }) => timesheetLineIdSchema.parse(id));
    expectValue(await mergeLines(bench.workbench, ids));
    await settle(bench);
    expect(await linesOnPortal(bench, ticket)).toMatchObject([{ remoteId: line.remoteId, workedSeconds: 1800 }]);
  });

  it('of a line that was sent with one that was not keeps the one the portal has', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const older = await addLine(bench.workbench, ticket.id, { description: '' });
    const sent = await sentLine(bench, ticket);
    expectValue(await mergeLines(bench.workbench, [older, sent.id]));
    await settle(bench);
    expect(await linesOnPortal(bench, ticket)).toMatchObject([{ remoteId: sent.remoteId, workedSeconds: 3600 }]);
    expect(operationsIn(bench)).toEqual(['create done', 'update done']);
  });
});
