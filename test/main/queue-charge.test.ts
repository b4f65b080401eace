import type { TicketId } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { assignPriceList, writePriceList } from '../../src/main/usecases/change-prices';
import { readTicketView } from '../../src/main/usecases/read-ticket';
import { expectValue } from '../support/portal-bench';
import { queueOf } from '../support/queue';
import { openWorkbench, type TestWorkbench } from '../support/workbench';
import { addLine, addTicket } from '../support/workbench-rows';

const MINUTES = 60;

async function chargesIn(workbench: TestWorkbench) {
  const { rows } = await queueOf(workbench);
  return new Map(rows.map(({ id, charge }) => [id, charge]));
}

const viewOf = (workbench: TestWorkbench, ticketId: TicketId) =>
  readTicketView(workbench.database, ticketId, workbench.clock.read(), workbench.calendar);

describe('the charge of a ticket in the queue', () => {
  it('is that of the ticket itself, by its customer’s price list and up to its limit', async () => {
    const workbench = openWorkbench();
    const [untouched, short, stepped, over] = [
      await addTicket(workbench),
      await addTicket(workbench),
      await addTicket(workbench),
      await addTicket(workbench),
    ];
    await addLine(workbench, short, { workedSeconds: 12 * MINUTES });
    await addLine(workbench, stepped, { workedSeconds: 50 * MINUTES });
    await addLine(workbench, over, { workedSeconds: 300 * MINUTES });
    const ticket = await viewOf(workbench, stepped);
    const customerId = ticket?.customer?.id;
    if (!customerId) throw new Error('no customer');
    const { priceListId } = expectValue(
      await writePriceList(workbench, {
        id: null,
        name: 'Kvartar',
        minimumMinutes: 30,
        stepMinutes: 15,
        ratePerHourOre: 120_000,
        overtimePermille: 1000,
      }),
    );
    expectValue(await assignPriceList(workbench, { customerId, priceListId }));

    const charges = await chargesIn(workbench);
    expect(charges.get(untouched)).toMatchObject({ chargedMinutes: 0, reason: 'nothing-chargeable' });
    expect(charges.get(short)).toMatchObject({ chargedMinutes: 30, reason: 'minimum' });
    expect(charges.get(stepped)).toMatchObject({ chargedMinutes: 60, reason: 'rounded-up' });
    expect(charges.get(over)).toMatchObject({ chargedMinutes: 240, reason: 'held-at-limit' });
    for (const [ticketId, charge] of charges) {
      const { amountOre: _amount, ...own } = (await viewOf(workbench, ticketId))?.charge ?? {};
      expect(charge).toEqual({ ...own, amountOre: null });
    }
  });
});
