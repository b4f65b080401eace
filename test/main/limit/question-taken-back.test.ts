import type { TicketId } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { listEstimates } from '../../../src/main/db/queries/approvals';
import { readStandingDecision } from '../../../src/main/db/queries/limit-decisions';
import { listMessagesOfTicket } from '../../../src/main/db/queries/messages';
import { listOpenEntries, markInFlight } from '../../../src/main/db/queries/outbox';
import { askCustomer } from '../../../src/main/usecases/ask-customer';
import { withdrawLimitDecision } from '../../../src/main/usecases/withdraw-limit-decision';
import { expectValue } from '../../support/portal-bench';
import { messagesOnPortal, pushFrom, startWithTickets } from '../../support/sync-bench';
import { openWorkbench, type TestWorkbench } from '../../support/workbench';
import { addTicket } from '../../support/workbench-rows';

const LIMIT_SECONDS = 4 * 3600;

async function ask(workbench: TestWorkbench, ticketId: TicketId) {
  expectValue(await askCustomer(workbench, { ticketId, band: 'under-10', estimatedMinutes: null, text: 'Får vi?' }));
  const decision = await readStandingDecision(workbench.database, ticketId, LIMIT_SECONDS);
  if (!decision) throw new Error('Nothing was decided');
  return decision.id;
}

async function leftOf(workbench: TestWorkbench, ticketId: TicketId) {
  return {
    messages: (await listMessagesOfTicket(workbench.database, ticketId)).length,
    entries: (await listOpenEntries(workbench.database)).length,
    estimates: (await listEstimates(workbench.database, ticketId)).length,
    decision: (await readStandingDecision(workbench.database, ticketId, LIMIT_SECONDS)) ?? null,
  };
}

describe('a question to the customer that is taken back', () => {
  it('is gone with its estimate and its note while all of it waits here', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const decisionId = await ask(workbench, ticketId);
    expect(await leftOf(workbench, ticketId)).toMatchObject({ messages: 2, entries: 2, estimates: 1 });

    expectValue(await withdrawLimitDecision(workbench, decisionId));
    expect(await leftOf(workbench, ticketId)).toEqual({ messages: 0, entries: 0, estimates: 0, decision: null });
  });

  it('never reaches the portal', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets } = bench;
    const decisionId = await ask(workbench, tickets[0].id);
    expectValue(await withdrawLimitDecision(workbench, decisionId));
    expect(await pushFrom(bench)).toBeNull();
    expect(await messagesOnPortal(bench, tickets[0])).toEqual([]);
  });

  it('stays when the network has had it: the customer may have read it', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const decisionId = await ask(workbench, ticketId);
    const [first] = await listOpenEntries(workbench.database);
    if (!first) throw new Error('Nothing waits');
    await markInFlight(workbench.database, first.id, workbench.clock.read().wall);

    expectValue(await withdrawLimitDecision(workbench, decisionId));
    expect(await leftOf(workbench, ticketId)).toEqual({ messages: 2, entries: 2, estimates: 1, decision: null });
  });
});
