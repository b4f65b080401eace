import { planWarning } from '@core/billing/four-hour-rule';
import { PACK_THRESHOLDS, packWarningMeasure } from '@core/billing/support-pack';
import type { CustomerId } from '@core/ids';
import { stockholmDate } from '@core/time/stockholm';
import { readCustomer } from '../db/queries/customers';
import { listRaisedPackWarnings, replaceRaisedPackWarnings } from '../db/queries/support-packs';
import { readCustomerPacks } from './pack-account';
import type { Workbench } from './workbench';

const SECONDS_PER_MINUTE = 60;

/**
 * Speaks when a customer's packs have come to a fifth, or to nothing, once per crossing; what has spoken is on disk first.
 * Lines that are written count, the running timer does not yet. `isSilent` only takes note.
 * Source: 004, "100% control of costs".
 */
export async function raisePackWarning(
  workbench: Workbench,
  customerId: CustomerId,
  { isSilent = false }: { isSilent?: boolean } = {},
): Promise<void> {
  const now = workbench.clock.read().wall;
  const warning = await workbench.database.transaction().execute(async (trx) => {
    const packs = await readCustomerPacks(trx, customerId, stockholmDate(now));
    const measure = packs && packWarningMeasure(packs.account);
    const before = await listRaisedPackWarnings(trx, customerId);
    if (!packs || !measure) {
      if (before.length > 0) await replaceRaisedPackWarnings(trx, customerId, [], now);
      return null;
    }
    const plan = planWarning({
      countedSeconds: measure.countedMinutes * SECONDS_PER_MINUTE,
      limitSeconds: measure.limitMinutes * SECONDS_PER_MINUTE,
      thresholds: PACK_THRESHOLDS,
      raised: before,
    });
    if (JSON.stringify(plan.raised) !== JSON.stringify(before)) {
      await replaceRaisedPackWarnings(trx, customerId, plan.raised, now);
    }
    if (plan.raise === null || isSilent) return null;
    const customer = await readCustomer(trx, customerId);
    return {
      customerId,
      customerName: customer?.name ?? '',
      leftMinutes: packs.account.leftMinutes,
      thresholdPermille: plan.raise.permille,
    };
  });
  if (warning) workbench.announce.packWarning(warning);
}
