import { stateOfMeaning } from '@core/ticket/portal-mapping';
import type { TicketMapping } from '@core/ticket/ticket-mapping';
import type { WorkbenchDatabase } from '../db/open';
import { readTicketMapping, writeTicketMapping } from '../db/queries/portal-facts';
import { readPortalLists } from '../db/queries/portal-lists';
import { listPortalPacks, replacePortalPacks } from '../db/queries/portal-packs';
import { updateStateOfStage } from '../db/queries/tickets';
import type { Portal } from '../portal/portal';
import { meaningOf } from './read-mapping';
import { settleCustomer } from './settle-limit';
import type { Workbench } from './workbench';

/** The portal's packs no longer count, and those that were written down here do again. */
async function forgetPortalPacks(workbench: Workbench, trx: WorkbenchDatabase): Promise<void> {
  const customers = new Set((await listPortalPacks(trx)).map(({ customerId }) => customerId));
  await replacePortalPacks(trx, []);
  for (const customerId of customers) await settleCustomer(workbench, trx, customerId, workbench.clock.read().wall);
}

/**
 * Says anew what of the portal maps to what here. What stages mean holds at once; which tickets are followed shows with the
 * next sync, which brings and compares all of them, and what is prepaid on the portal. Where that is no longer pointed at
 * it is forgotten at once. Nothing that was recorded is touched. Answers what held before.
 */
export async function changeMapping(
  workbench: Workbench,
  server: Portal | null,
  mapping: TicketMapping,
): Promise<TicketMapping> {
  const before = await workbench.database.transaction().execute(async (trx) => {
    const held = await readTicketMapping(trx);
    await writeTicketMapping(trx, mapping);
    for (const stage of (await readPortalLists(trx)).stages) {
      await updateStateOfStage(trx, stage.remoteId, stateOfMeaning(meaningOf(stage, mapping).state));
    }
    if (!mapping.readsPrepaidHours) await forgetPortalPacks(workbench, trx);
    return held;
  });
  server?.follow(mapping);
  workbench.announce.queueChanged();
  workbench.announce.ticketChanged(null);
  workbench.announce.outboxChanged();
  return { ...before, profile: mapping.profile };
}
