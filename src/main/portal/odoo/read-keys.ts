import { succeed } from '@core/outcome';
import type { ApiKey } from '@core/sync/key-expiry';
import { z } from 'zod';
import type { PortalResult } from '../portal';
import type { OdooTransport } from './odoo-transport';
import { createFieldQuestion } from './present-fields';
import * as schemas from './schemas';

const KEYS = 'res.users.apikeys';
/** A key without a scope is good for everything, and one of this scope for what programs ask. */
const SCOPE_OF_PROGRAMS = 'rpc';

/**
 * The user's own keys, expired ones included as long as the server has not swept them away. Null where the server does
 * not tell when a key expires, as before Odoo 18, or not to this user.
 */
export async function readKeys(transport: OdooTransport, userId: number): Promise<PortalResult<ApiKey[] | null>> {
  const fields = await createFieldQuestion(transport, KEYS, ['expiration_date'])();
  if (!fields.ok) return fields.failure.kind === 'refused' ? succeed(null) : fields;
  if (fields.value.length === 0) return succeed(null);
  const found = await transport.call({
    model: KEYS,
    method: 'search_read',
    arguments: {
      domain: [['user_id', '=', userId]],
      fields: ['name', 'scope', 'create_date', ...fields.value],
      order: 'id',
    },
    answer: z.array(schemas.apiKeySchema),
  });
  if (!found.ok) return found.failure.kind === 'refused' ? succeed(null) : found;
  return succeed(
    found.value
      .filter(({ scope }) => scope === null || scope === SCOPE_OF_PROGRAMS)
      .map(({ id, name, create_date, expiration_date }) => ({
        remoteId: id,
        name: name ?? '',
        createdAt: create_date,
        expiresAt: expiration_date,
      })),
  );
}
