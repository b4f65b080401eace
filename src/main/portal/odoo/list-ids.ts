import { fail, succeed } from '@core/outcome';
import { z } from 'zod';
import type { IdPage, PortalResult } from '../portal';
import type { OdooTransport } from './odoo-transport';
import type { Domain } from './read-page';

const IDS_AT_ONCE = 5_000;

/** The ids of what a domain holds, archived records included, in pages by key. */
export async function listIds(
  transport: OdooTransport,
  model: string,
  domain: Domain,
  afterId: number,
): Promise<PortalResult<IdPage>> {
  const found = await transport.call({
    model,
    method: 'search',
    arguments: {
      domain: [...domain, ['id', '>', afterId]],
      order: 'id asc',
      limit: IDS_AT_ONCE,
      context: { active_test: false },
    },
    answer: z.array(z.int().positive()),
  });
  if (!found.ok) return found;
  // Otherwise a server that always answers the same would be asked for ever.
  const isAsAsked = found.value.every((id, index) => id > (found.value[index - 1] ?? afterId));
  if (!isAsAsked) return fail({ kind: 'not-a-portal', message: 'The server answered the same ids again.' });
  return succeed({ ids: found.value, isLast: found.value.length < IDS_AT_ONCE });
}
