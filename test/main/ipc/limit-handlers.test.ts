import type { RequestName } from '@ipc/contract';
import { describe, expect, it } from 'vitest';
import { CUSTOMERS } from '../../../src/main/portal/practice/data/customers';
import { answerTo, ask, openWithTicket } from '../../support/ask';
import { HOUR, MONDAY_NINE } from '../../support/hand-clock';
import { record } from '../../support/limit-acts';
import { setCustomer } from '../../support/sync-bench';
import { KIND } from '../../support/verdict-acts';

const A_UUID = '01970000-0000-7000-8000-000000000000';

/** A session with one ticket of a customer who buys on demand, or by support packs. */
async function openOn(customer: { readonly name: string } = CUSTOMERS.boats) {
  const { bench, session, ticket } = await openWithTicket();
  await setCustomer(bench, ticket.remoteId, customer.name);
  await session.sync.run();
  await session.sync.setOffline(true);
  return { session, ticketId: ticket.id };
}

const approval = {
  approvedBy: 'Anna Berg',
  approvedAt: MONDAY_NINE,
  channel: 'phone',
  band: 'under-10',
  limitMinutes: 600,
  note: '',
};

describe('a request about limits, prices or packs without a portal in use', () => {
  it.each<[RequestName, unknown]>([
    ['limit:approve', { ticketId: A_UUID, ...approval }],
    ['limit:withdraw-approval', { approvalId: A_UUID }],
    ['limit:ask-customer', { ticketId: A_UUID, band: 'under-10', estimatedMinutes: null, text: 'Hej' }],
    ['limit:decide', { ticketId: A_UUID, decision: 'stop' }],
    ['limit:withdraw-decision', { decisionId: A_UUID }],
    ['prices:read', {}],
    ['prices:delete', { priceListId: A_UUID }],
    ['prices:assign', { customerId: A_UUID, priceListId: null }],
    ['packs:read', { customerId: A_UUID }],
    ['packs:delete', { packId: A_UUID }],
    ['coverage:decide', { ticketId: A_UUID, kindOfWork: KIND, verdict: 'included', reason: 'Avtalat' }],
    ['coverage:let-stand', { ticketId: A_UUID, kindOfWork: KIND, decisionId: null }],
    ['coverage:decide-line', { lineId: A_UUID, decided: { verdict: 'included', reason: 'Avtalat' } }],
    ['timesheet:decide-overtime', { lineId: A_UUID, decision: 'waived' }],
  ])('is refused as not connected: %s', async (name, input) => {
    expect(await ask(null, name, input)).toMatchObject({ ok: false, code: 'not-connected' });
  });
});

describe('what is not here', () => {
  it.each<[RequestName, unknown]>([
    ['limit:approve', { ticketId: A_UUID, ...approval }],
    ['limit:withdraw-approval', { approvalId: A_UUID }],
    ['limit:ask-customer', { ticketId: A_UUID, band: 'under-10', estimatedMinutes: null, text: 'Hej' }],
    ['limit:decide', { ticketId: A_UUID, decision: 'stop' }],
    ['limit:withdraw-decision', { decisionId: A_UUID }],
    ['prices:delete', { priceListId: A_UUID }],
    ['prices:assign', { customerId: A_UUID, priceListId: null }],
    ['packs:read', { customerId: A_UUID }],
    ['packs:delete', { packId: A_UUID }],
    ['coverage:decide', { ticketId: A_UUID, kindOfWork: KIND, verdict: 'included', reason: 'Avtalat' }],
    ['coverage:let-stand', { ticketId: A_UUID, kindOfWork: KIND, decisionId: null }],
    ['coverage:decide-line', { lineId: A_UUID, decided: { verdict: 'included', reason: 'Avtalat' } }],
    ['timesheet:decide-overtime', { lineId: A_UUID, decision: 'waived' }],
  ])('is not found: %s', async (name, input) => {
    const { session } = await openOn();
    expect(await ask(session, name, input)).toMatchObject({ ok: false, code: 'not-found' });
  });
});

describe('the limit in the window', () => {
  it('shows what waits, takes an approval and its withdrawal', async () => {
    const { session, ticketId } = await openOn();
    await record(session.workbench, ticketId, { from: 0, minutes: 300 });
    const read = () => answerTo(session, 'ticket:read', { ticketId });
    expect((await read()).limit).toMatchObject({ limitSeconds: 14_400, unapprovedSeconds: 3_600, decision: null });
    const { approvalId } = await answerTo(session, 'limit:approve', { ticketId, ...approval });
    expect((await read()).limit).toMatchObject({
      limitSeconds: 36_000,
      source: 'approval',
      unapprovedSeconds: 0,
      approvals: [{ id: approvalId, isWithdrawn: false, recordedBy: 'Maja Lindqvist' }],
    });
    const queue = await answerTo(session, 'queue:list', { view: 'working', search: '' });
    expect(queue.rows[0]).toMatchObject({ limitSeconds: 36_000, countedSeconds: 18_000 });
    await answerTo(session, 'limit:withdraw-approval', { approvalId });
    expect((await read()).limit).toMatchObject({ limitSeconds: 14_400, unapprovedSeconds: 3_600 });
  });

  it('takes a decision and its withdrawal', async () => {
    const { session, ticketId } = await openOn();
    await record(session.workbench, ticketId, { from: 0, minutes: 300 });
    const { decisionId } = await answerTo(session, 'limit:decide', { ticketId, decision: 'not-charged' });
    const decided = await answerTo(session, 'ticket:read', { ticketId });
    expect(decided.limit).toMatchObject({ unapprovedSeconds: 0, decision: { id: decisionId } });
    expect(decided.lines.map(({ verdict, override }) => [verdict, override?.by ?? null])).toEqual([
      ['not-charged', 'Maja Lindqvist'],
      ['chargeable', null],
    ]);
    await answerTo(session, 'limit:withdraw-decision', { decisionId });
    expect((await answerTo(session, 'ticket:read', { ticketId })).limit.unapprovedSeconds).toBe(3_600);
  });

  it('asks the customer, and refuses what could not be asked', async () => {
    const { session, ticketId } = await openOn();
    const asked = { ticketId, band: 'specific', estimatedMinutes: 1_920, text: 'Får vi fortsätta?' };
    await answerTo(session, 'limit:ask-customer', asked);
    const ticket = await answerTo(session, 'ticket:read', { ticketId });
    expect(ticket.limit.estimates).toMatchObject([{ band: 'specific', estimatedMinutes: 1_920 }]);
    expect(ticket.messages.filter(({ isInternalNote }) => !isInternalNote)).toMatchObject([
      { bodyHtml: '<p>Får vi fortsätta?</p>', sync: 'waiting' },
    ]);
    const refused = await ask(session, 'limit:ask-customer', { ...asked, estimatedMinutes: null });
    expect(refused).toMatchObject({ ok: false, code: 'invalid-request' });
  });

  it('warns by the thresholds of the settings, and draws them', async () => {
    const { session, ticketId } = await openOn();
    const { meter } = await answerTo(session, 'ticket:read', { ticketId });
    expect(meter.thresholdsPermille).toEqual([750, 875, 937.5, 1000]);
  });
});

describe('prices in the window', () => {
  const list = {
    id: null,
    name: 'Jour',
    minimumMinutes: 60,
    stepMinutes: 15,
    ratePerHourOre: 100_000,
    overtimePermille: 2_000,
  };

  it('are written, given to a customer and shown with the charge', async () => {
    const { session, ticketId } = await openOn();
    const { customer } = await answerTo(session, 'ticket:read', { ticketId });
    const lineId = await record(session.workbench, ticketId, { from: 9 * 60, minutes: 10 });
    const { priceListId } = await answerTo(session, 'prices:write', list);
    await answerTo(session, 'prices:assign', { customerId: customer?.id, priceListId });
    const prices = await answerTo(session, 'prices:read', {});
    expect(prices.priceLists).toHaveLength(2);
    expect(prices.customers.find(({ id }) => id === customer?.id)).toMatchObject({ priceListId });
    const read = () => answerTo(session, 'ticket:read', { ticketId });
    expect(await read()).toMatchObject({
      priceList: { id: priceListId, name: 'Jour' },
      charge: { chargedMinutes: 60, reason: 'minimum', amountOre: 100_000 },
    });
    await answerTo(session, 'timesheet:decide-overtime', { lineId, decision: 'confirmed' });
    expect((await read()).charge.amountOre).toBe(116_667);
    expect((await read()).lines).toMatchObject([{ overtimeSeconds: 600, overtimeDecision: 'confirmed' }]);
    await answerTo(session, 'prices:delete', { priceListId });
    expect((await read()).priceList.id).toBeNull();
    expect(await ask(session, 'prices:write', { ...list, id: priceListId })).toMatchObject({ code: 'not-found' });
  });
});

describe('packs in the window', () => {
  const pack = {
    id: null,
    prepaidMinutes: 1_500,
    usedMinutes: 0,
    boughtOn: '2026-11-01',
    countsFrom: MONDAY_NINE - 9 * HOUR,
    note: 'Nr 1',
  };

  it('are written, shown with the ticket, and taken away', async () => {
    const { session, ticketId } = await openOn(CUSTOMERS.coffee);
    const { customer, packs } = await answerTo(session, 'ticket:read', { ticketId });
    expect(packs).toBeNull();
    const customerId = customer?.id;
    const { packId } = await answerTo(session, 'packs:write', { ...pack, customerId });
    await record(session.workbench, ticketId, { from: 0, minutes: 90 });
    expect((await answerTo(session, 'ticket:read', { ticketId })).packs).toMatchObject({
      leftMinutes: 1_410,
      packs: [{ id: packId, note: 'Nr 1' }],
    });
    expect(await answerTo(session, 'packs:read', { customerId })).toMatchObject({ drawnLastFourWeeksMinutes: 90 });
    const overused = { ...pack, id: packId, customerId, usedMinutes: 1_501 };
    expect(await ask(session, 'packs:write', overused)).toMatchObject({ code: 'invalid-request' });
    await answerTo(session, 'packs:delete', { packId });
    expect((await answerTo(session, 'ticket:read', { ticketId })).packs).toBeNull();
  });
});
