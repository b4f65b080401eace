import type { CustomerId, SupportPackId, TicketId } from '@core/ids';
import { addMs, type Instant } from '@core/time/instant';
import { describe, expect, it } from 'vitest';
import { readTicket } from '../../../src/main/db/queries/tickets';
import { deletePack, writePack } from '../../../src/main/usecases/change-packs';
import { assignPriceList, deletePriceList, writePriceList } from '../../../src/main/usecases/change-prices';
import { readPacks } from '../../../src/main/usecases/read-packs';
import { readPrices } from '../../../src/main/usecases/read-prices';
import { HOUR, MONDAY_NINE } from '../../support/hand-clock';
import { chargeOn, heldOf, record } from '../../support/limit-acts';
import { expectValue } from '../../support/portal-bench';
import { openWorkbench, type TestWorkbench } from '../../support/workbench';
import { addTicket } from '../../support/workbench-rows';

const HOURS = 60;
const MIDNIGHT: Instant = addMs(MONDAY_NINE, -9 * HOUR);

async function customerOf({ database }: TestWorkbench, ticketId: TicketId): Promise<CustomerId> {
  const ticket = await readTicket(database, ticketId);
  if (!ticket?.customerId) throw new Error('The ticket has no customer.');
  return ticket.customerId;
}

interface Pack {
  readonly hours: number;
  readonly usedMinutes?: number;
  readonly id?: SupportPackId | null;
  readonly countsFrom?: Instant;
}

async function buy(
  workbench: TestWorkbench,
  customerId: CustomerId,
  { hours, usedMinutes = 0, id = null, countsFrom = MIDNIGHT }: Pack,
): Promise<SupportPackId> {
  const written = await writePack(workbench, {
    id,
    customerId,
    prepaidMinutes: hours * HOURS,
    usedMinutes,
    boughtOn: '2026-11-01',
    countsFrom,
    note: '',
  });
  return expectValue(written).packId;
}

/** A ticket of a customer who pays by support packs, and has so many minutes left of one. */
async function openWithPack(
  leftMinutes: number,
  agreements: Parameters<typeof addTicket>[1] = { agreements: ['support-pack'] },
) {
  const workbench = openWorkbench();
  const ticketId = await addTicket(workbench, agreements);
  const customerId = await customerOf(workbench, ticketId);
  const packId = await buy(workbench, customerId, { hours: 25, usedMinutes: 25 * HOURS - leftMinutes });
  return { workbench, ticketId, customerId, packId };
}

async function balanceOf(workbench: TestWorkbench, customerId: CustomerId) {
  const read = await readPacks(workbench.database, customerId, workbench.clock.read().wall);
  return {
    left: read?.leftMinutes,
    overdrawn: read?.overdrawnMinutes,
    packs: read?.packs.map((pack) => pack.leftMinutes),
  };
}

describe('a support pack', () => {
  it('is drawn down by charged minutes, the minimum included', async () => {
    const { workbench, ticketId, customerId } = await openWithPack(600);
    await record(workbench, ticketId, { from: 0, minutes: 10 });
    expect(await balanceOf(workbench, customerId)).toEqual({ left: 570, overdrawn: 0, packs: [570] });
    await record(workbench, ticketId, { from: 60, minutes: 15 });
    expect((await balanceOf(workbench, customerId)).left).toBe(570);
    await record(workbench, ticketId, { from: 120, minutes: 20 });
    expect((await balanceOf(workbench, customerId)).left).toBe(555);
  });

  it('is not drawn down by what is always separate, included or from before it counts', async () => {
    const { workbench, ticketId, customerId } = await openWithPack(600);
    await record(workbench, ticketId, { from: 0, minutes: 40 }, { verdict: 'included' });
    await record(workbench, ticketId, { from: 60, minutes: 40 }, { verdict: 'always-separate' });
    await record(workbench, ticketId, { from: -24 * HOURS, minutes: 40 });
    expect((await balanceOf(workbench, customerId)).left).toBe(600);
  });

  it('is drawn down by all tickets of the customer and by no other’s', async () => {
    const { workbench, ticketId, customerId } = await openWithPack(600);
    const other = await addTicket(workbench, { agreements: ['support-pack'] });
    await workbench.database.updateTable('ticket').set({ customerId }).where('id', '=', other).execute();
    const strange = await addTicket(workbench, { agreements: ['support-pack'] });
    for (const id of [ticketId, other, strange]) await record(workbench, id, { from: 0, minutes: 40 });
    expect((await balanceOf(workbench, customerId)).left).toBe(520);
  });
});

describe('an empty pack: "100% control of costs"', () => {
  it('holds back what it does not cover', async () => {
    const { workbench, ticketId, customerId } = await openWithPack(60);
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 90 });
    const [held, reason] = await heldOf(workbench, lineId);
    expect(reason).toBe('pack-empty');
    expect(Math.round(held)).toBe(30);
    expect(await balanceOf(workbench, customerId)).toEqual({ left: 0, overdrawn: 30, packs: [0] });
  });

  it('lets it go when another is bought, and holds it again when that was a mistake', async () => {
    const { workbench, ticketId, customerId } = await openWithPack(60);
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 90 });
    const packId = await buy(workbench, customerId, { hours: 25, countsFrom: addMs(MONDAY_NINE, 10 * HOUR) });
    expect(await heldOf(workbench, lineId)).toEqual([0, null]);
    expect(await balanceOf(workbench, customerId)).toEqual({ left: 1_470, overdrawn: 0, packs: [0, 1_470] });
    expectValue(await deletePack(workbench, packId));
    expect((await heldOf(workbench, lineId))[1]).toBe('pack-empty');
    expect(await deletePack(workbench, packId)).toMatchObject({ failure: { kind: 'not-found' } });
  });

  it('holds back on another ticket what was worked later', async () => {
    const { workbench, ticketId, customerId } = await openWithPack(60);
    const other = await addTicket(workbench, { agreements: ['support-pack'] });
    await workbench.database.updateTable('ticket').set({ customerId }).where('id', '=', other).execute();
    const late = await record(workbench, other, { from: 3 * HOURS, minutes: 60 });
    expect(await heldOf(workbench, late)).toEqual([0, null]);
    const early = await record(workbench, ticketId, { from: 0, minutes: 45 });
    expect(await heldOf(workbench, early)).toEqual([0, null]);
    // The fifteen minutes that are left do not even pay the minimum of the second ticket.
    expect((await heldOf(workbench, late))[1]).toBe('pack-empty');
  });

  it('holds nothing back from a customer who agreed to pay on demand', async () => {
    const { workbench, ticketId, customerId } = await openWithPack(60, { agreements: ['support-pack', 'on-demand'] });
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 90 });
    expect(await heldOf(workbench, lineId)).toEqual([0, null]);
    expect((await balanceOf(workbench, customerId)).overdrawn).toBe(30);
  });

  it('gives way to the limit where more is past that', async () => {
    const { workbench, ticketId } = await openWithPack(4.5 * HOURS);
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 5 * HOURS });
    expect(await heldOf(workbench, lineId)).toEqual([60, 'unapproved']);
  });
});

describe('the warnings about packs', () => {
  it('speak once at a fifth left and once at nothing, and again after a new pack', async () => {
    const { workbench, ticketId, customerId } = await openWithPack(25 * HOURS);
    const spoken = () =>
      workbench.packWarnings.map(({ thresholdPermille, leftMinutes }) => [thresholdPermille, leftMinutes]);
    const ticketIds = [ticketId];
    while (ticketIds.length < 8) {
      const other = await addTicket(workbench, { agreements: ['support-pack'] });
      await workbench.database.updateTable('ticket').set({ customerId }).where('id', '=', other).execute();
      ticketIds.push(other);
    }
    for (const [index, id] of ticketIds.slice(0, 5).entries()) {
      await record(workbench, id, { from: index * 4 * HOURS, minutes: 4 * HOURS });
    }
    expect(spoken()).toEqual([[800, 300]]);
    expect(workbench.packWarnings[0]).toMatchObject({ customerId, customerName: 'Kund 1 AB' });
    for (const [index, id] of ticketIds.slice(5, 7).entries()) {
      await record(workbench, id, { from: (5 + index) * 4 * HOURS, minutes: 4 * HOURS });
    }
    expect(spoken()).toEqual([
      [800, 300],
      [1000, 0],
    ]);
    // Of these three and a half hours three have been worked already.
    await buy(workbench, customerId, { hours: 3.5, countsFrom: addMs(MONDAY_NINE, 30 * HOUR) });
    expect(spoken().slice(2)).toEqual([[800, 30]]);
  });

  it('survive a restart', async () => {
    const { workbench, ticketId } = await openWithPack(30);
    await record(workbench, ticketId, { from: 0, minutes: 5 });
    expect(workbench.packWarnings.map(({ thresholdPermille }) => thresholdPermille)).toEqual([800, 1000]);
    const restarted = openWorkbench({ folder: workbench.folder, clock: workbench.clock });
    await record(restarted, ticketId, { from: 60, minutes: 5 });
    expect(restarted.packWarnings).toEqual([]);
  });
});

describe('what is shown of packs', () => {
  it('is the balance with its forecast by the pace of the last 28 days', async () => {
    const { workbench, ticketId, customerId } = await openWithPack(120);
    await record(workbench, ticketId, { from: 0, minutes: 60 });
    workbench.clock.pass(14 * 24 * HOUR);
    const read = await readPacks(workbench.database, customerId, workbench.clock.read().wall);
    expect(read).toMatchObject({
      customerName: 'Kund 1 AB',
      prepaidMinutes: 1_500,
      leftMinutes: 60,
      drawnLastFourWeeksMinutes: 60,
      emptyOn: '2027-01-04',
      packs: [{ prepaidMinutes: 1_500, usedMinutes: 1_440, leftMinutes: 60, boughtOn: '2026-11-01' }],
    });
  });

  it('has no forecast without draws', async () => {
    const { workbench, customerId } = await openWithPack(120);
    const read = await readPacks(workbench.database, customerId, workbench.clock.read().wall);
    expect(read).toMatchObject({ drawnLastFourWeeksMinutes: 0, emptyOn: null });
  });

  it('is nothing for a customer without packs, and no customer is not found', async () => {
    const workbench = openWorkbench();
    const customerId = await customerOf(workbench, await addTicket(workbench));
    expect(await readPacks(workbench.database, customerId, MONDAY_NINE)).toMatchObject({ packs: [], leftMinutes: 0 });
    expect(await readPacks(openWorkbench().database, customerId, MONDAY_NINE)).toBeUndefined();
  });

  it('can be changed, within what was prepaid and for its own customer', async () => {
    const { workbench, customerId, packId } = await openWithPack(120);
    await buy(workbench, customerId, { hours: 25, usedMinutes: 0, id: packId });
    expect((await balanceOf(workbench, customerId)).left).toBe(1_500);
    const pack = {
      id: packId,
      prepaidMinutes: 60,
      usedMinutes: 61,
      boughtOn: '2026-11-01',
      countsFrom: MIDNIGHT,
      note: '',
    };
    expect(await writePack(workbench, { ...pack, customerId })).toMatchObject({ failure: { kind: 'pack-invalid' } });
    const stranger = await customerOf(workbench, await addTicket(workbench));
    const moved = await writePack(workbench, { ...pack, usedMinutes: 0, customerId: stranger });
    expect(moved).toMatchObject({ failure: { kind: 'not-found' } });
  });
});

describe('price lists', () => {
  const list = {
    id: null,
    name: 'Bas',
    minimumMinutes: 60,
    stepMinutes: 30,
    ratePerHourOre: 120_000,
    overtimePermille: 1_500,
  };

  it('are the terms’ own unless a customer has another', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const customerId = await customerOf(workbench, ticketId);
    await record(workbench, ticketId, { from: 0, minutes: 10 });
    expect(await chargeOn(workbench, ticketId)).toMatchObject({ chargedMinutes: 30, amountOre: null });

    const { priceListId } = expectValue(await writePriceList(workbench, list));
    expectValue(await assignPriceList(workbench, { customerId, priceListId }));
    expect(await chargeOn(workbench, ticketId)).toMatchObject({ chargedMinutes: 60, amountOre: 120_000 });
    expect(await readPrices(workbench.database, MONDAY_NINE)).toEqual({
      priceLists: [
        { id: null, name: '', minimumMinutes: 30, stepMinutes: 1, ratePerHourOre: null, overtimePermille: 1_000 },
        { ...list, id: priceListId },
      ],
      customers: [{ id: customerId, name: 'Kund 1 AB', priceListId, hasSupportPack: false }],
    });

    expectValue(await writePriceList(workbench, { ...list, id: priceListId, minimumMinutes: 15, stepMinutes: 1 }));
    expect(await chargeOn(workbench, ticketId)).toMatchObject({ chargedMinutes: 15 });
    expectValue(await deletePriceList(workbench, priceListId));
    expect(await chargeOn(workbench, ticketId)).toMatchObject({ chargedMinutes: 30, amountOre: null });
    expect((await readPrices(workbench.database, MONDAY_NINE)).customers).toMatchObject([{ priceListId: null }]);
  });

  it('are not found when they are gone', async () => {
    const workbench = openWorkbench();
    const customerId = await customerOf(workbench, await addTicket(workbench));
    const { priceListId } = expectValue(await writePriceList(workbench, list));
    expectValue(await deletePriceList(workbench, priceListId));
    const notFound = { failure: { kind: 'not-found' } };
    expect(await deletePriceList(workbench, priceListId)).toMatchObject(notFound);
    expect(await writePriceList(workbench, { ...list, id: priceListId })).toMatchObject(notFound);
    expect(await assignPriceList(workbench, { customerId, priceListId })).toMatchObject(notFound);
  });

  it('move what is drawn from packs, and with it what waits', async () => {
    const { workbench, ticketId, customerId } = await openWithPack(60);
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 50 });
    expect(await heldOf(workbench, lineId)).toEqual([0, null]);
    const { priceListId } = expectValue(await writePriceList(workbench, { ...list, minimumMinutes: 90 }));
    expectValue(await assignPriceList(workbench, { customerId, priceListId }));
    expect((await heldOf(workbench, lineId))[1]).toBe('pack-empty');
    expectValue(await assignPriceList(workbench, { customerId, priceListId: null }));
    expect(await heldOf(workbench, lineId)).toEqual([0, null]);
  });
});
