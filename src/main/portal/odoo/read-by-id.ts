import { succeed } from '@core/outcome';
import { z } from 'zod';
import type { PortalResult } from '../portal';
import type { OdooTransport } from './odoo-transport';

/**
 * Reads the records with these ids in one request and answers them by id. It searches instead of reading by id: one
 * record the user may not see would otherwise fail the whole page.
 */
export async function readById<Schema extends z.ZodType<{ readonly id: number }>>(
  transport: OdooTransport,
  model: string,
  ids: readonly number[],
  fields: readonly string[],
  record: Schema,
): Promise<PortalResult<ReadonlyMap<number, z.output<Schema>>>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return succeed(new Map());
  const found = await transport.call({
    model,
    method: 'search_read',
    arguments: {
      domain: [['id', 'in', wanted]],
      fields,
      // Rules read these names, so they are asked for as they were first written, not in the user's translation.
      context: { active_test: false, lang: 'en_US' },
    },
    answer: z.array(record),
  });
  if (!found.ok) return found;
  return succeed(new Map(found.value.map((row) => [row.id, row])));
}
