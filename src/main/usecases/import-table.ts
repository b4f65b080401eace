import type { CustomerId, TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { WorkbenchDatabase } from '../db/open';
import { announceAgreements } from './change-agreements';
import { settleAllPacks } from './change-prices';
import { countOutcomes, type OutcomeCounts } from './count-outcomes';
import { canTakeBack, type ImportStep, takeBackImportStep, takeImportStep } from './import-step';
import { type ImportTask, type ImportWrite, planImport } from './plan-import';
import { settleAgreements } from './settle-agreements';
import { settleCustomer } from './settle-limit';
import type { Workbench } from './workbench';

/** What an import did: rows by what became of them, and the steps that take it back. */
export interface Imported {
  readonly counts: OutcomeCounts;
  readonly steps: readonly ImportStep[];
}

function customerOf(step: ImportStep): CustomerId[] {
  switch (step.kind) {
    case 'agreements':
      return [step.id];
    case 'packs':
      return [step.after.customerId];
    case 'price-lists':
      return [];
  }
}

/**
 * Agreements, packs and prices change what waits. Answers whose packs may have been drawn on otherwise, and the tickets on
 * which agreements judge otherwise.
 */
async function settle(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  steps: readonly ImportStep[],
): Promise<{ readonly customerIds: readonly CustomerId[]; readonly ticketIds: readonly TicketId[] }> {
  const at = workbench.clock.read().wall;
  const customers = new Set(steps.flatMap(customerOf));
  const agreed = new Set(steps.flatMap((step) => (step.kind === 'agreements' ? [step.id] : [])));
  const ticketIds: TicketId[] = [];
  for (const customerId of customers) {
    if (agreed.has(customerId)) ticketIds.push(...(await settleAgreements(workbench, trx, customerId, at)));
    else await settleCustomer(workbench, trx, customerId, at);
  }
  if (!steps.some(({ kind }) => kind === 'price-lists')) return { customerIds: [...customers], ticketIds };
  return { customerIds: await settleAllPacks(workbench, trx), ticketIds };
}

/**
 * Imports every row of a table that can be read, all of them or, after a fault, none. What was planned is planned anew in
 * the transaction, so that nothing that changed meanwhile is written over unseen. Importing the same again does nothing.
 */
export async function importTable(workbench: Workbench, task: ImportTask): Promise<Imported> {
  const { steps, counts, settled } = await workbench.database.transaction().execute(async (trx) => {
    const planned = await planImport(trx, task);
    const written: ImportStep[] = [];
    for (const write of uniqueWrites(planned.flatMap(({ outcome }) => ('write' in outcome ? [outcome.write] : []))))
      written.push(await takeImportStep(trx, write, workbench.newId));
    return {
      steps: written,
      counts: countOutcomes(planned),
      settled: await settle(workbench, trx, written),
    };
  });
  if (steps.length > 0) await announceAgreements(workbench, settled);
  return { counts, steps };
}

/** Rows about the agreements of one customer all write the same. */
function uniqueWrites(writes: readonly ImportWrite[]): ImportWrite[] {
  const seen = new Set<CustomerId>();
  return writes.filter((write) => {
    if (write.kind !== 'agreements') return true;
    const isFirst = !seen.has(write.write.customerId);
    seen.add(write.write.customerId);
    return isFirst;
  });
}

/** Takes an import back as a whole; `changed-since` when any of it was changed or used since, and nothing is done then. */
export async function undoImport(
  workbench: Workbench,
  steps: readonly ImportStep[],
): Promise<Outcome<null, { kind: 'changed-since' }>> {
  const settled = await workbench.database.transaction().execute(async (trx) => {
    for (const step of steps) if (!(await canTakeBack(trx, step))) return null;
    for (const step of steps.toReversed()) await takeBackImportStep(trx, step);
    return settle(workbench, trx, steps);
  });
  if (settled === null) return fail({ kind: 'changed-since' });
  await announceAgreements(workbench, settled);
  return succeed(null);
}
