import { operationIdSchema } from '@core/ids';
import { expect, it } from 'vitest';
import { giveUp, park } from '../../src/main/db/queries/outbox';
import { writeTicketSteps } from '../../src/main/db/queries/ticket-steps';
import { pauseTimer } from '../../src/main/usecases/pause-timer';
import { NOTHING_UNSENT, readUnsentWork } from '../../src/main/usecases/read-unsent-work';
import { startTimer } from '../../src/main/usecases/start-timer';
import { MINUTE } from '../support/hand-clock';
import { expectValue } from '../support/portal-bench';
import { openWorkbench, type TestWorkbench, work } from '../support/workbench';
import { fileScreenshot, fileSteps, makePng, takeScreenshot, write } from '../support/workbench-acts';
import { connect } from '../support/workbench-file';
import { addLine, addTicket } from '../support/workbench-rows';

const read = ({ database, clock }: TestWorkbench) => readUnsentWork(database, clock.read());
const workOf = async (workbench: TestWorkbench) => (await read(workbench)).work;

it('is nothing in a new file', async () => {
  expect(await workOf(openWorkbench())).toEqual(NOTHING_UNSENT.work);
});

it('is every line the portal does not hold, with its time: sent soon, without a description, or held back', async () => {
  const workbench = openWorkbench();
  const ticketId = await addTicket(workbench);
  await addLine(workbench, ticketId, { workedSeconds: 1800 });
  await addLine(workbench, ticketId, { workedSeconds: 600, description: '' });
  await addLine(workbench, ticketId, { workedSeconds: 3600, heldSeconds: 900, holdReason: 'unapproved' });
  connect(workbench.file).exec(
    `UPDATE timesheet_line SET portal_values = '{}', remote_id = 7 WHERE worked_seconds = 3600`,
  );
  expect((await workOf(workbench)).lines).toEqual({ count: 3, workedSeconds: 1800 + 600 + 900 });
});

it('is no line too short to be sent, none of a colleague, and none that was deleted here', async () => {
  const workbench = openWorkbench();
  const ticketId = await addTicket(workbench);
  await addLine(workbench, ticketId, { workedSeconds: 59 });
  await addLine(workbench, ticketId, { workedSeconds: 1800, origin: 'colleague' });
  await addLine(workbench, ticketId, { workedSeconds: 1800, deletedAt: workbench.clock.read().wall });
  expect((await workOf(workbench)).lines.count).toBe(0);
});

it('is a line the portal has lost: it is nowhere else', async () => {
  const workbench = openWorkbench();
  await addLine(workbench, await addTicket(workbench), { workedSeconds: 1800, remoteId: 7 });
  expect((await workOf(workbench)).lines).toEqual({ count: 1, workedSeconds: 1800 });
});

it('is what is in the outbox, what was parked and given up among it, and what was begun', async () => {
  const workbench = openWorkbench();
  const [ticketId, other] = [await addTicket(workbench), await addTicket(workbench)];
  await write(workbench, ticketId);
  await fileScreenshot(workbench, ticketId);
  await takeScreenshot(workbench, null, makePng(3));
  await writeTicketSteps(workbench.database, { ticketId: other, done: 'Öppna', happened: '', expected: '' });
  const outbox = await workbench.database.selectFrom('outbox').select('id').orderBy('sequence').execute();
  const [first, second] = outbox.map(({ id }) => operationIdSchema.parse(id));
  if (!first || !second) throw new Error('Two operations wait.');
  for (const id of [first, second]) await park(workbench.database, id, 'no');
  await giveUp(workbench.database, second, workbench.clock.read().wall);
  expect(await workOf(workbench)).toMatchObject({
    messages: 2,
    pictures: 1,
    pictureDrafts: 1,
    stepDrafts: 1,
    parked: 1,
  });
  expect((await workOf(workbench)).givenUp).toBeGreaterThanOrEqual(1);
});

it('is no draft of steps that were sent', async () => {
  const workbench = openWorkbench();
  await fileSteps(workbench, await addTicket(workbench), ['Öppna fakturan']);
  expect(await workOf(workbench)).toMatchObject({ stepDrafts: 0, pictureDrafts: 0 });
});

it('is a timer, which runs or is paused, and has another mark with every minute that is recorded', async () => {
  const workbench = openWorkbench();
  const { timerId } = expectValue(await startTimer(workbench, await addTicket(workbench)));
  expect(await workOf(workbench)).toMatchObject({ runningOn: 'S-1', pausedTimers: 0 });
  await work(workbench, MINUTE);
  await pauseTimer(workbench, timerId);
  const paused = await read(workbench);
  expect(paused.work).toMatchObject({ runningOn: null, pausedTimers: 1 });
  workbench.clock.pass(MINUTE);
  expect((await read(workbench)).mark).toBe(paused.mark);
  expectValue(await startTimer(workbench, await addTicket(workbench)));
  expect((await read(workbench)).mark).not.toBe(paused.mark);
});

it('has another mark once anything of it is another', async () => {
  const workbench = openWorkbench();
  const ticketId = await addTicket(workbench);
  await addLine(workbench, ticketId, { workedSeconds: 1800 });
  const { mark } = await read(workbench);
  expect((await read(workbench)).mark).toBe(mark);
  connect(workbench.file).exec(`UPDATE timesheet_line SET description = 'Något annat'`);
  expect((await read(workbench)).mark).not.toBe(mark);
});
