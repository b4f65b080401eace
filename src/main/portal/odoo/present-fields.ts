import { succeed } from '@core/outcome';
import { z } from 'zod';
import type { PortalResult } from '../portal';
import type { OdooTransport } from './odoo-transport';

/**
 * Makes the question which of these fields a server has and shows to this user. Its answer is kept.
 * A refusal is none: what is refused once can be there the next time, and what is read without its fields looks empty.
 */
export function createFieldQuestion<Field extends string>(
  transport: OdooTransport,
  model: string,
  fields: readonly Field[],
): () => Promise<PortalResult<readonly Field[]>> {
  let known: readonly Field[] | null = null;
  return async () => {
    if (known !== null) return succeed(known);
    const asked = await transport.call({
      model,
      method: 'fields_get',
      arguments: { allfields: fields, attributes: ['type'] },
      answer: z.record(z.string(), z.unknown()),
    });
    if (!asked.ok) return asked;
    known = fields.filter((field) => Object.hasOwn(asked.value, field));
    return succeed(known);
  };
}
