import type { CustomerId, TicketId } from '@core/ids';
import { DEFAULT_MAPPING } from '@core/ticket/ticket-mapping';
import { describe, expect, it } from 'vitest';
import { listCustomers } from '../../../src/main/db/queries/customers';
import { readTicketMapping } from '../../../src/main/db/queries/portal-facts';
import { listPacks, listTicketsOfCustomer } from '../../../src/main/db/queries/support-packs';
import { bringPacks } from '../../../src/main/sync/bring-packs';
import { writeAgreement } from '../../../src/main/usecases/change-agreements';
import { changeMapping } from '../../../src/main/usecases/change-mapping';
import { writePack } from '../../../src/main/usecases/change-packs';
import { readMapping } from '../../../src/main/usecases/read-mapping';
import { readPacks } from '../../../src/main/usecases/read-packs';
import { settlePulled } from '../../../src/main/usecases/settle-pulled';
import { MONDAY_NINE } from '../../support/hand-clock';
import { change, heldOf, record } from '../../support/limit-acts';
import { expectValue } from '../../support/portal-bench';
import { loopOf, startSyncBench } from '../../support/sync-bench';

const HOURS = 60;
const FROM_PORTAL = { ...DEFAULT_MAPPING, readsPrepaidHours: true };

/** A workbench with the practice portal's customers, one of whom has prepaid hours there: 25 h used up, 19.5 h left of 25. */
async function open() {
  const bench = await startSyncBench({ hasPracticeTickets: true });
  const { workbench, portal } = bench;
  const onPulled = async ({ changedTickets }: { readonly changedTickets: readonly TicketId[] }) => {
    await settlePulled(workbench, changedTickets);
  };
  const sync = () => loopOf(bench, { onPulled }).run();
  await sync();
  const coffee = (await listCustomers(workbench.database)).find(({ name }) => name.startsWith('Bergslagens'));
  const customerId: CustomerId = coffee?.id ?? expect.fail();
  const use = (mapping: typeof FROM_PORTAL) => changeMapping(workbench, portal, mapping);
  const packs = async () =>
    (await readPacks(workbench.database, customerId, workbench.clock.read().wall)) ?? expect.fail();
  const [ticketId = expect.fail()] = await listTicketsOfCustomer(workbench.database, customerId);
  return { ...bench, sync, customerId, use, packs, ticketId };
}

describe('prepaid hours on the portal', () => {
  it('are offered where the portal has them, and not brought before a person points at them', async () => {
    const { workbench, packs, sync } = await open();
    expect((await readMapping(workbench.database, 'project-tasks')).prepaidHours).toBe('readable');
    await sync();
    expect(await packs()).toMatchObject({ origin: 'here', packs: [] });
  });

  it('are the ones that count for a customer who has some; what was written down here waits beside them', async () => {
    const { workbench, customerId, use, packs, sync } = await open();
    const typed = { prepaidMinutes: 100 * HOURS, usedMinutes: 0, boughtOn: '2026-11-01', note: 'Papper' };
    expectValue(await writePack(workbench, { id: null, customerId, countsFrom: MONDAY_NINE, ...typed }));
    const kept = await listPacks(workbench.database, customerId);
    await use(FROM_PORTAL);
    await sync();
    const both = await packs();
    expect(both).toMatchObject({ origin: 'portal', uncounted: [{ note: 'Papper' }] });
    expect(both.packs.map(({ note, prepaidMinutes, leftMinutes }) => [note, prepaidMinutes, leftMinutes])).toEqual([
      ['S00017', 25 * HOURS, 0],
      ['S00031', 25 * HOURS, 19.5 * HOURS],
    ]);
    expect(await listPacks(workbench.database, customerId)).toEqual(kept);
    await use(await readTicketMapping(workbench.database).then((held) => ({ ...held, readsPrepaidHours: false })));
    expect(await packs()).toMatchObject({ origin: 'here', packs: [{ note: 'Papper' }], uncounted: [] });
  });

  it('keep their ids from one sync to the next, and change nothing when nothing changed', async () => {
    const { use, packs, sync, workbench, portal } = await open();
    await use(FROM_PORTAL);
    await sync();
    const before = await packs();
    expect(expectValue(await bringPacks({ ...workbench, portal })).length).toBe(0);
    expect(await packs()).toEqual(before);
  });

  it('are drawn here only by what the portal has not got: nothing counts twice', async () => {
    const { use, packs, sync, workbench, ticketId } = await open();
    await use(FROM_PORTAL);
    await sync();
    const before = (await packs()).leftMinutes;
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 90 }, { description: '' });
    const unsent = (await packs()).leftMinutes;
    expect(before - unsent).toBeGreaterThanOrEqual(60);
    const portalValues = {
      date: '2026-11-23',
      description: '',
      workedSeconds: 5400,
      ticketRemoteId: 1,
      isLocked: false,
    };
    await change(workbench, lineId, { remoteId: 99_999, portalValues });
    expect((await packs()).leftMinutes).toBe(before);
  });

  it('hold back what they do not cover, and let it go with the next order', async () => {
    const { use, sync, workbench, ticketId, customerId } = await open();
    const agreement = { kind: 'support-pack', terms: 'current', validFrom: null, validUntil: null } as const;
    expectValue(await writeAgreement(workbench, { id: null, customerId, origin: 'typed', ...agreement }));
    await use(FROM_PORTAL);
    await sync();
    const leftOnPortal = (minutes: number) =>
      workbench.database
        .updateTable('portalPack')
        .set({ usedMinutes: 25 * HOURS - minutes })
        .where('note', '=', 'S00031')
        .execute();
    await leftOnPortal(0);
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 45 }, { description: '' });
    const [held, reason] = await heldOf(workbench, lineId);
    expect([Math.round(held), reason]).toEqual([45, 'pack-empty']);
    await sync();
    expect(await heldOf(workbench, lineId)).toEqual([0, null]);
  });

  it('stay as they were when the portal does not answer or no longer shows them', async () => {
    const { use, packs, sync, proxy } = await open();
    await use(FROM_PORTAL);
    await sync();
    const before = await packs();
    const refusal = JSON.stringify({ name: 'odoo.exceptions.AccessError', message: 'No', arguments: [], context: {} });
    proxy.inject({ kind: 'answer', status: 403, body: refusal }, { path: '/sale.order.line/search_read' });
    await sync();
    expect(await packs()).toEqual(before);
  });
});
