import { succeed } from '@core/outcome';
import type { PortalAct } from '@core/sync/portal-act';
import { z } from 'zod';
import type { PortalResult } from '../portal';
import type { OdooTransport } from './odoo-transport';

const LINES = 'account.analytic.line';
/** Stands for the model that tickets are kept in. */
const TICKETS = 'tickets';

/** The right on a whole model that each act takes, in Odoo's words. */
const RIGHTS: readonly (readonly [act: PortalAct, model: string, operation: string])[] = [
  ['read-tickets', TICKETS, 'read'],
  ['create-lines', LINES, 'create'],
  ['change-lines', LINES, 'write'],
  ['delete-lines', LINES, 'unlink'],
  ['send-pictures', 'ir.attachment', 'create'],
];

/** Asks for each right in turn. A model that the server does not have, or does not show, gives none. */
export async function readMissingRights(
  transport: OdooTransport,
  ticketModel: string,
): Promise<PortalResult<readonly PortalAct[]>> {
  const missing: PortalAct[] = [];
  for (const [act, model, operation] of RIGHTS) {
    const asked = await transport.call({
      model: model === TICKETS ? ticketModel : model,
      method: 'check_access_rights',
      arguments: { operation, raise_exception: false },
      answer: z.boolean(),
    });
    if (!asked.ok && asked.failure.kind !== 'refused') return asked;
    if (!asked.ok || !asked.value) missing.push(act);
  }
  return succeed(missing);
}
