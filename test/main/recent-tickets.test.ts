import type { TicketId } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { listRecentTickets } from '../../src/main/db/queries/recent-tickets';
import { startTimer } from '../../src/main/usecases/start-timer';
import { stopTimer } from '../../src/main/usecases/stop-timer';
import { MINUTE } from '../support/hand-clock';
import { expectValue } from '../support/portal-bench';
import { openWorkbench, type TestWorkbench, work } from '../support/workbench';
import { addTicket } from '../support/workbench-rows';

async function workOn(workbench: TestWorkbench, ticketId: TicketId) {
  const { timerId } = expectValue(await startTimer(workbench, ticketId));
  await work(workbench, 2 * MINUTE);
  return timerId;
}

describe('the last tickets worked on', () => {
  it('are those whose timer ran last, the latest first, however often and whenever it was begun', async () => {
    const workbench = openWorkbench();
    const tickets = [await addTicket(workbench), await addTicket(workbench), await addTicket(workbench)] as const;
    await addTicket(workbench);
    for (const ticketId of [tickets[0], tickets[1], tickets[2], tickets[0]]) await workOn(workbench, ticketId);
    const numbers = async (most: number) =>
      (await listRecentTickets(workbench.database, most)).map(({ number }) => number);
    expect(await numbers(5)).toEqual(['S-1', 'S-3', 'S-2']);
    expect(await numbers(2)).toEqual(['S-1', 'S-3']);
  });

  it('stay when their timer was stopped', async () => {
    const workbench = openWorkbench();
    const timerId = await workOn(workbench, await addTicket(workbench));
    expectValue(await stopTimer(workbench, { timerId, description: '', kindOfWork: 'general-user-support' }));
    expect(await listRecentTickets(workbench.database, 5)).toMatchObject([{ number: 'S-1', title: 'Ärende 1' }]);
  });
});
