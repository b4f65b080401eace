import type { PrepaidHoursAnswer } from '@core/billing/prepaid-hours';
import { DEFAULT_MAPPING, type TicketMapping, ticketMappingSchema } from '@core/ticket/ticket-mapping';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../open';

/** Whether there is a portal that what is recorded here can be sent to. */
export async function readHasPortal(trx: WorkbenchDatabase): Promise<boolean> {
  const { hasPortal } = await trx.selectFrom('portalFacts').select('hasPortal').executeTakeFirstOrThrow();
  return hasPortal === 1;
}

/** Says of a file that it has no portal, for good. */
export async function writeHasNoPortal(trx: WorkbenchDatabase): Promise<void> {
  await trx.updateTable('portalFacts').set({ hasPortal: 0 }).execute();
}

/** The portal's project for time without a ticket; null where it has none or nobody has asked yet. */
export async function readInternalProjectId(trx: WorkbenchDatabase): Promise<number | null> {
  const row = await trx.selectFrom('portalFacts').select('internalProjectRemoteId').executeTakeFirstOrThrow();
  return row.internalProjectRemoteId;
}

/** Remembers the portal's project for time without a ticket. */
export async function writeInternalProjectId(
  trx: WorkbenchDatabase,
  internalProjectRemoteId: number | null,
): Promise<void> {
  await trx.updateTable('portalFacts').set({ internalProjectRemoteId }).execute();
}

/** When the ids kept here were last compared with the portal's; null: never. */
export async function readSweptAt(trx: WorkbenchDatabase): Promise<Instant | null> {
  const row = await trx.selectFrom('portalFacts').select('sweptAt').executeTakeFirstOrThrow();
  return row.sweptAt;
}

/** Notes that they have been compared. */
export async function writeSweptAt(trx: WorkbenchDatabase, sweptAt: Instant): Promise<void> {
  await trx.updateTable('portalFacts').set({ sweptAt }).execute();
}

/** The user on the portal whose key is used; null: nobody has asked yet. */
export async function readUserRemoteId(trx: WorkbenchDatabase): Promise<number | null> {
  const row = await trx.selectFrom('portalFacts').select('userRemoteId').executeTakeFirstOrThrow();
  return row.userRemoteId;
}

/** Remembers it. */
export async function writeUserRemoteId(trx: WorkbenchDatabase, userRemoteId: number): Promise<void> {
  await trx.updateTable('portalFacts').set({ userRemoteId }).execute();
}

/** Whether prepaid hours can be read on the portal; null: nobody has asked yet. */
export async function readPrepaidHoursAnswer(trx: WorkbenchDatabase): Promise<PrepaidHoursAnswer | null> {
  const row = await trx.selectFrom('portalFacts').select('prepaidHours').executeTakeFirstOrThrow();
  return row.prepaidHours;
}

/** Remembers it. */
export async function writePrepaidHoursAnswer(trx: WorkbenchDatabase, prepaidHours: PrepaidHoursAnswer): Promise<void> {
  await trx.updateTable('portalFacts').set({ prepaidHours }).execute();
}

/** Since when what comes is news; null: the first sync is still to be made. */
export async function readNewsSince(trx: WorkbenchDatabase): Promise<Instant | null> {
  const row = await trx.selectFrom('portalFacts').select('newsSince').executeTakeFirstOrThrow();
  return row.newsSince;
}

/** The first sync is complete: from now on what comes is news. Later calls change nothing. */
export async function beginNews(trx: WorkbenchDatabase, newsSince: Instant): Promise<void> {
  await trx.updateTable('portalFacts').set({ newsSince }).where('newsSince', 'is', null).execute();
}

/** What of the portal maps to what here. */
export async function readTicketMapping(trx: WorkbenchDatabase): Promise<TicketMapping> {
  const { ticketMapping } = await trx.selectFrom('portalFacts').select('ticketMapping').executeTakeFirstOrThrow();
  return ticketMapping === null ? DEFAULT_MAPPING : ticketMappingSchema.parse(JSON.parse(ticketMapping));
}

/** Remembers it, and lets everything be brought and compared anew. */
export async function writeTicketMapping(trx: WorkbenchDatabase, mapping: TicketMapping): Promise<void> {
  await trx
    .updateTable('portalFacts')
    .set({ ticketMapping: JSON.stringify(mapping), sweptAt: null })
    .execute();
  await trx.deleteFrom('syncCursor').where('model', '=', 'ticket').execute();
}
