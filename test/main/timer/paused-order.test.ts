import { expect, it } from 'vitest';
import { pauseTimer } from '../../../src/main/usecases/pause-timer';
import { readTimers } from '../../../src/main/usecases/read-timers';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { MINUTE } from '../../support/hand-clock';
import { expectValue } from '../../support/portal-bench';
import { openWorkbench, work } from '../../support/workbench';
import { addTicket } from '../../support/workbench-rows';

it('paused timers are listed with the one that was paused last first: that is the one to go back to', async () => {
  const workbench = openWorkbench();
  const [first, second, third] = [await addTicket(workbench), await addTicket(workbench), await addTicket(workbench)];
  for (const ticketId of [first, second, third, first]) {
    expectValue(await startTimer(workbench, ticketId));
    await work(workbench, MINUTE);
  }
  const running = (await readTimers(workbench)).running;
  expect(running?.ticketId).toBe(first);
  if (running) expectValue(await pauseTimer(workbench, running.id));
  const { paused } = await readTimers(workbench);
  expect(paused.map(({ ticketId }) => ticketId)).toEqual([first, third, second]);
});
