import { succeed } from '@core/outcome';
import { z } from 'zod';
import type { PortalResult } from '../portal';
import type { OdooTransport } from './odoo-transport';

/**
 * Makes the question which of these fields a server has and shows to this user. It is asked once; a server that does not
 * know the model has none of them.
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
    if (!asked.ok && asked.failure.kind !== 'refused') return asked;
    known = asked.ok ? fields.filter((field) => Object.hasOwn(asked.value, field)) : [];
    return succeed(known);
  };
}
