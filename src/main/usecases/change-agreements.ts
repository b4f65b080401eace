import type { DatedAgreement } from '@core/billing/held-agreement';
import { type AgreementId, agreementIdSchema, type CustomerId, type TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import {
  deleteLocalAgreement,
  type LocalAgreement,
  readLocalAgreement,
  upsertLocalAgreement,
} from '../db/queries/agreements';
import { readCustomer } from '../db/queries/customers';
import { raiseFourHourWarning } from './raise-four-hour-warning';
import { raisePackWarning } from './raise-pack-warning';
import { settleAgreements } from './settle-agreements';
import type { Workbench } from './workbench';

/** Tells everything that shows verdicts, charges or limits, and warns where a limit or a pack was reached by that. */
export async function announceAgreements(
  workbench: Workbench,
  { customerIds, ticketIds }: { readonly customerIds: readonly CustomerId[]; readonly ticketIds: readonly TicketId[] },
): Promise<void> {
  workbench.announce.ticketChanged(null);
  workbench.announce.queueChanged();
  workbench.announce.outboxChanged();
  for (const ticketId of ticketIds) await raiseFourHourWarning(workbench, ticketId);
  for (const customerId of customerIds) await raisePackWarning(workbench, customerId);
}

/** An agreement as it is written down; one without an id is a new one. */
export interface AgreementWrite extends DatedAgreement {
  readonly id: AgreementId | null;
  readonly customerId: CustomerId;
  /** An imported one that is changed by hand is typed from then on; taking that back makes it imported again. */
  readonly origin: LocalAgreement['origin'];
}

/**
 * Writes an agreement of a customer down. It decides about the work of the days on which it is valid, recorded or not,
 * as an imported one does. `agreement-invalid` when it would end before it begins.
 */
export async function writeAgreement(
  workbench: Workbench,
  { id, ...agreement }: AgreementWrite,
): Promise<Outcome<{ agreementId: AgreementId }, { kind: 'not-found' | 'agreement-invalid' }>> {
  const { customerId, validFrom, validUntil } = agreement;
  if (validFrom !== null && validUntil !== null && validUntil < validFrom) return fail({ kind: 'agreement-invalid' });
  const outcome = await workbench.database.transaction().execute(async (trx) => {
    const known = id === null ? undefined : await readLocalAgreement(trx, id);
    const isKnown = id === null || known?.customerId === customerId;
    if (!isKnown || (await readCustomer(trx, customerId)) === undefined) return null;
    const written = id ?? agreementIdSchema.parse(workbench.newId());
    await upsertLocalAgreement(trx, { ...agreement, id: written });
    const ticketIds = await settleAgreements(workbench, trx, customerId, workbench.clock.read().wall);
    return { agreementId: written, ticketIds };
  });
  if (outcome === null) return fail({ kind: 'not-found' });
  const { agreementId, ticketIds } = outcome;
  await announceAgreements(workbench, { customerIds: [customerId], ticketIds });
  return succeed({ agreementId });
}

/** Removes an agreement that was written down here; on days that no other reaches, the portal's hold again. */
export async function deleteAgreement(
  workbench: Workbench,
  agreementId: AgreementId,
): Promise<Outcome<null, { kind: 'not-found' }>> {
  const outcome = await workbench.database.transaction().execute(async (trx) => {
    const agreement = await readLocalAgreement(trx, agreementId);
    if (!agreement) return null;
    await deleteLocalAgreement(trx, agreementId);
    const { customerId } = agreement;
    const ticketIds = await settleAgreements(workbench, trx, customerId, workbench.clock.read().wall);
    return { customerIds: [customerId], ticketIds };
  });
  if (outcome === null) return fail({ kind: 'not-found' });
  await announceAgreements(workbench, outcome);
  return succeed(null);
}
