import type { TestCopy } from '@core/billing/test-copies';
import type { CustomerId, TestCopyId, TicketId } from '@core/ids';
import type { Selectable } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { TestCopyTable } from '../tables/customer-tables';

/** A test copy as it is kept. */
export interface KeptTestCopy extends TestCopy {
  readonly id: TestCopyId;
  readonly customerId: CustomerId;
  readonly ticketId: TicketId | null;
}

function toTestCopy({ cancelledOn, isCancelledInWriting, ...copy }: Selectable<TestCopyTable>): KeptTestCopy {
  return {
    ...copy,
    cancelled: cancelledOn === null ? null : { on: cancelledOn, isInWriting: isCancelledInWriting === 1 },
  };
}

/** All test copies of a customer, by date. */
export async function listTestCopies(trx: WorkbenchDatabase, customerId: CustomerId): Promise<KeptTestCopy[]> {
  const rows = await trx
    .selectFrom('testCopy')
    .selectAll()
    .where('customerId', '=', customerId)
    .orderBy('date')
    .orderBy('id')
    .execute();
  return rows.map(toTestCopy);
}

/** A test copy, or undefined. */
export async function readTestCopy(trx: WorkbenchDatabase, id: TestCopyId): Promise<KeptTestCopy | undefined> {
  const row = await trx.selectFrom('testCopy').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toTestCopy(row);
}

/** A new test copy, or what is known of one now. */
export async function upsertTestCopy(trx: WorkbenchDatabase, { cancelled, ...copy }: KeptTestCopy): Promise<void> {
  const row = {
    ...copy,
    cancelledOn: cancelled?.on ?? null,
    isCancelledInWriting: cancelled === null ? null : cancelled.isInWriting ? (1 as const) : (0 as const),
  };
  await trx
    .insertInto('testCopy')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** Removes a test copy. */
export async function deleteTestCopyRow(trx: WorkbenchDatabase, id: TestCopyId): Promise<void> {
  await trx.deleteFrom('testCopy').where('id', '=', id).execute();
}
