import { type Language, languageOfCustomer } from '@core/language';
import { readCustomer } from '../db/queries/customers';
import type { Ticket } from '../db/queries/tickets';
import type { Workbench } from './workbench';

/** To a customer in the customer's language, to colleagues in the person's own. */
export async function languageOfMessage(
  { database, settings }: Pick<Workbench, 'database' | 'settings'>,
  { customerId }: Pick<Ticket, 'customerId'>,
  isInternalNote: boolean,
): Promise<Language> {
  if (isInternalNote || customerId === null) return settings().language;
  return languageOfCustomer((await readCustomer(database, customerId))?.language ?? null);
}
