import { type Coverage, coverageUnder } from '@core/billing/coverage';
import type { KindOfWork } from '@core/billing/kind-of-work';
import type { CustomerId } from '@core/ids';
import type { WorkbenchDatabase } from './open';
import { listAgreements } from './queries/agreements';
import { readCustomerDetails } from './queries/details';

/** What the terms say of a kind of work for a customer on a Stockholm date, by its agreements and services; null: nobody's. */
export async function readCoverage(
  trx: WorkbenchDatabase,
  customerId: CustomerId | null,
  kindOfWork: KindOfWork,
  day: string,
): Promise<Coverage> {
  const agreements = await listAgreements(trx, customerId, day);
  const services = customerId === null ? [] : (await readCustomerDetails(trx, customerId)).services;
  return coverageUnder({ kindOfWork, agreements, services, day });
}
