import type { CustomerId, TestCopyId, TicketId } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { listTestCopies } from '../../src/main/db/queries/test-copies';
import { readTicket } from '../../src/main/db/queries/tickets';
import { noteOnCustomer } from '../../src/main/usecases/change-details';
import { deleteTestCopy, type TestCopyWrite, writeTestCopy } from '../../src/main/usecases/change-test-copies';
import { readDetails } from '../../src/main/usecases/read-details';
import { lineOf, record } from '../support/limit-acts';
import { expectFailure, expectValue } from '../support/portal-bench';
import { openWorkbench, type TestWorkbench } from '../support/workbench';
import { addTicket } from '../support/workbench-rows';

/** A customer on demand who holds Drift och patch, with a ticket. */
async function open() {
  const workbench = openWorkbench();
  const ticketId = await addTicket(workbench);
  const customerId = (await readTicket(workbench.database, ticketId))?.customerId;
  if (!customerId) throw new Error('no customer');
  expectValue(await noteOnCustomer(workbench, customerId, { services: ['drift-och-patch'] }));
  const write = async (date: string, copy: Partial<TestCopyWrite> = {}) =>
    expectValue(
      await writeTestCopy(workbench, { id: null, customerId, ticketId: null, date, cancelled: null, ...copy }),
    );
  return { workbench, ticketId, customerId, write };
}

/** A ticket more of the customer. */
async function another(workbench: TestWorkbench, customerId: CustomerId): Promise<TicketId> {
  const ticketId = await addTicket(workbench);
  await workbench.database.updateTable('ticket').set({ customerId }).where('id', '=', ticketId).execute();
  return ticketId;
}

async function cardOf(workbench: TestWorkbench, ticketId: TicketId) {
  const card = (await readDetails(workbench, ticketId, 'Partnern AB'))?.customer;
  if (!card) throw new Error('no customer');
  return card.testCopies;
}

const restoreOn = (workbench: TestWorkbench, ticketId: TicketId) =>
  record(
    workbench,
    ticketId,
    { from: 0, minutes: 30 },
    { kindOfWork: 'restore-or-new-instance', verdict: 'always-separate' },
  );

describe('the test copies of a customer', () => {
  it('are listed on each of their tickets, by date, with their number in the year and their ticket', async () => {
    const { workbench, ticketId, customerId, write } = await open();
    await write('2026-11-23', { ticketId });
    await write('2026-03-01');
    await write('2025-12-30');
    const { areIncluded, today, copies } = await cardOf(workbench, await another(workbench, customerId));
    expect([areIncluded, today]).toEqual([true, '2026-11-23']);
    expect(copies.map(({ date, numberInYear, ticketNumber }) => [date, numberInYear, ticketNumber])).toEqual([
      ['2025-12-30', 1, null],
      ['2026-03-01', 1, null],
      ['2026-11-23', 2, 'S-1'],
    ]);
  });

  it('are changed and deleted, and what was before takes that back', async () => {
    const { workbench, customerId, write } = await open();
    const { testCopyId: id, before: nothing } = await write('2026-11-30');
    expect(nothing).toBeNull();
    const all = () => listTestCopies(workbench.database, customerId);
    const first = await all();
    const cancelled = { on: '2026-11-23', isInWriting: false };
    const { before } = await write('2026-11-30', { id, cancelled });
    expect(await all()).toMatchObject([{ id, cancelled }]);
    if (before === null) throw new Error('nothing before');
    expectValue(await writeTestCopy(workbench, before));
    expect(await all()).toEqual(first);
    const deleted = expectValue(await deleteTestCopy(workbench, id));
    expect(await all()).toEqual([]);
    expectValue(await writeTestCopy(workbench, deleted.before));
    expect(await all()).toEqual(first);
  });

  it('are refused with another customer’s ticket, of another customer, and once they are gone', async () => {
    const { workbench, customerId, write } = await open();
    const elsewhere = await addTicket(workbench);
    const copy: TestCopyWrite = { id: null, customerId, ticketId: elsewhere, date: '2026-11-30', cancelled: null };
    expect(expectFailure(await writeTestCopy(workbench, copy))).toEqual({ kind: 'not-found' });
    const { testCopyId: id } = await write('2026-11-30');
    const other = (await readTicket(workbench.database, elsewhere))?.customerId;
    if (!other) throw new Error('no customer');
    expect(expectFailure(await writeTestCopy(workbench, { ...copy, id, customerId: other, ticketId: null }))).toEqual({
      kind: 'not-found',
    });
    expectValue(await deleteTestCopy(workbench, id));
    expect(expectFailure(await deleteTestCopy(workbench, id))).toEqual({ kind: 'not-found' });
  });

  it('tell the portal nothing', async () => {
    const { workbench, ticketId, write } = await open();
    await write('2026-11-23', { ticketId });
    expect(await workbench.database.selectFrom('outbox').selectAll().execute()).toEqual([]);
  });
});

describe('recorded work on a test copy', () => {
  it('is included up to the twelfth of the year, charged from the thirteenth, and follows when one is cancelled', async () => {
    const { workbench, ticketId, customerId, write } = await open();
    const lineId = await restoreOn(workbench, ticketId);
    const verdict = async () => (await lineOf(workbench, lineId)).verdict;
    await write('2026-11-23', { ticketId });
    expect(await verdict()).toBe('included');
    const earlier: TestCopyId[] = [];
    for (let day = 1; day <= 12; day += 1) {
      earlier.push((await write(`2026-10-${String(day).padStart(2, '0')}`)).testCopyId);
    }
    expect(await verdict()).toBe('chargeable');
    const [first] = earlier;
    if (first === undefined) throw new Error('none');
    await write('2026-10-01', { id: first, cancelled: { on: '2026-09-24', isInWriting: true } });
    expect(await verdict()).toBe('included');
    await write('2026-10-01', { id: first, cancelled: { on: '2026-09-25', isInWriting: true } });
    expect(await verdict()).toBe('chargeable');
    expectValue(await deleteTestCopy(workbench, first));
    expect(await verdict()).toBe('included');
    const other = await restoreOn(workbench, await another(workbench, customerId));
    expect((await lineOf(workbench, other)).verdict).toBe('always-separate');
  });

  it('is a restore like any other once the service is gone, and the coverage of the ticket says the same', async () => {
    const { workbench, ticketId, customerId, write } = await open();
    const lineId = await restoreOn(workbench, ticketId);
    await write('2026-11-23', { ticketId });
    const shown = async () => {
      const coverage = (await readDetails(workbench, ticketId, 'Partnern AB'))?.coverage ?? [];
      return coverage.find(({ kindOfWork }) => kindOfWork === 'restore-or-new-instance')?.verdict;
    };
    expect([await shown(), (await lineOf(workbench, lineId)).verdict]).toEqual(['included', 'included']);
    expectValue(await noteOnCustomer(workbench, customerId, { services: [] }));
    expect([await shown(), (await lineOf(workbench, lineId)).verdict]).toEqual(['always-separate', 'always-separate']);
  });
});
