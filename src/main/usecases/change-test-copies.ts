import { type CustomerId, type TestCopyId, testCopyIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { WorkbenchDatabase } from '../db/open';
import { readCustomer } from '../db/queries/customers';
import { deleteTestCopyRow, type KeptTestCopy, readTestCopy, upsertTestCopy } from '../db/queries/test-copies';
import { readTicket } from '../db/queries/tickets';
import { announceAgreements } from './change-agreements';
import { settleAgreements } from './settle-agreements';
import type { Workbench } from './workbench';

/** A test copy as it is written down. Without an id it is a new one; with that of one that was deleted it comes back. */
export interface TestCopyWrite extends Omit<KeptTestCopy, 'id'> {
  readonly id: TestCopyId | null;
}

/**
 * Writes a test copy of a customer down. As its number in the year decides about restores on its ticket, and moves those
 * of others, recorded work is judged anew. Answers what was known of it before; null: nothing.
 */
export async function writeTestCopy(
  workbench: Workbench,
  { id, ...copy }: TestCopyWrite,
): Promise<Outcome<{ testCopyId: TestCopyId; before: KeptTestCopy | null }, { kind: 'not-found' }>> {
  const testCopyId = id ?? testCopyIdSchema.parse(workbench.newId());
  const written = await settled(workbench, copy.customerId, async (trx) => {
    const before = await readTestCopy(trx, testCopyId);
    if ((before && before.customerId !== copy.customerId) || !(await isKnown(trx, copy))) return undefined;
    await upsertTestCopy(trx, { ...copy, id: testCopyId });
    return before ?? null;
  });
  return written === undefined ? fail({ kind: 'not-found' }) : succeed({ testCopyId, before: written });
}

/** Removes a test copy; the others of its year move up. Answers what it was: written again, it is there again. */
export async function deleteTestCopy(
  workbench: Workbench,
  testCopyId: TestCopyId,
): Promise<Outcome<{ before: KeptTestCopy }, { kind: 'not-found' }>> {
  const known = await readTestCopy(workbench.database, testCopyId);
  if (!known) return fail({ kind: 'not-found' });
  const before = await settled(workbench, known.customerId, async (trx) => {
    const copy = await readTestCopy(trx, testCopyId);
    if (copy) await deleteTestCopyRow(trx, testCopyId);
    return copy;
  });
  return before === undefined ? fail({ kind: 'not-found' }) : succeed({ before });
}

/** Whether the customer is here, and the ticket, if any, is theirs. */
async function isKnown(
  trx: WorkbenchDatabase,
  { customerId, ticketId }: Pick<KeptTestCopy, 'customerId' | 'ticketId'>,
): Promise<boolean> {
  if ((await readCustomer(trx, customerId)) === undefined) return false;
  return ticketId === null || (await readTicket(trx, ticketId))?.customerId === customerId;
}

/** Changes test copies of a customer in one transaction with what follows; undefined: nothing was changed. */
async function settled<Value>(
  workbench: Workbench,
  customerId: CustomerId,
  change: (trx: WorkbenchDatabase) => Promise<Value | undefined>,
): Promise<Value | undefined> {
  const changed = await workbench.database.transaction().execute(async (trx) => {
    const value = await change(trx);
    if (value === undefined) return undefined;
    return { value, ticketIds: await settleAgreements(workbench, trx, customerId, workbench.clock.read().wall) };
  });
  if (changed === undefined) return undefined;
  await announceAgreements(workbench, { customerIds: [customerId], ticketIds: changed.ticketIds });
  return changed.value;
}
