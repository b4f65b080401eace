import { isDeepStrictEqual } from 'node:util';
import { supportPackIdSchema, type TicketId } from '@core/ids';
import { succeed } from '@core/outcome';
import { stockholmDate, stockholmDayStart } from '@core/time/stockholm';
import { listCustomers } from '../db/queries/customers';
import { readTicketMapping } from '../db/queries/portal-facts';
import { listPortalPacks, type PortalPackRow, replacePortalPacks } from '../db/queries/portal-packs';
import { listTicketsOfCustomer } from '../db/queries/support-packs';
import type { PortalPrepaidHours, PortalResult } from '../portal/portal';
import type { PullContext } from './pull';

/**
 * Brings what customers have prepaid on the portal, where it is pointed at; packs that were written down here are left
 * alone. Who may no longer see it has what came before. Answers the tickets of the customers of whom something changed.
 */
export async function bringPacks({
  database,
  portal,
  newId,
}: Pick<PullContext, 'database' | 'portal' | 'newId'>): Promise<PortalResult<readonly TicketId[]>> {
  if (!(await readTicketMapping(database)).readsPrepaidHours) return succeed([]);
  const customers = await listCustomers(database);
  const read = await portal.readPrepaidHours(customers.flatMap(({ remoteId }) => remoteId ?? []));
  if (!read.ok) return read.failure.kind === 'refused' ? succeed([]) : read;
  return database.transaction().execute(async (trx) => {
    // A person may have pointed elsewhere while the portal was asked.
    if (!(await readTicketMapping(trx)).readsPrepaidHours) return succeed([]);
    const ids = new Map(customers.map(({ id, remoteId }) => [remoteId, id]));
    const before = new Map((await listPortalPacks(trx)).map((pack) => [pack.remoteId, pack]));
    const after = read.value.flatMap((prepaid): PortalPackRow[] => {
      const customerId = ids.get(prepaid.customerRemoteId);
      if (customerId === undefined) return [];
      const id = before.get(prepaid.remoteId)?.id ?? supportPackIdSchema.parse(newId());
      return [{ id, customerId, ...packOf(prepaid) }];
    });
    await replacePortalPacks(trx, after);
    const kept = new Map(after.map((pack) => [pack.remoteId, pack]));
    const changed = [...before.values(), ...after].filter(
      ({ remoteId }) => !isDeepStrictEqual(before.get(remoteId), kept.get(remoteId)),
    );
    const ticketIds = new Set<TicketId>();
    for (const customerId of new Set(changed.map((pack) => pack.customerId))) {
      for (const ticketId of await listTicketsOfCustomer(trx, customerId)) ticketIds.add(ticketId);
    }
    return succeed([...ticketIds]);
  });
}

/** The balance is the portal's; work that it has not got yet draws from the day of the order on. */
function packOf(prepaid: PortalPrepaidHours): Omit<PortalPackRow, 'id' | 'customerId'> {
  const { remoteId, orderName, orderedAt, prepaidMinutes, remainingMinutes } = prepaid;
  const boughtOn = stockholmDate(orderedAt);
  return {
    remoteId,
    prepaidMinutes,
    usedMinutes: prepaidMinutes - remainingMinutes,
    boughtOn,
    countsFrom: stockholmDayStart(boughtOn),
    note: orderName,
  };
}
