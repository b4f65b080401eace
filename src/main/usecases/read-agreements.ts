import { agreementsOn, isValidOn } from '@core/billing/held-agreement';
import type { Instant } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import type { WorkbenchDatabase } from '../db/open';
import { listAgreementsByOrigin } from '../db/queries/agreements';
import { listCustomers } from '../db/queries/customers';

/** What every customer has agreed on: written down here, told by the portal, and which of it holds today. */
export async function readAgreements(database: WorkbenchDatabase, now: Instant) {
  const today = stockholmDate(now);
  const { local, onPortal } = await listAgreementsByOrigin(database);
  return (await listCustomers(database)).map(({ id, name }) => {
    const here = local.get(id) ?? [];
    const there = onPortal.get(id) ?? [];
    return {
      customerId: id,
      customerName: name,
      local: here.map(({ customerId: _customerId, ...agreement }) => ({
        ...agreement,
        isValid: isValidOn(agreement, today),
      })),
      onPortal: there,
      held: [...agreementsOn(today, { local: here, onPortal: there })],
    };
  });
}
