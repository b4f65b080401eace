import { stateOfMeaning } from '@core/ticket/portal-mapping';
import type { TicketMapping } from '@core/ticket/ticket-mapping';
import { readTicketMapping, writeTicketMapping } from '../db/queries/portal-facts';
import { readPortalLists } from '../db/queries/portal-lists';
import { updateStateOfStage } from '../db/queries/tickets';
import type { Portal } from '../portal/portal';
import { meaningOf } from './read-mapping';
import type { Workbench } from './workbench';

/**
 * Says anew what of the portal maps to what here. What stages mean holds at once; which tickets are followed shows with the
 * next sync, which brings and compares all of them. Nothing that was recorded is touched. Answers what held before.
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
    return held;
  });
  server?.follow(mapping);
  workbench.announce.queueChanged();
  workbench.announce.ticketChanged(null);
  return { ...before, profile: mapping.profile };
}
