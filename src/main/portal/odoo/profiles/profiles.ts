import { succeed } from '@core/outcome';
import type { OfferedProfile, TicketProfileKind } from '@core/ticket/ticket-mapping';
import { z } from 'zod';
import type { PortalResult } from '../../portal';
import type { OdooTransport } from '../odoo-transport';
import { enterpriseHelpdesk, ocaHelpdesk } from './helpdesks';
import { projectTasks } from './project-tasks';
import type { TicketProfile } from './ticket-profile';

const PROFILES: Readonly<Record<TicketProfileKind, TicketProfile>> = {
  'project-tasks': projectTasks,
  'oca-helpdesk': ocaHelpdesk,
  'enterprise-helpdesk': enterpriseHelpdesk,
};

export function profileOf(kind: TicketProfileKind): TicketProfile {
  return PROFILES[kind];
}

/** The names of a model's fields, as this user sees them; null where the server does not have the model. */
async function readFieldNames(
  transport: OdooTransport,
  model: string,
): Promise<PortalResult<ReadonlySet<string> | null>> {
  const asked = await transport.call({
    model,
    method: 'fields_get',
    arguments: { attributes: ['type'] },
    answer: z.record(z.string(), z.unknown()),
  });
  if (asked.ok) return succeed(new Set(Object.keys(asked.value)));
  return asked.failure.kind === 'refused' ? succeed(null) : asked;
}

/** Asks the server which kinds of tickets it has, and whether time can be recorded on them. */
export async function readProfiles(transport: OdooTransport): Promise<PortalResult<readonly OfferedProfile[]>> {
  const lineFields = await readFieldNames(transport, 'account.analytic.line');
  if (!lineFields.ok) return lineFields;
  const found: OfferedProfile[] = [];
  for (const { kind, model, neededFields, lineField } of Object.values(PROFILES)) {
    const fields = await readFieldNames(transport, model);
    if (!fields.ok) return fields;
    const known = fields.value;
    if (known === null || !neededFields.every((field) => known.has(field))) continue;
    found.push({ kind, takesTime: lineFields.value?.has(lineField) === true });
  }
  return succeed(found);
}
