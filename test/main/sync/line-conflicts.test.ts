import { type LineConflictId, timesheetLineIdSchema } from '@core/ids';
import { addMs } from '@core/time/instant';
import type { LineConflictChoice } from '@core/timesheet/line-conflict';
import { describe, expect, it } from 'vitest';
import { decideLineConflict } from '../../../src/main/usecases/decide-line-conflict';
import { deleteLines } from '../../../src/main/usecases/delete-lines';
import { mergeLines } from '../../../src/main/usecases/merge-lines';
import { readLineConflicts } from '../../../src/main/usecases/read-line-conflicts';
import { redoChange, undoChange } from '../../../src/main/usecases/undo-change';
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
import { linesOnPortal, pullInto, pushFrom, type SyncBench, startWithTickets } from '../../support/sync-bench';
import { readElsewhere, readEverything } from '../../support/workbench-file';

const WRITE = { path: '/account.analytic.line/write' };
const minutes = (count: number) => ({ time: { kind: 'duration' as const, workedSeconds: count * 60 } });

const conflictsIn = ({ workbench }: SyncBench) => readLineConflicts(workbench.database);

async function onlyConflict(bench: SyncBench): Promise<Awaited<ReturnType<typeof readLineConflicts>>[number]> {
  const [conflict, ...others] = await conflictsIn(bench);
  expect(others).toEqual([]);
  return conflict ?? expect.fail('There is no conflict.');
}

const decide = ({ workbench }: SyncBench, conflictId: LineConflictId, choice: LineConflictChoice | null) =>
  decideLineConflict(workbench, { conflictId, choice });

/** My lines here that are not deleted, in short. */
const shortlyHere = ({ workbench }: SyncBench) =>
  readElsewhere(
    workbench.file,
    'SELECT date, worked_seconds, description FROM timesheet_line WHERE deleted_at IS NULL ORDER BY id',
  ).map((line) => `${line['date']} ${Number(line['worked_seconds']) / 60} ${line['description']}`);

/** A line of 30 minutes that both sides have, which is 45 minutes here and an hour on the portal. */
async function startContested() {
  const bench = await startWithTickets('Order');
  const [ticket] = bench.tickets;
  const line = await sentLine(bench, ticket);
  await edit(bench, line.id, minutes(45));
  await changeOnPortal(bench, line.remoteId, { unit_amount: 1 });
  return { ...bench, ticket, line };
}

// SYNC, "Conflicts": "own timesheet line: the client wins until the server has it validated or invoiced".
describe('a line of mine in which both sides changed the same', () => {
  it.each(['push', 'pull'])('stands as here, and says what the portal had (met by a %s)', async (first) => {
    const bench = await startContested();
    if (first === 'push') await pushFrom(bench);
    else await pullInto(bench);
    await settle(bench);
    expect(await shortlyOnPortal(bench, bench.ticket)).toEqual(['2026-11-23 45 Felsökning']);
    expect(await onlyConflict(bench)).toMatchObject({
      kind: 'changed',
      fields: ['workedSeconds'],
      base: { workedSeconds: 1800 },
      mine: { workedSeconds: 2700 },
      theirs: { workedSeconds: 3600 },
      choices: ['use-portals', 'leave'],
    });
  });

  it('is no conflict where each changed something else, or both the same', async () => {
    const bench = await startWithTickets('Order');
    const line = await sentLine(bench, bench.tickets[0]);
    await edit(bench, line.id, minutes(45));
    await changeOnPortal(bench, line.remoteId, { unit_amount: 0.75, name: 'Rättat' });
    await settle(bench);
    expect(await conflictsIn(bench)).toEqual([]);
  });

  it('is asked about once, though the answer to what was sent gets lost and it is met again', async () => {
    const bench = await startContested();
    bench.proxy.inject({ kind: 'lose-request' }, WRITE);
    await pushFrom(bench);
    await decide(bench, (await onlyConflict(bench)).id, 'leave');
    await settle(bench);
    expect(await conflictsIn(bench)).toEqual([]);
    expect(await shortlyOnPortal(bench, bench.ticket)).toEqual(['2026-11-23 45 Felsökning']);
  });

  it('keeps what the portal had though the answer to what was written over it got lost', async () => {
    const bench = await startContested();
    bench.proxy.inject({ kind: 'lose-answer' }, WRITE);
    await pushFrom(bench);
    await pullInto(bench);
    await settle(bench);
    expect(await onlyConflict(bench)).toMatchObject({ theirs: { workedSeconds: 3600 } });
  });

  it('takes the portal’s when a person says so, and mine again when that is taken back', async () => {
    const bench = await startContested();
    await settle(bench);
    const { id } = await onlyConflict(bench);
    expectValue(await decide(bench, id, 'use-portals'));
    expect(await conflictsIn(bench)).toEqual([]);
    await settle(bench);
    expect(await shortlyOnPortal(bench, bench.ticket)).toEqual(['2026-11-23 60 Felsökning']);
    expectValue(await decide(bench, id, null));
    expect(await onlyConflict(bench)).toMatchObject({ id, mine: { workedSeconds: 2700 } });
    await settle(bench);
    expect(await shortlyOnPortal(bench, bench.ticket)).toEqual(['2026-11-23 45 Felsökning']);
  });

  it('is asked about again by the undo of the timesheet, and no more once that is done again', async () => {
    const bench = await startContested();
    await settle(bench);
    expectValue(await decide(bench, (await onlyConflict(bench)).id, 'use-portals'));
    expectValue(await undoChange(bench.workbench));
    await onlyConflict(bench);
    expectValue(await redoChange(bench.workbench));
    expect(await conflictsIn(bench)).toEqual([]);
  });

  it('does not take back a choice after which something else was done to lines', async () => {
    const bench = await startContested();
    await settle(bench);
    const { id } = await onlyConflict(bench);
    expectValue(await decide(bench, id, 'use-portals'));
    await edit(bench, bench.line.id, { description: 'Något tredje' });
    expect(expectFailure(await decide(bench, id, null))).toEqual({ kind: 'changed-since' });
    expect(await lineHere(bench, bench.line.id)).toMatchObject({ workedSeconds: 3600, description: 'Något tredje' });
  });

  it('can be left, and taken up again', async () => {
    const bench = await startContested();
    await settle(bench);
    const { id } = await onlyConflict(bench);
    expectValue(await decide(bench, id, 'leave'));
    expect(await conflictsIn(bench)).toEqual([]);
    expect(expectFailure(await decide(bench, id, 'use-portals'))).toEqual({ kind: 'not-found' });
    expectValue(await decide(bench, id, null));
    await onlyConflict(bench);
    expect(await lineHere(bench, bench.line.id)).toMatchObject({ workedSeconds: 2700 });
  });

  it('is no question any more once the line says what the portal had, or is deleted', async () => {
    const bench = await startContested();
    await settle(bench);
    await edit(bench, bench.line.id, minutes(60));
    expect(await conflictsIn(bench)).toEqual([]);
    await edit(bench, bench.line.id, minutes(50));
    expect(await onlyConflict(bench)).toMatchObject({ mine: { workedSeconds: 3000 } });
    expectValue(await deleteLines(bench.workbench, [bench.line.id]));
    expect(await conflictsIn(bench)).toEqual([]);
  });

  it('is one question, however often the portal is changed', async () => {
    const bench = await startContested();
    await settle(bench);
    await edit(bench, bench.line.id, { description: 'Mitt', ...minutes(50) });
    await changeOnPortal(bench, bench.line.remoteId, { unit_amount: 2, name: 'Deras' });
    await settle(bench);
    expect(await onlyConflict(bench)).toMatchObject({
      fields: ['workedSeconds', 'description'],
      base: { workedSeconds: 1800, description: 'Felsökning' },
      theirs: { workedSeconds: 7200, description: 'Deras' },
    });
  });

  it('is refused the portal’s time where another line of mine has it', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const nine = { startedAt: MONDAY_NINE, durationMs: 1_800_000 };
    const line = await sentLine(bench, ticket, { intervals: [nine] });
    await edit(bench, line.id, { date: '2026-11-25' });
    await changeOnPortal(bench, line.remoteId, { date: '2026-11-24' });
    await settle(bench);
    const tuesday = { ...nine, startedAt: addMs(nine.startedAt, 86_400_000) };
    await sentLine(bench, ticket, { date: '2026-11-24', intervals: [tuesday] });
    const { id } = await onlyConflict(bench);
    expect(expectFailure(await decide(bench, id, 'use-portals'))).toEqual({ kind: 'line-overlaps' });
    await onlyConflict(bench);
  });
});

/** A line that was validated on the portal with 30 minutes, before that was known here. */
async function startLocked(here: Parameters<typeof edit>[2]) {
  const bench = await startWithTickets('Order', 'Faktura');
  const [ticket] = bench.tickets;
  const line = await sentLine(bench, ticket);
  validateOnPortal(bench, line.remoteId, true);
  await edit(bench, line.id, here);
  return { ...bench, ticket, line };
}

// SYNC, "Conflicts": "then the server wins and a correction is proposed".
describe('a line of mine that the portal has locked', () => {
  it.each(['push', 'pull'])('is the portal’s, mine is kept, and nothing is stuck (met by a %s)', async (first) => {
    const bench = await startLocked({ ...minutes(45), description: 'Mitt' });
    if (first === 'push') await pushFrom(bench);
    else await pullInto(bench);
    await settle(bench);
    expect(await lineHere(bench, bench.line.id)).toMatchObject({ workedSeconds: 1800, description: 'Felsökning' });
    expect(readElsewhere(bench.workbench.file, `SELECT * FROM outbox WHERE state <> 'done'`)).toEqual([]);
    expect(await onlyConflict(bench)).toMatchObject({
      kind: 'locked',
      fields: ['description', 'workedSeconds'],
      base: { workedSeconds: 1800 },
      mine: { workedSeconds: 2700, description: 'Mitt' },
      theirs: { workedSeconds: 1800 },
      missingSeconds: 900,
      choices: ['record-difference', 'leave'],
    });
    const before = [readEverything(bench.workbench.file), readEverything(bench.portalFile)];
    await settle(bench);
    expect([readEverything(bench.workbench.file), readEverything(bench.portalFile)]).toEqual(before);
  });

  it('is followed by a line of its own for the difference, once', async () => {
    const bench = await startLocked({ ...minutes(45), description: 'Mitt' });
    await settle(bench);
    const { id } = await onlyConflict(bench);
    expectValue(await decide(bench, id, 'record-difference'));
    expect(expectFailure(await decide(bench, id, 'record-difference'))).toEqual({ kind: 'not-found' });
    expect(await conflictsIn(bench)).toEqual([]);
    await settle(bench);
    expect(shortlyHere(bench)).toEqual(['2026-11-23 30 Felsökning', '2026-11-23 15 Mitt']);
    expect(await shortlyOnPortal(bench, bench.ticket)).toEqual(['2026-11-23 15 Mitt', '2026-11-23 30 Felsökning']);
    expectValue(await decide(bench, id, null));
    await settle(bench);
    expect(shortlyHere(bench)).toEqual(['2026-11-23 30 Felsökning']);
    expect(await shortlyOnPortal(bench, bench.ticket)).toEqual(['2026-11-23 30 Felsökning']);
    expect(await onlyConflict(bench)).toMatchObject({ id, missingSeconds: 900 });
  });

  it('is not asked about again when the line of the difference is merged or deleted', async () => {
    const bench = await startLocked(minutes(45));
    await settle(bench);
    expectValue(await decide(bench, (await onlyConflict(bench)).id, 'record-difference'));
    const other = await sentLine(bench, bench.ticket);
    const [correction] = readElsewhere(
      bench.workbench.file,
      'SELECT id FROM timesheet_line WHERE worked_seconds = 900',
    );
    const correctionId = timesheetLineIdSchema.parse(correction?.['id']);
    expectValue(await mergeLines(bench.workbench, [other.id, correctionId]));
    expect(await conflictsIn(bench)).toEqual([]);
  });

  it('lacks only what the office has not added since', async () => {
    const bench = await startLocked(minutes(45));
    await settle(bench);
    validateOnPortal(bench, bench.line.remoteId, false);
    await changeOnPortal(bench, bench.line.remoteId, { unit_amount: 40 / 60 });
    validateOnPortal(bench, bench.line.remoteId, true);
    await settle(bench);
    expect(await onlyConflict(bench)).toMatchObject({ theirs: { workedSeconds: 2400 }, missingSeconds: 300 });
    validateOnPortal(bench, bench.line.remoteId, false);
    await changeOnPortal(bench, bench.line.remoteId, { unit_amount: 0.75 });
    validateOnPortal(bench, bench.line.remoteId, true);
    await settle(bench);
    expect(await conflictsIn(bench)).toEqual([]);
  });

  it('proposes no line where it holds more than I had written, or is on another ticket', async () => {
    const shorter = await startLocked(minutes(20));
    await settle(shorter);
    const { id, ...conflict } = await onlyConflict(shorter);
    expect(conflict).toMatchObject({ missingSeconds: null, choices: ['leave'], mine: { workedSeconds: 1200 } });
    expect(expectFailure(await decide(shorter, id, 'record-difference'))).toEqual({ kind: 'not-found' });

    const moved = await startLocked(minutes(20));
    await edit(moved, moved.line.id, { ...minutes(45), target: { kind: 'ticket', ticketId: moved.tickets[1].id } });
    await settle(moved);
    expect(await onlyConflict(moved)).toMatchObject({ missingSeconds: null });
    expect(await lineHere(moved, moved.line.id)).toMatchObject({ ticketId: moved.ticket.id, workedSeconds: 1800 });
  });

  it('comes back after its deletion was refused, also where the line to the portal fails in between', async () => {
    const bench = await startWithTickets('Order');
    const line = await sentLine(bench, bench.tickets[0]);
    validateOnPortal(bench, line.remoteId, true);
    expectValue(await deleteLines(bench.workbench, [line.id]));
    // The first question is whether the line is gone, the second whether it is locked.
    bench.proxy.inject({ kind: 'lose-request' }, { path: '/account.analytic.line/search_read', after: 1 });
    expect(await pushFrom(bench)).toMatchObject({ kind: 'unreachable' });
    expect(operationsIn(bench)).toEqual(['create done', 'delete in-flight']);
    await settle(bench);
    expect(operationsIn(bench)).toEqual(['create done', 'delete done']);
    expect(await onlyConflict(bench)).toMatchObject({ kind: 'locked', mine: null });
    expect(shortlyHere(bench)).toEqual(['2026-11-23 30 Felsökning']);
  });

  it('keeps the words said last, though an earlier attempt of mine had arrived before it was locked', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await edit(bench, line.id, minutes(20));
    bench.proxy.inject({ kind: 'lose-answer' }, WRITE);
    await pushFrom(bench);
    await edit(bench, line.id, minutes(30));
    validateOnPortal(bench, line.remoteId, true);
    await settle(bench);
    expect(await onlyConflict(bench)).toMatchObject({ mine: { workedSeconds: 1800 }, missingSeconds: 600 });
  });
});

// SYNC, "Conflicts": "the edit is kept and parked; nothing is resurrected by itself".
describe('a line of mine that is gone from the portal and was changed here', () => {
  async function startGone() {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await deleteOnPortal(bench, line.remoteId);
    await edit(bench, line.id, minutes(45));
    await settle(bench);
    return { ...bench, ticket, line };
  }

  it('says so beside what it was, and stays here as it was changed', async () => {
    const bench = await startGone();
    expect(await onlyConflict(bench)).toMatchObject({
      kind: 'gone',
      fields: ['workedSeconds'],
      base: { workedSeconds: 1800 },
      mine: { workedSeconds: 2700 },
      theirs: null,
      choices: ['send-again', 'delete', 'leave'],
    });
    await edit(bench, bench.line.id, minutes(50));
    await settle(bench);
    expect(await onlyConflict(bench)).toMatchObject({ mine: { workedSeconds: 3000 } });
    expect(operationsIn(bench)).toEqual(['create done']);
    expect(await linesOnPortal(bench, bench.ticket)).toEqual([]);
  });

  it('is sent again as a new line when a person says so, and that can be taken back', async () => {
    const bench = await startGone();
    const { id } = await onlyConflict(bench);
    expectValue(await decide(bench, id, 'send-again'));
    await settle(bench);
    expect(await shortlyOnPortal(bench, bench.ticket)).toEqual(['2026-11-23 45 Felsökning']);
    expect(shortlyHere(bench)).toEqual(['2026-11-23 45 Felsökning']);
    expect(await conflictsIn(bench)).toEqual([]);
    expectValue(await decide(bench, id, null));
    await settle(bench);
    expect(await linesOnPortal(bench, bench.ticket)).toEqual([]);
    expect(shortlyHere(bench)).toEqual(['2026-11-23 45 Felsökning']);
    await onlyConflict(bench);
  });

  it('is deleted here when a person says so, and that can be taken back', async () => {
    const bench = await startGone();
    const { id } = await onlyConflict(bench);
    expectValue(await decide(bench, id, 'delete'));
    await settle(bench);
    expect(shortlyHere(bench)).toEqual([]);
    expectValue(await decide(bench, id, null));
    expect(shortlyHere(bench)).toEqual(['2026-11-23 45 Felsökning']);
    await onlyConflict(bench);
  });

  it('was only out of reach when it shows again: then what was changed here is sent', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const line = await sentLine(bench, ticket);
    await edit(bench, line.id, minutes(45));
    bench.proxy.inject({ kind: 'answer', status: 200, body: '[]' }, { path: '/account.analytic.line/search_read' });
    await pushFrom(bench);
    expect(await onlyConflict(bench)).toMatchObject({ kind: 'gone' });
    await settle(bench);
    expect(await shortlyOnPortal(bench, ticket)).toEqual(['2026-11-23 45 Felsökning']);
    expect(await conflictsIn(bench)).toEqual([]);
  });
});
