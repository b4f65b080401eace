import type { TicketId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../open';

export interface RaisedWarning {
  readonly limitSeconds: number;
  readonly thresholdPermille: number;
}

/** Which warnings of a ticket have spoken and are not armed again. */
export async function listRaisedWarnings(trx: WorkbenchDatabase, ticketId: TicketId): Promise<RaisedWarning[]> {
  return trx
    .selectFrom('fourHourWarning')
    .select(['limitSeconds', 'thresholdPermille'])
    .where('ticketId', '=', ticketId)
    .orderBy('thresholdPermille')
    .execute();
}

/** Replaces what is known of a ticket's warnings. */
export async function replaceRaisedWarnings(
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  raised: readonly RaisedWarning[],
  at: Instant,
): Promise<void> {
  await trx.deleteFrom('fourHourWarning').where('ticketId', '=', ticketId).execute();
  if (raised.length > 0) {
    await trx
      .insertInto('fourHourWarning')
      .values(raised.map((warning) => ({ ticketId, ...warning, raisedAt: at })))
      .execute();
  }
}
