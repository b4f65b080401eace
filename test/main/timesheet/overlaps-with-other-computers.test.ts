import { describe, expect, it } from 'vitest';
import { deleteLines } from '../../../src/main/usecases/delete-lines';
import { editLine } from '../../../src/main/usecases/edit-line';
import { settleOverlaps } from '../../../src/main/usecases/hold-overlaps';
import { between, DAY } from '../../core/timesheet/lines';
import { lineHere } from '../../support/line-acts';
import { expectValue } from '../../support/portal-bench';
import { openWorkbench, type TestWorkbench } from '../../support/workbench';
import { connect, readElsewhere, readEverything } from '../../support/workbench-file';
import { addLine, addTicket } from '../../support/workbench-rows';

const HELD = { heldSeconds: 3600, holdReason: 'overlap' };
const FREE = { heldSeconds: 0, holdReason: null };

function hours(from: string, to: string) {
  const interval = between(from, to);
  return { intervals: [interval], workedSeconds: interval.durationMs / 1000 };
}

/** What another computer of mine sent: a line on the portal whose times a note told. */
function fromElsewhere(
  workbench: TestWorkbench,
  ticketId: Awaited<ReturnType<typeof addTicket>>,
  from: string,
  to: string,
) {
  const { workedSeconds, intervals } = hours(from, to);
  const portalValues = { date: DAY, description: 'Laptop', workedSeconds, ticketRemoteId: 1, isLocked: false };
  return addLine(workbench, ticketId, { remoteId: 77, intervals, workedSeconds, description: 'Laptop', portalValues });
}

const outboxIn = ({ file }: TestWorkbench) =>
  readElsewhere(file, `SELECT subject_id FROM outbox WHERE kind = 'create-timesheet-line' ORDER BY sequence`).map(
    ({ subject_id }) => subject_id,
  );

describe('a line of mine that says the same time as one from another computer', () => {
  it('circumstances: two-computers: is held back, and let go when the other is gone', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const mine = await addLine(workbench, ticketId, hours('09:00', '10:00'));
    const apart = await addLine(workbench, ticketId, hours('11:00', '12:00'));
    const theirs = await fromElsewhere(workbench, ticketId, '09:30', '11:00');
    expect(outboxIn(workbench)).toEqual([mine, apart]);
    await settleOverlaps(workbench);
    expect(await lineHere({ workbench }, mine)).toMatchObject(HELD);
    expect(await lineHere({ workbench }, apart)).toMatchObject(FREE);
    expect(outboxIn(workbench)).toEqual([apart]);
    connect(workbench.file).exec(`DELETE FROM timesheet_line WHERE id = '${theirs}'`);
    await settleOverlaps(workbench);
    expect(await lineHere({ workbench }, mine)).toMatchObject(FREE);
    expect(outboxIn(workbench)).toEqual([apart, mine]);
  });

  it('is let go when it is cut, and its hold follows it when it is only shortened', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const mine = await addLine(workbench, ticketId, hours('09:00', '10:00'));
    await fromElsewhere(workbench, ticketId, '09:30', '11:00');
    await settleOverlaps(workbench);
    const cut = (to: string) => ({ kind: 'intervals' as const, intervals: [between('09:00', to)] });
    expectValue(await editLine(workbench, { lineId: mine, time: cut('09:45'), cutOverlaps: true }));
    expect(await lineHere({ workbench }, mine)).toMatchObject({ ...FREE, intervals: [between('09:00', '09:30')] });
    expect(outboxIn(workbench)).toEqual([mine]);
  });

  it('is let go when it is only a length any more', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const mine = await addLine(workbench, ticketId, hours('09:00', '10:00'));
    await fromElsewhere(workbench, ticketId, '09:30', '11:00');
    await settleOverlaps(workbench);
    const time = { kind: 'duration', workedSeconds: 1800 } as const;
    expectValue(await editLine(workbench, { lineId: mine, time, cutOverlaps: false }));
    expect(await lineHere({ workbench }, mine)).toMatchObject(FREE);
  });

  it('is let go when the other is deleted here', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const mine = await addLine(workbench, ticketId, hours('09:00', '10:00'));
    const theirs = await fromElsewhere(workbench, ticketId, '09:30', '11:00');
    await settleOverlaps(workbench);
    expectValue(await deleteLines(workbench, [theirs]));
    expect(await lineHere({ workbench }, mine)).toMatchObject(FREE);
  });

  it('is left alone once it may have left this computer', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const mine = await addLine(workbench, ticketId, hours('09:00', '10:00'));
    connect(workbench.file).exec(`UPDATE outbox SET state = 'in-flight'`);
    await fromElsewhere(workbench, ticketId, '09:30', '11:00');
    await settleOverlaps(workbench);
    expect(await lineHere({ workbench }, mine)).toMatchObject(FREE);
  });

  it('is not held for a colleague’s line, and nothing is touched a second time', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const mine = await addLine(workbench, ticketId, hours('09:00', '10:00'));
    await addLine(workbench, ticketId, { ...hours('09:00', '10:00'), origin: 'colleague', remoteId: 5 });
    await settleOverlaps(workbench);
    expect(await lineHere({ workbench }, mine)).toMatchObject(FREE);
    await fromElsewhere(workbench, ticketId, '09:30', '11:00');
    await settleOverlaps(workbench);
    const before = readEverything(workbench.file);
    const told: string[] = [];
    workbench.onTold((what) => told.push(what));
    await settleOverlaps(workbench);
    expect(readEverything(workbench.file)).toEqual(before);
    expect(told).toEqual([]);
  });
});

it('of two lines that were never sent the older is sent and the other held', async () => {
  const workbench = openWorkbench();
  const ticketId = await addTicket(workbench);
  const [older, newer] = [
    await addLine(workbench, ticketId, hours('09:00', '10:00')),
    await addLine(workbench, ticketId, hours('09:00', '10:00')),
  ];
  await settleOverlaps(workbench);
  expect(await lineHere({ workbench }, older)).toMatchObject(FREE);
  expect(await lineHere({ workbench }, newer)).toMatchObject(HELD);
  expect(outboxIn(workbench)).toEqual([older]);
});
