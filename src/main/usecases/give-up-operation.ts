import type { OperationId } from '@core/ids';
import { giveUp, takeUpAgain } from '../db/queries/outbox';
import type { Workbench } from './workbench';

function announce({ announce: tell }: Workbench): void {
  tell.outboxChanged();
  tell.ticketChanged(null);
  tell.timesheetChanged();
}

/**
 * A person decides that a parked operation, and what depends on it, is not to be tried any more. The line, message or
 * picture stays here and says so. Answers whether there was one to give up.
 */
export async function giveUpOperation(workbench: Workbench, operationId: OperationId): Promise<boolean> {
  const at = workbench.clock.read().wall;
  const isGivenUp = await workbench.database.transaction().execute((trx) => giveUp(trx, operationId, at));
  if (isGivenUp) announce(workbench);
  return isGivenUp;
}

/** Takes that back: it waits for a person again. */
export async function takeUpOperation(workbench: Workbench, operationId: OperationId): Promise<void> {
  await workbench.database.transaction().execute((trx) => takeUpAgain(trx, operationId));
  announce(workbench);
}
