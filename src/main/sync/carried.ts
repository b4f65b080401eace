import { fail, type Outcome } from '@core/outcome';
import type { Instant } from '@core/time/instant';
import { planLineOutbox } from '../db/line-outbox';
import type { WorkbenchDatabase } from '../db/open';
import { markDone, type OutboxEntry } from '../db/queries/outbox';
import type { PortalFailure } from '../portal/portal';
import type { PushContext } from './push';

/** Nobody knows yet whether the message arrived; it is looked for again at that time. */
export interface Unsettled {
  readonly kind: 'unsettled';
  readonly askAgainAt: Instant;
  readonly message: string;
}

/** It cannot be sent before another operation, and has been put behind that one. */
export interface WaitsForAnother {
  readonly kind: 'waits-for-another';
}

/** How carrying out one operation ended. */
export type Carried = Outcome<null, PortalFailure | Unsettled | WaitsForAnother>;

/** A refusal of ours, in words for the person who has to decide. */
export function refuse(message: string): Carried {
  return fail({ kind: 'refused', message });
}

/**
 * The server's id and the end of the operation in one transaction; for a line also what follows from changes made while it
 * was on its way, and what colleagues are to know of it.
 */
export async function finish(
  context: PushContext,
  entry: OutboxEntry,
  store: (trx: WorkbenchDatabase) => Promise<void>,
): Promise<void> {
  await context.database.transaction().execute(async (trx) => {
    await store(trx);
    await markDone(trx, entry.id);
    if (!('lineId' in entry.operation)) return;
    const { lineId } = entry.operation;
    await planLineOutbox(trx, lineId, context, context.now().wall);
    await context.tellColleagues(trx, lineId);
  });
}
